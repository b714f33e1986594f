package org.plenary.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.review.AssignmentLine;
import org.plenary.review.Deadline;
import org.plenary.review.Deadlines;
import org.plenary.review.ExtensionLine;
import org.plenary.ui.Dates;
import org.plenary.ui.Parts;

/** What the handling editor does about a due date: answer a request, remind, set another day. */
class DeadlineActions extends Div {

  /** What the rows of one page share. */
  record Context(Deadlines deadlines, Actor actor, ZoneId zone, LocalDate today, Runnable reload) {}

  private final transient Context context;
  private final transient AssignmentLine line;

  DeadlineActions(Context context, AssignmentLine line, Deadline deadline) {
    this.context = context;
    this.line = line;
    addClassName("deadline");
    ExtensionLine request = deadline.request();
    if (request != null && request.granted() == null && deadline.mayMove()) {
      add(request(request));
    }
    Div row = Parts.div("row");
    if (deadline.mayRemind()) {
      row.add(
          small(
              "deadline.remind",
              () -> {
                context.deadlines().remind(context.actor(), line.id());
                Parts.done(getTranslation("deadline.reminded", line.name()));
                context.reload().run();
              }));
    }
    if (deadline.mayMove()) {
      row.add(small("deadline.move", this::move));
    }
    if (deadline.reminded() != null) {
      row.add(
          Parts.line(
              getTranslation("deadline.last", Dates.moment(deadline.reminded(), context.zone()))));
    }
    if (row.getComponentCount() > 0) {
      add(row);
    }
  }

  private Div request(ExtensionLine request) {
    Paragraph why = new Paragraph(request.why());
    why.addClassName("as-written");
    return Parts.div(
        "notice warn",
        new Paragraph(getTranslation("deadline.request", line.name(), Dates.day(request.until()))),
        why,
        Parts.div(
            "actions",
            Parts.primary(
                getTranslation("deadline.grant", Dates.day(request.until())),
                () -> answer(request, true)),
            Parts.button(getTranslation("deadline.refuse"), () -> answer(request, false))));
  }

  private void answer(ExtensionLine request, boolean grant) {
    context.deadlines().answer(context.actor(), request.id(), grant);
    Parts.done(getTranslation(grant ? "deadline.granted" : "deadline.refused", line.name()));
    context.reload().run();
  }

  private Button small(String key, Runnable step) {
    Button button = Parts.button(getTranslation(key), step);
    button.addThemeVariants(ButtonVariant.SMALL);
    button.setAriaLabel(getTranslation(key) + ": " + line.name());
    return button;
  }

  private void move() {
    Dialog dialog = new Dialog(getTranslation("deadline.move"));
    DatePicker due = new DatePicker(getTranslation("deadline.until"));
    due.setLocale(Locale.UK);
    due.setMin(context.today());
    due.setMax(context.today().plusDays(Deadlines.MOST_DAYS));
    due.setValue(line.due().isBefore(context.today()) ? context.today() : line.due());
    dialog.add(
        Parts.div(
            "dialog-body", due, Parts.line(getTranslation("deadline.move.means", line.name()))));
    dialog
        .getFooter()
        .add(
            Parts.button(getTranslation("dialog.cancel"), dialog::close),
            Parts.primary(
                getTranslation("deadline.move.do"),
                () -> {
                  if (due.getValue() == null) {
                    throw new DomainException("review.invite.past");
                  }
                  context.deadlines().move(context.actor(), line.id(), due.getValue());
                  dialog.close();
                  Parts.done(getTranslation("deadline.moved", Dates.day(due.getValue())));
                  context.reload().run();
                }));
    dialog.open();
  }
}

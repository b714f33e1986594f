package org.plenary.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.plenary.bodies.Actors;
import org.plenary.desk.Desk;
import org.plenary.desk.DeskPage;
import org.plenary.desk.Task;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.people.Person;
import org.plenary.ui.Dates;
import org.plenary.ui.Page;
import org.plenary.ui.Parts;

/** My desk: what waits for me, late first. */
@Route("")
@Menu(title = "nav.desk", order = 0)
@PermitAll
class DeskView extends Page {
  private final transient Desk desk;
  private final transient Actor actor;
  private final ZoneId zone;
  private final LocalDate today;
  private final Div groups = new Div();

  DeskView(Desk desk, Actors actors, Clock clock) {
    this.desk = desk;
    this.actor = actors.current();
    Person person = actors.currentPerson().orElseThrow();
    zone = person.zone();
    Instant now = clock.instant();
    today = LocalDate.ofInstant(now, zone);
    Span when = new Span(Dates.moment(now, zone));
    when.addClassNames("small", "muted");
    Button submit =
        Parts.primary(getTranslation("desk.submit"), () -> UI.getCurrent().navigate("papers/new"));
    head(getTranslation("nav.desk"), when, submit);
    add(groups);
    show();
  }

  private void show() {
    groups.removeAll();
    DeskPage page = desk.look(actor, today);
    group(getTranslation("desk.late"), Parts.Tone.BAD, page.late());
    group(getTranslation("desk.week"), Parts.Tone.PLAIN, page.soon());
    group(getTranslation("desk.waiting"), Parts.Tone.PLAIN, page.waiting());
    if (page.count() == 0) {
      groups.add(
          Parts.empty(
              getTranslation(page.putOff().isEmpty() ? "desk.empty" : "desk.empty.putOff")));
    }
    if (!page.putOff().isEmpty()) {
      Div tasks = new Div();
      page.putOff().forEach(put -> tasks.add(putOff(put)));
      Details details =
          new Details(getTranslation("desk.putOff.list", page.putOff().size()), tasks);
      details.addClassName("put-off");
      groups.add(details);
    }
  }

  private void group(String title, Parts.Tone tone, List<Task> tasks) {
    if (tasks.isEmpty()) {
      return;
    }
    var heading = section(title + " ");
    heading.add(Parts.pill(String.valueOf(tasks.size()), tone));
    groups.add(heading);
    tasks.forEach(task -> groups.add(row(task)));
  }

  private Component row(Task task) {
    String title = title(task);
    Button open = open(task);
    Div actions = Parts.div("task-actions");
    LocalDate due = task.due();
    Span when = new Span(when(task));
    when.addClassName("when");
    boolean late = due != null && due.isBefore(today);
    if (late) {
      when.addClassName("late");
    } else {
      if (due == null) {
        when.addClassName("muted");
      }
      Button later = Parts.button(getTranslation("desk.putOff"), () -> ask(task));
      later.addThemeVariants(ButtonVariant.TERTIARY);
      later.setAriaLabel(getTranslation("desk.putOff") + ": " + title);
      actions.add(later);
    }
    actions.add(open);
    return Parts.div(
        "task", when, Parts.div("task-text", new H3(title), new Paragraph(task.detail())), actions);
  }

  private Component putOff(DeskPage.PutOff put) {
    String title = title(put.task());
    Span when = new Span(getTranslation("desk.until", Dates.shortDay(put.until())));
    when.addClassNames("when", "muted");
    Button back =
        Parts.button(
            getTranslation("desk.takeBack"),
            () -> {
              desk.takeBack(actor, put.task().id());
              show();
              WorkspaceLayout.recount(this);
            });
    back.addThemeVariants(ButtonVariant.TERTIARY);
    back.setAriaLabel(getTranslation("desk.takeBack") + ": " + title);
    return Parts.div(
        "task",
        when,
        Parts.div("task-text", new H3(title), new Paragraph(put.task().detail())),
        Parts.div("task-actions", back));
  }

  private String title(Task task) {
    return getTranslation("task." + task.kind(), task.arguments().toArray());
  }

  private Button open(Task task) {
    String verb = getTranslation("task." + task.kind() + ".verb");
    Button open = Parts.button(verb, () -> UI.getCurrent().navigate(task.path()));
    open.setAriaLabel(verb + ": " + title(task));
    return open;
  }

  private void ask(Task task) {
    Dialog dialog = new Dialog(getTranslation("desk.putOff"));
    dialog.setWidth("28rem");
    DatePicker until = new DatePicker(getTranslation("desk.putOff.until"));
    until.setLocale(Locale.UK);
    until.setMin(today.plusDays(1));
    until.setMax(today.plusDays(Desk.LONGEST));
    LocalDate due = task.due();
    LocalDate week = today.plusWeeks(1);
    until.setValue(
        due != null && due.isBefore(week) && due.isAfter(today.plusDays(1)) ? due : week);
    dialog.add(
        Parts.div(
            "dialog-body",
            new Paragraph(title(task)),
            until,
            Parts.line(getTranslation("desk.putOff.means"))));
    dialog
        .getFooter()
        .add(
            Parts.button(getTranslation("dialog.cancel"), dialog::close),
            Parts.primary(
                getTranslation("desk.putOff.confirm"),
                () -> {
                  if (until.getValue() == null) {
                    throw new DomainException("desk.putOff.range", Desk.LONGEST);
                  }
                  desk.putOff(actor, task.id(), until.getValue(), today);
                  dialog.close();
                  show();
                  WorkspaceLayout.recount(this);
                }));
    dialog.open();
  }

  /** The day in words where it is near, since when where there is none. */
  private String when(Task task) {
    LocalDate due = task.due();
    if (due == null) {
      return getTranslation("desk.since", Dates.shortDay(LocalDate.ofInstant(task.since(), zone)));
    }
    long days = ChronoUnit.DAYS.between(due, today);
    if (days > 0) {
      return getTranslation("desk.daysLate", days);
    }
    return days >= -1
        ? getTranslation("desk.dueSoon", -days)
        : getTranslation("desk.due", Dates.shortDay(due));
  }
}

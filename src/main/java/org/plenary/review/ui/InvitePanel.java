package org.plenary.review.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.review.Deadlines;
import org.plenary.review.InviteDraft;
import org.plenary.review.Inviting;
import org.plenary.review.Lengths;
import org.plenary.ui.Parts;
import org.plenary.ui.Typing;

/** Who is chosen, by when, with which words; and sending it. */
class InvitePanel extends Div {
  private static final int WEEKS = 4;
  private final transient Inviting inviting;
  private final transient Actor actor;
  private final UUID id;
  private final boolean unchecked;
  private final transient Runnable sent;
  private final Div names = new Div();
  private final DatePicker due = new DatePicker();
  private final TextArea note = new TextArea();
  private transient List<CandidateRow> chosen = List.of();

  /**
   * @param unchecked whether the desk check is not complete, which is asked about
   */
  InvitePanel(
      Inviting inviting, Actor actor, UUID id, LocalDate today, boolean unchecked, Runnable sent) {
    this.inviting = inviting;
    this.actor = actor;
    this.id = id;
    this.unchecked = unchecked;
    this.sent = sent;
    addClassNames("card", "invite-panel");
    names.getElement().setAttribute("role", "status");
    due.setLabel(getTranslation("invite.due"));
    due.setLocale(Locale.UK);
    due.setMin(today);
    due.setMax(today.plusDays(Deadlines.MOST_DAYS));
    due.setValue(today.plusWeeks(WEEKS));
    due.setWidthFull();
    note.setLabel(getTranslation("invite.note"));
    note.setHelperText(getTranslation("invite.note.help"));
    note.setWidthFull();
    Typing.atMost(note, Lengths.NOTE);
    add(
        new H2(getTranslation("invite.who")),
        names,
        due,
        note,
        Parts.line(getTranslation("invite.means")),
        Parts.div(
            "actions",
            Parts.primary(getTranslation("invite.send"), this::send),
            Parts.button(getTranslation("invite.preview"), this::preview)));
    show(List.of());
  }

  void show(List<CandidateRow> rows) {
    chosen = rows;
    names.removeAll();
    if (rows.isEmpty()) {
      names.add(Parts.line(getTranslation("invite.nobody.yet")));
      return;
    }
    UnorderedList list = new UnorderedList();
    list.addClassName("plain");
    rows.forEach(row -> list.add(new ListItem(row.candidate().name())));
    names.add(list);
  }

  private LocalDate day() {
    if (due.getValue() == null) {
      throw new DomainException("review.invite.past");
    }
    return due.getValue();
  }

  private void preview() {
    Inviting.Preview preview = inviting.preview(actor, id, day(), note.getValue());
    Dialog dialog = new Dialog(preview.subject());
    dialog.setWidth("40rem");
    Paragraph body = new Paragraph(preview.body());
    body.addClassName("as-written");
    dialog.add(Parts.div("dialog-body", body, Parts.line(getTranslation("invite.preview.link"))));
    dialog.getFooter().add(Parts.button(getTranslation("dialog.close"), dialog::close));
    dialog.open();
  }

  private void send() {
    if (chosen.isEmpty()) {
      throw new DomainException("review.invite.nobody");
    }
    if (unchecked) {
      Parts.ask(
          getTranslation("invite.unchecked.ask"),
          getTranslation("invite.unchecked.means"),
          getTranslation("invite.unchecked.do"),
          this::invite);
    } else {
      invite();
    }
  }

  private void invite() {
    inviting.invite(
        actor,
        id,
        new InviteDraft(
            chosen.stream().map(row -> row.candidate().person()).toList(),
            day(),
            note.getValue(),
            chosen.stream()
                .filter(CandidateRow::isKnown)
                .map(row -> row.candidate().person())
                .collect(Collectors.toSet()),
            unchecked));
    Parts.done(getTranslation("invite.done", chosen.size()));
    sent.run();
  }
}

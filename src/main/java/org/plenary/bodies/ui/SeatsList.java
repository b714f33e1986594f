package org.plenary.bodies.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Unit;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import org.plenary.bodies.Actors;
import org.plenary.bodies.SeatLine;
import org.plenary.bodies.Seats;
import org.plenary.ui.Missing;
import org.plenary.ui.Parts;
import org.plenary.ui.Parts.Tone;

/** Seats as rows, with what the actor may do with each. */
final class SeatsList extends Div {
  private final transient Seats seats;
  private final transient Actors actors;
  private final boolean ofPerson;
  private final LocalDate today;
  private final transient Runnable after;

  /**
   * @param ofPerson whether the rows name the bodies of a person, or the persons of a body
   */
  SeatsList(
      Seats seats,
      Actors actors,
      List<SeatLine> lines,
      boolean ofPerson,
      LocalDate today,
      Runnable after) {
    this.seats = seats;
    this.actors = actors;
    this.ofPerson = ofPerson;
    this.today = today;
    this.after = after;
    addClassName("list");
    getElement().setAttribute("role", "list");
    lines.forEach(line -> add(row(line)));
  }

  private Component row(SeatLine line) {
    Anchor name =
        ofPerson
            ? new Anchor("bodies/" + line.slug(), line.bodyName())
            : new Anchor("people/" + line.person(), line.personName());
    Span role = new Span(Roles.name(line.role()));
    Span term = new Span(Roles.term(line.from(), line.to()));
    term.addClassNames("small", "muted");
    Div words = Parts.div("stack", name, term);
    if (!ofPerson && !line.affiliation().isBlank()) {
      words.addComponentAtIndex(1, Parts.line(line.affiliation()));
    }
    Div row = Parts.div("seat-row", words, role);
    row.getElement().setAttribute("role", "listitem");
    if (!line.hasAccount()) {
      role.add(new Span(" "), Parts.pill(getTranslation("seat.noAccount"), Tone.PLAIN));
    }
    Div acts = Parts.div("actions");
    if (line.mayEnd()) {
      acts.add(act("seat.end", line, () -> end(line)));
    }
    if (line.mayTakeBack()) {
      acts.add(act("seat.takeBack", line, () -> takeBack(line)));
    }
    row.add(acts);
    return row;
  }

  private Button act(String key, SeatLine line, Runnable step) {
    Button button = Parts.button(getTranslation(key), step);
    button.addThemeVariants(ButtonVariant.SMALL);
    button.setAriaLabel(getTranslation(key) + ": " + what(line));
    return button;
  }

  private static String what(SeatLine line) {
    return line.personName() + ", " + Roles.name(line.role()) + ", " + line.bodyName();
  }

  private void end(SeatLine line) {
    Dialog dialog = new Dialog();
    dialog.setHeaderTitle(getTranslation("seat.end.title"));
    dialog.setWidth(26, Unit.REM);
    DatePicker last = new DatePicker(getTranslation("seat.last"));
    last.setHelperText(getTranslation("seat.last.help"));
    last.setMin(line.from());
    last.setValue(line.from().isAfter(today) ? line.from() : today);
    dialog.add(Parts.div("dialog-body", new Span(what(line)), last));
    dialog
        .getFooter()
        .add(
            Parts.button(getTranslation("dialog.cancel"), dialog::close),
            Parts.primary(
                getTranslation("seat.end"),
                () -> {
                  Missing missing = new Missing();
                  missing.check(last, last.getValue() == null, "seat.last");
                  missing.refuse();
                  seats.end(actors.current(), new Seats.Key(line), last.getValue());
                  dialog.close();
                  Parts.done(getTranslation("seat.ended"));
                  after.run();
                }));
    dialog.open();
  }

  private void takeBack(SeatLine line) {
    Parts.ask(
        getTranslation("seat.takeBack.ask"),
        getTranslation("seat.takeBack.means", what(line)),
        getTranslation("seat.takeBack"),
        () -> {
          seats.takeBack(actors.current(), new Seats.Key(line));
          Parts.done(getTranslation("seat.takenBack"));
          after.run();
        });
  }
}

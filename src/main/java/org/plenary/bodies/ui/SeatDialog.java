package org.plenary.bodies.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.bodies.Actors;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Body;
import org.plenary.bodies.Directory;
import org.plenary.bodies.DirectoryLine;
import org.plenary.bodies.Seats;
import org.plenary.kernel.SeatRole;
import org.plenary.people.Accounts;
import org.plenary.ui.Missing;
import org.plenary.ui.Parts;
import org.springframework.stereotype.Component;

/** Asks for a seat: of a known person, in a known body, or along with an invitation. */
@Component
class SeatDialog {
  private final Bodies bodies;
  private final Seats seats;
  private final Directory directory;
  private final Accounts accounts;
  private final Actors actors;
  private final Clock clock;

  SeatDialog(
      Bodies bodies,
      Seats seats,
      Directory directory,
      Accounts accounts,
      Actors actors,
      Clock clock) {
    this.bodies = bodies;
    this.seats = seats;
    this.directory = directory;
    this.accounts = accounts;
    this.actors = actors;
    this.clock = clock;
  }

  /** The fields that say which seat. */
  private final class Fields {
    final ComboBox<Body> body = new ComboBox<>();
    final Select<SeatRole> role = new Select<>();
    final DatePicker from = new DatePicker();
    final DatePicker to = new DatePicker();

    Fields(Dialog dialog, @Nullable Body fixed) {
      body.setLabel(dialog.getTranslation("seat.body"));
      body.setItems(
          bodies.all().stream().filter(b -> seats.mayAppoint(actors.current(), b)).toList());
      body.setItemLabelGenerator(Body::name);
      body.setClearButtonVisible(true);
      role.setLabel(dialog.getTranslation("seat.role"));
      role.setItemLabelGenerator(r -> r == null ? "" : Roles.name(r));
      from.setLabel(dialog.getTranslation("seat.from"));
      from.setValue(LocalDate.now(clock));
      to.setLabel(dialog.getTranslation("seat.to"));
      to.setHelperText(dialog.getTranslation("seat.to.help"));
      to.setClearButtonVisible(true);
      body.addValueChangeListener(e -> choose(e.getValue()));
      if (fixed == null) {
        choose(null);
      } else {
        body.setValue(fixed);
        body.setVisible(false);
      }
    }

    private void choose(@Nullable Body chosen) {
      role.setItems(chosen == null ? List.of() : chosen.kind().roles());
      role.setEnabled(chosen != null);
      from.setEnabled(chosen != null);
      to.setEnabled(chosen != null);
    }

    void check(Missing missing) {
      missing.check(body, body.getValue() == null, "seat.body");
      checkRest(missing);
    }

    void checkRest(Missing missing) {
      missing.check(role, role.getValue() == null, "seat.role");
      missing.check(from, from.getValue() == null, "seat.from");
    }

    Seats.Term term() {
      return new Seats.Term(body.getValue().id(), role.getValue(), from.getValue(), to.getValue());
    }
  }

  /** Gives this person a seat. */
  void give(UUID person, String name, Runnable after) {
    Dialog dialog = dialog("seat.give.to", name);
    Fields fields = new Fields(dialog, null);
    dialog.add(Parts.div("dialog-body", fields.body, fields.role, fields.from, fields.to));
    foot(
        dialog,
        "seat.give",
        () -> {
          Missing missing = new Missing();
          fields.check(missing);
          missing.refuse();
          seats.give(actors.current(), person, fields.term());
        },
        "seat.given",
        after);
  }

  /** Gives someone a seat in this body. */
  void give(Body body, Runnable after) {
    Dialog dialog = dialog("seat.give.in", body.name());
    Fields fields = new Fields(dialog, body);
    ComboBox<DirectoryLine> person = new ComboBox<>(dialog.getTranslation("seat.person"));
    person.setItems(
        query ->
            directory
                .list(
                    actors.current(),
                    query.getFilter().orElse(""),
                    query.getOffset(),
                    query.getLimit())
                .stream());
    person.setItemLabelGenerator(
        line ->
            line.affiliation().isBlank() ? line.name() : line.name() + ", " + line.affiliation());
    person.setHelperText(dialog.getTranslation("seat.person.help"));
    dialog.add(Parts.div("dialog-body", person, fields.role, fields.from, fields.to));
    foot(
        dialog,
        "seat.give",
        () -> {
          Missing missing = new Missing();
          missing.check(person, person.getValue() == null, "seat.person");
          fields.checkRest(missing);
          missing.refuse();
          seats.give(actors.current(), person.getValue().id(), fields.term());
        },
        "seat.given",
        after);
    person.focus();
  }

  /** Invites someone by mail, with a seat if one is chosen. */
  void invite(Runnable after) {
    Dialog dialog = dialog("people.invite.title");
    TextField name = new TextField(dialog.getTranslation("person.name"));
    EmailField email = new EmailField(dialog.getTranslation("person.email"));
    Fields fields = new Fields(dialog, null);
    fields.body.setHelperText(dialog.getTranslation("people.invite.body.help"));
    dialog.add(
        Parts.div(
            "dialog-body",
            Parts.line(dialog.getTranslation("people.invite.means")),
            name,
            email,
            fields.body,
            fields.role,
            fields.from,
            fields.to));
    foot(
        dialog,
        "people.invite.send",
        () -> {
          Missing missing = new Missing();
          missing.check(name, name.getValue().isBlank(), "person.name");
          missing.check(email, email.getValue().isBlank(), "person.email");
          Body body = fields.body.getValue();
          if (body == null) {
            missing.refuse();
            accounts.invite(actors.current(), name.getValue(), email.getValue(), null);
            return;
          }
          fields.checkRest(missing);
          missing.refuse();
          String seat = Roles.name(fields.role.getValue()) + ", " + body.name();
          seats.invite(actors.current(), name.getValue(), email.getValue(), fields.term(), seat);
        },
        "people.invite.sent",
        after);
    name.focus();
  }

  private static Dialog dialog(String title, Object... arguments) {
    Dialog dialog = new Dialog();
    dialog.setHeaderTitle(dialog.getTranslation(title, arguments));
    dialog.setWidth("26rem");
    return dialog;
  }

  private static void foot(Dialog dialog, String verb, Runnable step, String done, Runnable after) {
    dialog
        .getFooter()
        .add(
            Parts.button(dialog.getTranslation("dialog.cancel"), dialog::close),
            Parts.primary(
                dialog.getTranslation(verb),
                () -> {
                  step.run();
                  dialog.close();
                  Parts.done(dialog.getTranslation(done));
                  after.run();
                }));
    dialog.open();
  }
}

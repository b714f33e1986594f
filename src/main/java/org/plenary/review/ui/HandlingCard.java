package org.plenary.review.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.UUID;
import org.plenary.kernel.Actor;
import org.plenary.review.Handling;
import org.plenary.review.HandlingLine;
import org.plenary.review.Lengths;
import org.plenary.ui.Missing;
import org.plenary.ui.Parts;
import org.plenary.ui.Typing;

/** Who handles the case from here on, and whether the response table will be published. */
class HandlingCard extends Div {
  private final transient Handling handling;
  private final transient Actor actor;
  private final UUID id;
  private final transient HandlingLine line;
  private final transient Runnable reload;

  HandlingCard(Handling handling, Actor actor, UUID id, HandlingLine line, Runnable reload) {
    this.handling = handling;
    this.actor = actor;
    this.id = id;
    this.line = line;
    this.reload = reload;
    addClassName("handling");
    if (line.mayPublish()) {
      Checkbox publish = new Checkbox(getTranslation("handling.publish"), line.publishes());
      publish.setHelperText(getTranslation("handling.publish.help"));
      publish.addValueChangeListener(
          e -> {
            if (e.isFromClient()) {
              ask(publish, e.getValue());
            }
          });
      add(publish);
    }
    if (!line.successors().isEmpty()) {
      add(
          Parts.div(
              "actions",
              Parts.button(
                  getTranslation(line.names() ? "handling.name" : "handling.over"), this::give)));
    } else if (line.names() && line.editor() == null) {
      add(Parts.line(getTranslation("handling.nobody")));
    }
  }

  private void ask(Checkbox publish, boolean publishes) {
    var dialog =
        Parts.ask(
            getTranslation(publishes ? "handling.publish.ask" : "handling.publish.not.ask"),
            getTranslation("handling.publish.means"),
            getTranslation(publishes ? "handling.publish.yes" : "handling.publish.not.yes"),
            () -> {
              handling.publishReviews(actor, id, publishes);
              reload.run();
            });
    dialog.addCancelListener(e -> publish.setValue(!publishes));
  }

  private void give() {
    String title = getTranslation(line.names() ? "handling.name" : "handling.over");
    Dialog dialog = new Dialog(title);
    dialog.setWidth("34rem");
    RadioButtonGroup<HandlingLine.Successor> who =
        new RadioButtonGroup<>(getTranslation("handling.who"));
    who.setItems(line.successors());
    who.setItemLabelGenerator(s -> s.name() + ", " + s.affiliation());
    TextArea why = new TextArea(getTranslation("handling.why"));
    why.setWidthFull();
    Typing.atMost(why, Lengths.SUGGESTION);
    dialog.add(
        Parts.div("dialog-body", who, why, Parts.line(getTranslation("handling.over.means"))));
    dialog
        .getFooter()
        .add(
            Parts.button(getTranslation("dialog.cancel"), dialog::close),
            Parts.primary(
                title,
                () -> {
                  Missing missing = new Missing();
                  missing.check(who, who.getValue() == null, "handling.who");
                  missing.check(why, why.getValue().isBlank(), "handling.why");
                  missing.refuse();
                  handling.give(actor, id, who.getValue().person(), why.getValue());
                  dialog.close();
                  Parts.done(getTranslation("handling.done", who.getValue().name()));
                  reload.run();
                }));
    dialog.open();
  }
}

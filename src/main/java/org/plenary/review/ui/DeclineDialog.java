package org.plenary.review.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.plenary.review.Lengths;
import org.plenary.review.Refusal;
import org.plenary.ui.Parts;

/** An invited person declines; all they say beside it is up to them. */
class DeclineDialog extends Dialog {
  private static final int REASON = 2_000;

  DeclineDialog(Consumer<Refusal> decline) {
    super("");
    setHeaderTitle(getTranslation("decline.title"));
    setWidth("34rem");
    TextArea reason = new TextArea(getTranslation("invitation.reason"));
    reason.setWidthFull();
    reason.setMaxLength(REASON);
    TextField suggestion = new TextField(getTranslation("invitation.suggestion"));
    suggestion.setWidthFull();
    suggestion.setMaxLength(Lengths.SUGGESTION);
    Checkbox conflict = new Checkbox(getTranslation("invitation.conflict"));
    add(Parts.div("dialog-body", reason, suggestion, conflict));
    getFooter()
        .add(
            Parts.button(getTranslation("dialog.cancel"), this::close),
            Parts.primary(
                getTranslation("invitation.decline"),
                () -> {
                  decline.accept(
                      new Refusal(reason.getValue(), suggestion.getValue(), conflict.getValue()));
                  close();
                }));
  }
}

package org.plenary.briefs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.plenary.briefs.BriefEditions;
import org.plenary.ui.Parts;

/** Asks before a step that needs a reason: what follows from it, and why it is taken. */
class ReasonDialog extends Dialog {
  private final TextArea reason = new TextArea();
  private final Div body;
  private BooleanSupplier complete = () -> true;

  /**
   * @param label of the reason: who will read it
   * @param missing what is said where it is left out
   * @param step takes the reason; the dialog is closed before
   */
  ReasonDialog(
      String header,
      String means,
      String label,
      String missing,
      String verb,
      Consumer<String> step) {
    super(header);
    setWidth("36rem");
    reason.setLabel(label);
    reason.setRequiredIndicatorVisible(true);
    reason.setErrorMessage(missing);
    reason.setMaxLength(BriefEditions.LONGEST_REASON);
    reason.setMinRows(4);
    body = Parts.div("dialog-body", new Span(means), reason);
    add(body);
    getFooter()
        .add(
            Parts.button(UI.getCurrent().getTranslation("dialog.cancel"), this::close),
            Parts.primary(
                verb,
                () -> {
                  boolean rest = complete.getAsBoolean();
                  if (reason.getValue().isBlank()) {
                    reason.setInvalid(true);
                    reason.focus();
                  } else if (rest) {
                    close();
                    step.accept(reason.getValue().strip());
                  }
                }));
  }

  /** Asks for one thing more, before the reason. */
  ReasonDialog with(Component field, BooleanSupplier complete) {
    body.addComponentAtIndex(1, field);
    this.complete = complete;
    return this;
  }

  void ask() {
    open();
    reason.focus();
  }
}

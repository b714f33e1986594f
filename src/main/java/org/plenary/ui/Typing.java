package org.plenary.ui;

import com.vaadin.flow.component.textfield.TextFieldBase;

/** Text that reaches the server while it is being typed, and in any case when the field is left. */
public final class Typing {
  private Typing() {}

  /**
   * Says that a text is too long where the browser would cut it without a word.
   *
   * @param most in characters
   */
  public static <F extends TextFieldBase<F, String>> void atMost(F field, int most) {
    field.addValueChangeListener(
        e -> {
          int length = e.getValue().strip().length();
          if (length > most) {
            field.setErrorMessage(field.getTranslation("form.long", most, length));
          }
          field.setInvalid(length > most);
        });
  }

  /**
   * Sends the text at each pause in typing. The mode LAZY does that too, but loses what was typed
   * in the pause before a click, as does any debounced listener that carries a property (Flow
   * 25.2.2 flushes the event without the value); here the pause ends in the field's own change
   * event.
   *
   * @param pause in milliseconds
   */
  public static void sendAtPauses(TextFieldBase<?, String> field, int pause) {
    field.addAttachListener(
        e ->
            field
                .getElement()
                .executeJs(
                    """
                    let timer;
                    // Sent on leaving too, while the browser asks whether to.
                    const asks = (event) => {
                      event.preventDefault();
                      this.dispatchEvent(new Event("change"));
                    };
                    this.addEventListener("input", () => {
                      clearTimeout(timer);
                      addEventListener("beforeunload", asks);
                      timer = setTimeout(() => this.dispatchEvent(new Event("change")), $0);
                    });
                    this.addEventListener("change", () => {
                      clearTimeout(timer);
                      removeEventListener("beforeunload", asks);
                    });
                    """,
                    pause));
  }
}

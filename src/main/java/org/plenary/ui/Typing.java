package org.plenary.ui;

import com.vaadin.flow.component.textfield.TextArea;

/** Text that reaches the server while it is being typed, and in any case when the field is left. */
public final class Typing {
  private Typing() {}

  /**
   * Sends the text at each pause in typing. The mode LAZY does that too, but loses what was typed
   * in the pause before a click, as does any debounced listener that carries a property (Flow
   * 25.2.2 flushes the event without the value); here the pause ends in the field's own change
   * event.
   *
   * @param pause in milliseconds
   */
  public static void sendAtPauses(TextArea field, int pause) {
    field.addAttachListener(
        e ->
            field
                .getElement()
                .executeJs(
                    """
                    let timer;
                    this.addEventListener("input", () => {
                      clearTimeout(timer);
                      timer = setTimeout(() => this.dispatchEvent(new Event("change")), $0);
                    });
                    """,
                    pause));
  }
}

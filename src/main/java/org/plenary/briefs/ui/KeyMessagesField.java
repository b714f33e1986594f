package org.plenary.briefs.ui;

import com.vaadin.flow.component.textfield.TextArea;
import org.jspecify.annotations.Nullable;
import org.plenary.briefs.BriefDraft;

/** Three to five sentences that a reader should take away. */
class KeyMessagesField extends RowsField<String> {
  static final int FEWEST = 3;
  static final int MOST = 5;

  KeyMessagesField() {
    super("brief.field.key", MOST);
    setHelperText(getTranslation("brief.field.key.help"));
    atLeast(FEWEST);
  }

  @Override
  Row row(@Nullable String of) {
    return new Message(new TextArea(), of == null ? "" : of);
  }

  private final class Message extends Row {
    private final TextArea text;

    Message(TextArea text, String of) {
      super(text);
      this.text = text;
      text.setMaxLength(BriefDraft.LONGEST_KEY_MESSAGE);
      text.setMaxRows(6);
      text.setValue(of);
      text.addValueChangeListener(e -> updateValue());
    }

    @Override
    @Nullable String value() {
      return text.getValue().isBlank() ? null : text.getValue().strip();
    }

    @Override
    void number(int number) {
      super.number(number);
      text.setLabel(getTranslation("brief.field.key.row", number));
      text.setRequiredIndicatorVisible(number <= FEWEST);
    }
  }
}

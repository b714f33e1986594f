package org.plenary.papers.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextFieldBase;
import org.plenary.ui.Parts;

/**
 * What the file says for a field, below it. An empty field is filled and says so; where something
 * was typed, a button takes the file's words over.
 */
class ProposedText extends Div {
  private static final int SHOWN = 300;
  private final TextFieldBase<?, String> field;
  private final String help;

  ProposedText(TextFieldBase<?, String> field) {
    this.field = field;
    this.help = field.getHelperText() == null ? "" : field.getHelperText();
    addClassName("proposed");
    setVisible(false);
    field.addValueChangeListener(
        e -> {
          if (e.isFromClient()) {
            field.setHelperText(help);
          }
        });
  }

  void offer(String text) {
    removeAll();
    setVisible(false);
    if (text.isEmpty() || text.equals(field.getValue().strip())) {
      return;
    }
    if (field.getValue().isBlank()) {
      fill(text);
      return;
    }
    Paragraph words =
        new Paragraph(text.length() <= SHOWN ? text : Fitting.to(SHOWN, text).strip() + "…");
    words.getElement().setAttribute("dir", "auto");
    Button take =
        Parts.button(
            getTranslation("proposed.take"),
            () -> {
              fill(text);
              setVisible(false);
              field.focus();
            });
    take.addThemeVariants(ButtonVariant.SMALL);
    take.setAriaLabel(getTranslation("proposed.take.of", field.getLabel()));
    add(Parts.line(getTranslation("proposed.differs")), words, take);
    setVisible(true);
  }

  private void fill(String text) {
    field.setValue(text);
    field.setHelperText(getTranslation("proposed.filled"));
  }
}

package org.plenary.briefs.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import org.plenary.ui.Parts;
import org.plenary.ui.Typing;

/** The body in Markdown, and beside it how that reads. */
class BodyField extends Div {
  private static final int PAUSE_MS = 400;
  final TextArea text = new TextArea(getTranslation("brief.field.body"));
  private final Div preview = Parts.div("card preview");

  BodyField() {
    addClassName("beside");
    text.setMaxLength(200_000);
    text.setMinRows(14);
    text.setMaxRows(28);
    text.setHelperText(getTranslation("brief.field.body.help"));
    Typing.sendAtPauses(text, PAUSE_MS);
    text.addValueChangeListener(e -> show(e.getValue()));
    Span title = new Span(getTranslation("brief.field.preview"));
    title.addClassName("field-label");
    // It scrolls by itself, so the keyboard must reach it.
    preview.getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
    preview.getElement().setAttribute("aria-label", getTranslation("brief.field.preview"));
    add(text, Parts.div("preview-side", title, preview));
  }

  private void show(String markdown) {
    preview.removeAll();
    preview.add(WrittenText.of(markdown));
  }

  void speak(String language) {
    preview.getElement().setAttribute("lang", language);
  }
}

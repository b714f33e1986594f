package org.plenary.briefs.ui;

import com.vaadin.flow.component.Html;
import org.plenary.briefs.BriefMarkup;

/** The body of a brief as the public page shows it, and nothing that it would leave out. */
final class WrittenText {
  private WrittenText() {}

  static Html of(String markdown) {
    // Sanitized by the one renderer that the public page uses too.
    Html text = new Html("<div>" + BriefMarkup.html(markdown) + "</div>");
    text.getElement().setAttribute("class", "prose").setAttribute("dir", "auto");
    return text;
  }
}

package org.plenary.ui;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import org.jspecify.annotations.Nullable;

/**
 * Escapes by the place a value stands in, and in attributes the closing angle bracket too, which
 * HTML would let be: what was typed nowhere looks like a tag.
 */
class MarkupOutput extends OwaspHtmlTemplateOutput {
  private boolean inAttribute;

  MarkupOutput(TemplateOutput output) {
    super(output);
  }

  @Override
  public void setContext(String tag, @Nullable String attribute) {
    inAttribute = attribute != null;
    super.setContext(tag, attribute);
  }

  @Override
  public void writeUserContent(@Nullable String value) {
    if (value == null || !inAttribute) {
      super.writeUserContent(value);
      return;
    }
    int from = 0;
    for (int at = value.indexOf('>'); at >= 0; at = value.indexOf('>', from)) {
      super.writeUserContent(value.substring(from, at));
      super.writeContent("&gt;");
      from = at + 1;
    }
    super.writeUserContent(value.substring(from));
  }
}

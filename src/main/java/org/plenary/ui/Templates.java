package org.plenary.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/**
 * The templates of {@code src/main/jte}, which the build made into classes: nothing is parsed or
 * compiled while the program runs. Thread-safe.
 */
@Component
public class Templates {
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader());
  private final MessageSource texts;
  private final Fiction fiction;

  Templates(MessageSource texts, Fiction fiction) {
    this.texts = texts;
    this.fiction = fiction;
  }

  /** Whether there is a template of this name, its path without ending. */
  boolean has(String name) {
    return engine.hasTemplate(name + ".jte");
  }

  /** The bytes of a page. */
  byte[] page(
      String name, Locale locale, @Nullable CsrfToken csrf, Map<String, Object> parameters) {
    Utf8ByteOutput page = new Utf8ByteOutput();
    write(name, locale, csrf, parameters, page);
    return page.toByteArray();
  }

  /** What a template makes of its parameters, where it is no page to be sent. */
  public String text(String name, Locale locale, Map<String, Object> parameters) {
    StringOutput text = new StringOutput();
    write(name, locale, null, parameters, text);
    return text.toString();
  }

  private void write(
      String name,
      Locale locale,
      @Nullable CsrfToken csrf,
      Map<String, Object> parameters,
      TemplateOutput output) {
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("html", new Html(texts, locale, fiction.isLoaded(), csrf));
    engine.render(name + ".jte", all, new MarkupOutput(output));
  }
}

package org.plenary.briefs;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/** How the body of a brief becomes HTML: the same on the public page and in the workspace. */
public final class BriefMarkup {
  private static final Parser MARKDOWN = Parser.builder().build();
  // Markdown's own output is rendered without raw HTML and then held to an allow-list all the same.
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
  private static final PolicyFactory POLICY =
      Sanitizers.BLOCKS.and(Sanitizers.FORMATTING).and(Sanitizers.LINKS).and(Sanitizers.TABLES);

  private BriefMarkup() {}

  /** Safe HTML of this CommonMark. */
  public static String html(String markdown) {
    return POLICY.sanitize(HTML.render(MARKDOWN.parse(markdown)));
  }
}

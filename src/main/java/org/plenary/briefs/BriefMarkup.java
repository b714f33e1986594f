package org.plenary.briefs;

import java.util.Locale;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/**
 * How the body of a brief becomes HTML, the same on the public page and in the workspace, and plain
 * text for the search. A link that leads nowhere allowed is its words, an image its description.
 */
public final class BriefMarkup {
  private static final Parser MARKDOWN = Parser.builder().build();
  // Markdown's own output is rendered without raw HTML and then held to an allow-list all the same.
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
  private static final TextContentRenderer TEXT = TextContentRenderer.builder().build();
  private static final PolicyFactory POLICY =
      Sanitizers.BLOCKS.and(Sanitizers.FORMATTING).and(Sanitizers.LINKS).and(Sanitizers.TABLES);

  private BriefMarkup() {}

  /** Safe HTML of this CommonMark. */
  public static String html(String markdown) {
    return POLICY.sanitize(HTML.render(parsed(markdown, false)));
  }

  /** The words of this CommonMark, without markup and addresses. */
  static String text(String markdown) {
    return TEXT.render(parsed(markdown, true));
  }

  private static Node parsed(String markdown, boolean wordsOnly) {
    Node document = MARKDOWN.parse(markdown);
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Link link) {
            visitChildren(link);
            if (wordsOnly || !leadsSomewhere(link.getDestination())) {
              unwrap(link);
            }
          }

          @Override
          public void visit(Image image) {
            visitChildren(image);
            unwrap(image);
          }
        });
    return document;
  }

  /** The addresses that a brief may link to: pages and mail. */
  private static boolean leadsSomewhere(String destination) {
    String address = destination.toLowerCase(Locale.ROOT);
    return address.startsWith("https://")
        || address.startsWith("http://")
        || address.startsWith("mailto:")
        || (address.startsWith("/") && !address.startsWith("//"));
  }

  private static void unwrap(Node node) {
    for (Node child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
      node.insertBefore(child);
    }
    node.unlink();
  }
}

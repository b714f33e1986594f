package org.plenary.briefs.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.bodies.Body;
import org.plenary.bodies.Theme;
import org.plenary.briefs.BriefDraft;
import org.plenary.briefs.PublishedBrief;
import org.plenary.citation.Citation;

/**
 * What the page of a brief and its PDF both say.
 *
 * @param bodyHtml held to the allow-list of Markdown
 * @param address where it is read, in full
 */
public record BriefPage(
    PublishedBrief brief,
    Body group,
    List<Theme> themes,
    String bodyHtml,
    List<SourceLink> sources,
    Citation cite,
    String address) {

  /**
   * A source as the public may follow it.
   *
   * @param newer the version that has been published since; null if this is it
   */
  public record SourceLink(
      String label, String url, String title, String authors, @Nullable Integer newer) {}

  /** A file beside the text, with its size in kilobytes. */
  public record AttachedFile(String name, String sha256, String kind, long kilobytes) {}

  /** The page in another language, for those who collect them. */
  public record Alternate(String language, String url) {}

  public BriefDraft content() {
    return brief.content();
  }
}

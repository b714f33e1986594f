package org.plenary.papers;

import java.util.Optional;

/** What another module has to show of a published paper, linked from its public page. */
public interface PaperLink {
  /**
   * @param path from the root of the site
   * @param text the key of the link's text
   */
  record Link(String path, String text) {}

  /** The link for this paper; empty where there is nothing to show. */
  Optional<Link> of(PublishedPaper paper);
}

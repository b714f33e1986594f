package org.plenary.review;

import org.jspecify.annotations.Nullable;
import org.plenary.kernel.DomainException;

/**
 * Where in a version a comment stands.
 *
 * @param page of a PDF, from 1; null for another file
 * @param paragraph of a DOCX, from 1; null for a PDF
 * @param quote the marked passage, at most {@value #QUOTE} characters; empty for a comment on a
 *     whole page, paragraph or paper
 */
public record Anchor(@Nullable Integer page, @Nullable Integer paragraph, String quote) {
  static final int QUOTE = 1_000;

  /** A comment on the paper as a whole. */
  public static final Anchor WHOLE = new Anchor(null, null, "");

  /** Whether it is somewhere in the paper, and not the paper as a whole. */
  public boolean isPlace() {
    return page != null || paragraph != null;
  }

  public Anchor {
    quote = quote.strip();
    if (quote.length() > QUOTE
        || (page != null && page < 1)
        || (paragraph != null && paragraph < 1)
        || (page != null && paragraph != null)) {
      throw new DomainException("review.comment.anchor");
    }
  }
}

package org.plenary.papers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.DomainException;

/**
 * What a chair says of a call for papers.
 *
 * @param opens its first day, in UTC; null for at once
 * @param closes its last day; null for one without end
 * @param publishesReviews whether the table of comments and answers is published with a paper
 */
public record CallDraft(
    String title,
    String text,
    @Nullable LocalDate opens,
    @Nullable LocalDate closes,
    Blindness blindness,
    boolean publishesReviews) {
  /** In characters. */
  public static final int LONGEST_TITLE = 200;

  /** In characters. */
  public static final int LONGEST_TEXT = 10_000;

  public CallDraft {
    title = title.strip();
    text = text.strip();
    if (title.length() > LONGEST_TITLE || text.length() > LONGEST_TEXT) {
      throw new DomainException("call.long", LONGEST_TITLE, LONGEST_TEXT);
    }
    if (title.isEmpty()) {
      throw new DomainException("call.title.missing");
    }
    if (opens != null && closes != null && closes.isBefore(opens)) {
      throw new DomainException("call.days");
    }
  }
}

package org.plenary.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a case is, what is next, whose turn it is and by when, as far as the actor it was made for
 * may know: authors learn of rounds and of the day by which a decision is to be expected, not of
 * reviewers.
 *
 * @param turn whose turn it is
 * @param by the day by which it is expected; null if nobody's turn
 */
public record CaseStatus(List<Step> steps, Turn turn, @Nullable LocalDate by) {
  /** A step's kind; names its text. */
  public enum Kind {
    SUBMITTED,
    CHECK,
    REVIEW,
    DECISION,
    REVISION,
    PUBLICATION,
    WITHDRAWAL
  }

  /** Whose turn it is; names its text. */
  public enum Turn {
    SECRETARIAT_NAMES,
    EDITOR_CHECKS,
    /** For who may not know which of the two: reviewers, or the handling editor. */
    REVIEW,
    REVIEWERS,
    EDITOR_INVITES,
    COMMENTS,
    EDITOR_DECIDES,
    AUTHORS,
    SECRETARIAT_PUBLISHES,
    NOBODY
  }

  /** Whether a step is behind, now or to come. */
  public enum Place {
    DONE,
    NOW,
    NEXT
  }

  /**
   * A step of the case.
   *
   * @param round of a review, decision or revision; else 0
   * @param outcome of a decision that was made
   * @param at when it was done
   * @param by the day by which it is expected
   */
  public record Step(
      Kind kind,
      int round,
      Place place,
      @Nullable Outcome outcome,
      @Nullable Instant at,
      @Nullable LocalDate by) {}
}

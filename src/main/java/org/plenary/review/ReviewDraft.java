package org.plenary.review;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer says besides the comments.
 *
 * @param scores from 1 to 5 each
 * @param summary for the authors too
 * @param confidential for the editors alone
 */
public record ReviewDraft(
    Map<Criterion, Integer> scores,
    @Nullable Outcome recommendation,
    String summary,
    String confidential) {

  /** Whether nothing was written yet. */
  public boolean isEmpty() {
    return scores.isEmpty()
        && recommendation == null
        && summary.isBlank()
        && confidential.isBlank();
  }

  /** The key of what still keeps the review from being submitted; null if nothing does. */
  public @Nullable String missing() {
    if (scores.size() < Criterion.values().length) {
      return "review.submit.scores";
    }
    if (recommendation == null) {
      return "review.submit.recommendation";
    }
    return summary.isBlank() ? "review.submit.summary" : null;
  }
}

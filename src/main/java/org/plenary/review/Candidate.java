package org.plenary.review;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone who might be asked to review, as the handling editor it was made for may know them.
 *
 * @param fit how well they know the subject; more is better, 0 for nothing known
 * @param why what speaks for them, in plain words
 * @param open reviews on their plate now
 * @param done reviews handed in within a year
 * @param late of the open ones, those past their due date
 * @param interest what ties them to the paper or its authors; the gravest if there are several
 * @param suggestedBy who suggested them when declining
 */
public record Candidate(
    UUID person,
    String name,
    String affiliation,
    String country,
    int fit,
    List<String> why,
    int open,
    int done,
    int late,
    @Nullable Interest interest,
    @Nullable String suggestedBy) {

  /** Whether something keeps them from reviewing this paper. */
  public boolean isBarred() {
    return interest != null && interest.grade() == Grade.BAR;
  }
}

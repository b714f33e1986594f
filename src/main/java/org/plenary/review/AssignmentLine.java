package org.plenary.review;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An assignment as those may see it who may know who reviews.
 *
 * @param declineReason null for who may not read reviews; so is the suggestion
 * @param suggestion whom the invited person suggested instead
 * @param ownConflict whether they declined for a conflict of their own
 * @param review null where it is not handed in, or the actor may not read it
 */
public record AssignmentLine(
    UUID id,
    String name,
    String affiliation,
    int round,
    AssignmentState state,
    LocalDate due,
    @Nullable String declineReason,
    @Nullable String suggestion,
    boolean ownConflict,
    @Nullable ReviewDraft review) {

  /** The same as the authors read it where reviews are signed: without what is for the editors. */
  AssignmentLine withoutConfidences() {
    return new AssignmentLine(
        id,
        name,
        affiliation,
        round,
        state,
        due,
        null,
        null,
        false,
        review == null
            ? null
            : new ReviewDraft(review.scores(), review.recommendation(), review.summary(), ""));
  }
}

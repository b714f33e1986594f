package org.plenary.review;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Actor;
import org.plenary.kernel.SeatRole;
import org.plenary.kernel.Terms;

/**
 * Who may do what in a case; the only place that says so. Authors and people in conflict are kept
 * out first, whatever seat they hold.
 */
final class ReviewAccess {
  private ReviewAccess() {}

  /**
   * What the rules look at.
   *
   * @param hasReviewEditor whether the group has a review editor who is not kept out
   * @param chaired whether the group has a chair or vice-chair who is not kept out
   * @param handler the handling editor; null while the secretariat has to name one
   * @param blinded the reviewers of a double-blind paper: handling it would tell them who wrote it
   * @param knowing persons who may know its authors, and so cannot review it
   */
  record Facts(
      UUID body,
      Set<UUID> authors,
      Set<UUID> conflicted,
      boolean hasReviewEditor,
      boolean chaired,
      @Nullable UUID handler,
      Set<UUID> blinded,
      Set<UUID> knowing) {
    boolean keepsOut(UUID person) {
      return authors.contains(person) || conflicted.contains(person);
    }
  }

  /**
   * Whether the actor may handle the case: the chair, the vice-chair who stands in, and the member
   * of the group who was named where neither can. Tasks and mails go to one of them, the handling
   * editor.
   */
  static boolean mayHandle(Actor actor, Facts of) {
    return isClear(actor, of)
        && (actor.holds(Terms.seat(SeatRole.CHAIR, of.body))
            || actor.holds(Terms.seat(SeatRole.VICE_CHAIR, of.body))
            || (actor.is(of.handler) && actor.holds(Terms.body(of.body))));
  }

  /** Whether the actor names the handling editor: the secretariat, where no chair can handle it. */
  static boolean mayName(Actor actor, Facts of) {
    return isClear(actor, of) && actor.holds(Terms.SECRETARIAT) && !of.chaired;
  }

  /** Whether the actor closes comments: the review editor; without one, who handles the case. */
  static boolean mayClose(Actor actor, Facts of) {
    return isClear(actor, of)
        && (actor.holds(Terms.seat(SeatRole.REVIEW_EDITOR, of.body))
            || (!of.hasReviewEditor && mayHandle(actor, of)));
  }

  /** Whether the actor may know who reviews. */
  static boolean mayKnowReviewers(Actor actor, Facts of) {
    return isClear(actor, of)
        && (mayHandle(actor, of)
            || actor.holds(Terms.seat(SeatRole.REVIEW_EDITOR, of.body))
            || actor.holds(Terms.SECRETARIAT));
  }

  /** Whether the actor may read the reviews whole, their confidential part included. */
  static boolean mayReadReviews(Actor actor, Facts of) {
    return mayHandle(actor, of) || mayClose(actor, of);
  }

  /** Whether the actor answers for the authors. */
  static boolean mayAnswer(Actor actor, Facts of) {
    return actor.person() != null && of.authors.contains(actor.person());
  }

  /**
   * Whether a person may be asked to review: nobody who wrote it or is in conflict, nor, where the
   * review is double blind, who may know the authors.
   */
  static boolean mayReview(UUID person, Facts of) {
    return !of.keepsOut(person) && !of.knowing.contains(person);
  }

  /** Whether a person has no part in handling the case, whatever seat they hold. */
  static boolean isOut(UUID person, Facts of) {
    return of.keepsOut(person) || of.blinded.contains(person);
  }

  private static boolean isClear(Actor actor, Facts of) {
    return actor.person() != null && !isOut(actor.person(), of);
  }
}

package org.plenary.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the reviewers remarked, what the authors answered and how each comment was closed, by round
 * and without the reviewers' names. Scores, recommendations, summaries, letters and what is
 * confidential are no part of it.
 */
public record ResponseTable(String reference, String title, List<Round> rounds) {

  /** The comments of one round, on one version. */
  public record Round(int number, int version, List<Row> rows) {}

  /**
   * One comment.
   *
   * @param number within the table, such as 2.3 for the third of round 2
   * @param reviewer “Reviewer 1”; numbers hold across rounds
   * @param disposition null as long as the authors have not answered
   * @param note what it was closed with; where both sides disagree, the position of the review
   *     editor beside that of the authors
   */
  public record Row(
      String number,
      String reviewer,
      Anchor anchor,
      CommentKind kind,
      String comment,
      @Nullable Disposition disposition,
      String answer,
      String pointer,
      boolean closed,
      String note) {}

  public boolean isEmpty() {
    return rounds.isEmpty();
  }
}

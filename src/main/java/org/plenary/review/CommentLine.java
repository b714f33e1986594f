package org.plenary.review;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Revisions;

/**
 * A comment as the actor it was made for may see it. The answer is what the authors sent; for the
 * authors while they revise, what they wrote so far.
 *
 * @param reviewer the name where the actor may know it, else “Reviewer 1”; numbers hold across
 *     rounds
 * @param revision of the comment itself, which changing, noting and closing must be told
 * @param answerRevision for the authors, of the answer being written; {@link Revisions#NONE} if
 *     none is
 * @param note what the review editor said when closing it; while it is open, for who closes, what
 *     they are about to say
 */
public record CommentLine(
    UUID id,
    String reviewer,
    int round,
    int version,
    Anchor anchor,
    CommentKind kind,
    CommentState state,
    String text,
    @Nullable Disposition disposition,
    String answer,
    String pointer,
    String note,
    long answerRevision,
    long revision) {

  /** Whether the authors said what they did and why. */
  public boolean isAnswered() {
    return disposition != null && !answer.isBlank();
  }

  /** The same without its answer. */
  public CommentLine unanswered() {
    return answered(null, "", "", answerRevision);
  }

  CommentLine answered(
      @Nullable Disposition newDisposition, String newAnswer, String newPointer, long written) {
    return with(newDisposition, newAnswer, newPointer, note, written);
  }

  /** A note is nobody's business but the editor's until the comment is closed with it. */
  CommentLine withoutDraftNote() {
    return state == CommentState.CLOSED
        ? this
        : with(disposition, answer, pointer, "", answerRevision);
  }

  private CommentLine with(
      @Nullable Disposition newDisposition,
      String newAnswer,
      String newPointer,
      String newNote,
      long newRevision) {
    return new CommentLine(
        id,
        reviewer,
        round,
        version,
        anchor,
        kind,
        state,
        text,
        newDisposition,
        newAnswer,
        newPointer,
        newNote,
        newRevision,
        revision);
  }
}

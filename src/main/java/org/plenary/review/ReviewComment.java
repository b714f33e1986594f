package org.plenary.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.DomainException;

/** A reviewer's comment on a passage, what the authors answered, and how it was closed. */
@Entity
@Table(name = "review_comment")
@NullUnmarked
class ReviewComment {
  @Id UUID id;
  @Version long revision;
  UUID caseId;
  UUID assignmentId;
  int round;
  int version;
  @Nullable Integer page;
  @Nullable Integer paragraph;
  String quote;

  @Column(length = 65_000)
  String text;

  @Enumerated(EnumType.STRING)
  CommentKind kind;

  @Enumerated(EnumType.STRING)
  CommentState state;

  @Enumerated(EnumType.STRING)
  @Nullable Disposition disposition;

  @Column(length = 65_000)
  String answer = "";

  String pointer = "";

  @Column(length = 65_000)
  String note = "";

  @Nullable UUID closedBy;
  @Nullable Instant closedAt;

  protected ReviewComment() {}

  ReviewComment(UUID id, Assignment by, int version, Anchor anchor, CommentKind kind, String text) {
    this.id = id;
    this.caseId = by.caseId;
    this.assignmentId = by.id;
    this.round = by.round;
    this.version = version;
    this.page = anchor.page();
    this.paragraph = anchor.paragraph();
    this.quote = anchor.quote();
    this.state = CommentState.DRAFT;
    write(kind, text);
  }

  void write(CommentKind newKind, String newText) {
    if (state != CommentState.DRAFT) {
      throw new DomainException("review.comment.sent");
    }
    if (newText.isBlank()) {
      throw new DomainException("review.comment.empty");
    }
    kind = newKind;
    text = Lengths.atMost(Lengths.COMMENT, newText.strip());
  }

  void open() {
    if (state == CommentState.DRAFT) {
      state = CommentState.OPEN;
    }
  }

  /** The authors send their answer. */
  void answer(AnswerDraft draft) {
    disposition = draft.disposition;
    answer = draft.answer;
    pointer = draft.pointer;
  }

  /** The note it is to be closed with. */
  void write(String newNote) {
    if (state != CommentState.OPEN) {
      throw new DomainException("review.close.state");
    }
    note = Lengths.atMost(Lengths.CLOSING, newNote);
  }

  void classify(CommentKind newKind) {
    if (state != CommentState.OPEN) {
      throw new DomainException("review.close.state");
    }
    kind = newKind;
  }

  /** Closed means considered, not agreed; both positions stay. */
  void close(UUID by, String newNote, Instant now) {
    if (state != CommentState.OPEN) {
      throw new DomainException("review.close.state");
    }
    if (disposition == null && newNote.isBlank()) {
      throw new DomainException("review.close.unanswered");
    }
    note = Lengths.atMost(Lengths.CLOSING, newNote.strip());
    state = CommentState.CLOSED;
    closedBy = by;
    closedAt = now;
  }

  boolean isAnswered() {
    return disposition != null;
  }
}

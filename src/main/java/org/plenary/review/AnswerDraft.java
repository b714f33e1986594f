package org.plenary.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Revisions;

/**
 * The authors' answer to a comment while they write it. It becomes the comment's answer when the
 * next version is sent; until then only the authors know of it.
 */
@Entity
@Table(name = "review_answer_draft")
@NullUnmarked
class AnswerDraft {
  @Id UUID commentId;
  // Null until saved: how Spring Data tells a new row whose id was given.
  @Version Long revision;
  UUID caseId;

  @Enumerated(EnumType.STRING)
  @Nullable Disposition disposition;

  @Column(length = 65_000)
  String answer = "";

  String pointer = "";

  protected AnswerDraft() {}

  AnswerDraft(ReviewComment of) {
    commentId = of.id;
    caseId = of.caseId;
  }

  void write(@Nullable Disposition newDisposition, String newAnswer, String newPointer) {
    disposition = newDisposition;
    answer = Lengths.atMost(Lengths.ANSWER, newAnswer.strip());
    pointer = Lengths.atMost(Lengths.POINTER, newPointer.strip());
  }

  long revision() {
    return revision == null ? Revisions.NONE : revision;
  }

  boolean isComplete() {
    return disposition != null && !answer.isBlank();
  }
}

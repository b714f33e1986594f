package org.plenary.review;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.audit.Audit;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Revisions;
import org.plenary.review.CaseFiles.File;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a comment once it was sent: answered by the authors, closed by the editor. */
@Service
public class Comments {
  private static final String KIND = "comment";
  private final CommentRepository comments;
  private final AnswerDraftRepository drafts;
  private final CaseFiles files;
  private final Audit audit;
  private final Clock clock;

  Comments(
      CommentRepository comments,
      AnswerDraftRepository drafts,
      CaseFiles files,
      Audit audit,
      Clock clock) {
    this.comments = comments;
    this.drafts = drafts;
    this.files = files;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Keeps the authors' answer as far as it is written. Only authors read it until the next version
   * is sent.
   *
   * @param answer may be empty
   * @param pointer where the change is found; may be empty
   * @param seen the revision of the answer that was on the screen; a co-author may have written
   * @return the revision now
   */
  @Transactional
  public long answer(
      Actor actor,
      UUID id,
      @Nullable Disposition disposition,
      String answer,
      String pointer,
      long seen) {
    ReviewComment comment = sent(id);
    File file = files.open(comment.caseId);
    if (!ReviewAccess.mayAnswer(actor, file.facts())) {
      throw new NotFoundException("comment " + id);
    }
    if (CaseFiles.working(file).of().state != CaseState.REVISION) {
      throw new DomainException("review.answer.state.case");
    }
    if (comment.state != CommentState.OPEN) {
      throw new DomainException("review.answer.closed");
    }
    AnswerDraft draft = drafts.findById(id).orElseGet(() -> new AnswerDraft(comment));
    Revisions.same(seen, draft.revision());
    draft.write(disposition, answer, pointer);
    AnswerDraft kept = drafts.saveAndFlush(draft);
    audit.record(
        actor, "comment.answered", KIND, id, disposition == null ? null : disposition.name());
    return kept.revision();
  }

  /** The review editor says whether a comment is substantive. */
  @Transactional
  public void classify(Actor actor, UUID id, CommentKind kind) {
    closable(actor, id).classify(kind);
    audit.record(actor, "comment.classified", KIND, id, kind.name());
  }

  /**
   * Keeps the note that a comment is to be closed with; until then only who closes reads it.
   *
   * @param seen the revision of the comment that was on the screen
   * @return the revision now
   */
  @Transactional
  public long note(Actor actor, UUID id, String note, long seen) {
    ReviewComment comment = closable(actor, id);
    Revisions.same(seen, comment.revision);
    comment.write(note);
    audit.record(actor, "comment.noted", KIND, id, null);
    comments.flush();
    return comment.revision;
  }

  /** Closes a comment as considered. Without an answer of the authors, a note says why. */
  @Transactional
  public void close(Actor actor, UUID id, String note, long seen) {
    ReviewComment comment = closable(actor, id);
    // What another window closed says so itself.
    if (comment.state == CommentState.OPEN) {
      Revisions.same(seen, comment.revision);
    }
    comment.close(actor.id(), note, clock.instant());
    audit.record(actor, "comment.closed", KIND, id, note);
  }

  private ReviewComment closable(Actor actor, UUID id) {
    ReviewComment comment = sent(id);
    File file = files.open(comment.caseId);
    if (!ReviewAccess.mayClose(actor, file.facts())) {
      throw new NotFoundException("comment " + id);
    }
    CaseFiles.working(file);
    return comment;
  }

  private ReviewComment sent(UUID id) {
    return comments
        .findById(id)
        .filter(comment -> comment.state != CommentState.DRAFT)
        .orElseThrow(() -> new NotFoundException("comment " + id));
  }
}

package org.plenary.review;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.plenary.audit.Audit;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Revisions;
import org.plenary.kernel.Uuids;
import org.plenary.review.CaseFiles.File;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A reviewer's own work on a paper. Nobody else reads it before it is handed in. Thread-safe. */
@Service
public class Reviews {
  private static final String KIND = "assignment";
  private final AssignmentRepository assignments;
  private final CommentRepository comments;
  private final CaseFiles files;
  private final CasePages pages;
  private final Audit audit;
  private final MessageSource texts;
  private final Clock clock;

  Reviews(
      AssignmentRepository assignments,
      CommentRepository comments,
      CaseFiles files,
      CasePages pages,
      Audit audit,
      MessageSource texts,
      Clock clock) {
    this.assignments = assignments;
    this.comments = comments;
    this.files = files;
    this.pages = pages;
    this.audit = audit;
    this.texts = texts;
    this.clock = clock;
  }

  /** The actor's own assignment. */
  @Transactional(readOnly = true)
  public ReviewPage page(Actor actor, UUID id) {
    Assignment own = own(actor, id);
    File file = files.open(own.caseId);
    List<Assignment> all =
        assignments.findByCaseIdOrderById(own.caseId).stream()
            .filter(a -> a.personId.equals(own.personId) && a.round <= own.round)
            .toList();
    List<ReviewComment> written =
        comments.findByAssignmentIdInOrderById(all.stream().map(a -> a.id).toList());
    return new ReviewPage(
        own.id,
        file.of().paperId,
        file.of().reference,
        file.paper().title(),
        file.paper().abstractText(),
        own.round,
        versionOf(file, own),
        own.state,
        own.dueOn,
        own.draft(),
        written.stream().map(c -> CasePages.line(c, actor.name()).withoutDraftNote()).toList(),
        own.state == AssignmentState.ACCEPTED,
        own.revision,
        file.paper().blindness());
  }

  /**
   * Keeps what is written so far; nothing need be complete.
   *
   * @param seen the revision that was on the screen; another window may have written since
   * @return the revision now
   */
  @Transactional
  public long save(Actor actor, UUID id, ReviewDraft draft, long seen) {
    Assignment own = own(actor, id);
    Revisions.same(seen, own.revision);
    own.write(draft);
    audit.record(actor, "review.saved", KIND, id, null);
    assignments.flush();
    return own.revision;
  }

  /** Adds a comment on a passage of the version under review; seen by its reviewer until sent. */
  @Transactional
  public UUID comment(Actor actor, UUID id, Anchor anchor, CommentKind kind, String text) {
    Assignment own = writable(actor, id);
    File file = CaseFiles.working(files.open(own.caseId));
    ReviewComment comment =
        new ReviewComment(Uuids.v7(clock.instant()), own, file.of().version, anchor, kind, text);
    comments.save(comment);
    audit.record(actor, "comment.written", KIND, id, comment.id.toString());
    return comment.id;
  }

  /**
   * Changes an own comment that was not sent yet.
   *
   * @param seen the revision that was on the screen, 0 for one that was just added
   * @return the revision now
   */
  @Transactional
  public long change(Actor actor, UUID comment, CommentKind kind, String text, long seen) {
    ReviewComment own = ownComment(actor, comment);
    Revisions.same(seen, own.revision);
    own.write(kind, text);
    audit.record(actor, "comment.changed", KIND, own.assignmentId, comment.toString());
    comments.flush();
    return own.revision;
  }

  /** Takes an own comment back that was not sent yet. */
  @Transactional
  public void remove(Actor actor, UUID comment) {
    ReviewComment own = ownComment(actor, comment);
    if (own.state != CommentState.DRAFT) {
      throw new DomainException("review.comment.sent");
    }
    comments.delete(own);
    audit.record(actor, "comment.removed", KIND, own.assignmentId, comment.toString());
  }

  /**
   * Hands the review in with its comments; from here on it cannot be changed.
   *
   * @param seen the revision that was on the screen: what is handed in is what was seen
   */
  @Transactional
  public void submit(Actor actor, UUID id, long seen) {
    Assignment own = writable(actor, id);
    Revisions.same(seen, own.revision);
    own.submit(clock.instant());
    comments.findByAssignmentIdInOrderById(List.of(id)).forEach(ReviewComment::open);
    File file = CaseFiles.working(files.open(own.caseId));
    long all =
        assignments.findByCaseIdOrderById(own.caseId).stream()
            .filter(
                a ->
                    a.round == own.round
                        && (a.state == AssignmentState.ACCEPTED
                            || a.state == AssignmentState.INVITED))
            .count();
    files.tell(
        files.handlers(file),
        "review.submitted",
        file,
        file.of().title,
        actor.name(),
        own.round,
        texts.getMessage(
            all == 0 ? "review.allIn" : "review.stillOut",
            new Object[] {all},
            java.util.Locale.ENGLISH));
    audit.record(actor, "review.submitted", KIND, id, null);
  }

  private static int versionOf(File file, Assignment own) {
    // Rounds and versions go together: each round but the first began with a new version.
    return own.round == file.of().round
        ? file.of().version
        : file.of().version - (file.of().round - own.round);
  }

  private Assignment own(Actor actor, UUID id) {
    return assignments
        .findById(id)
        .filter(assignment -> actor.is(assignment.personId))
        .orElseThrow(() -> new NotFoundException("assignment " + id));
  }

  private Assignment writable(Actor actor, UUID id) {
    Assignment own = own(actor, id);
    if (own.state != AssignmentState.ACCEPTED) {
      throw new DomainException("review.write.state");
    }
    return own;
  }

  private ReviewComment ownComment(Actor actor, UUID id) {
    return comments
        .findById(id)
        .filter(comment -> own(actor, comment.assignmentId).id.equals(comment.assignmentId))
        .orElseThrow(() -> new NotFoundException("comment " + id));
  }
}

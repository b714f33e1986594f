package org.plenary.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.plenary.audit.Audit;
import org.plenary.bodies.Actors;
import org.plenary.kernel.Actor;
import org.plenary.kernel.NotFoundException;
import org.plenary.papers.Papers;
import org.plenary.review.CaseFiles.File;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers to an invitation, by the secret of its link or by the invited person signed in. Looking
 * at it changes nothing, so a mail scanner that follows the link burns nothing. Thread-safe.
 */
@Service
public class Invitations {
  private final AssignmentRepository assignments;
  private final InvitationTokens links;
  private final CaseFiles files;
  private final Papers papers;
  private final Actors actors;
  private final Audit audit;
  private final MessageSource texts;
  private final Clock clock;

  Invitations(
      AssignmentRepository assignments,
      InvitationTokens links,
      CaseFiles files,
      Papers papers,
      Actors actors,
      Audit audit,
      MessageSource texts,
      Clock clock) {
    this.assignments = assignments;
    this.links = links;
    this.files = files;
    this.papers = papers;
    this.actors = actors;
    this.audit = audit;
    this.texts = texts;
    this.clock = clock;
  }

  /** What the link with this secret leads to; empty for an unknown one. */
  @Transactional(readOnly = true)
  public Optional<Invitation> look(Actor actor, String token) {
    return links
        .find(token)
        .map(
            assignment -> {
              File file = files.open(assignment.caseId);
              return new Invitation(
                  files.person(assignment.personId).name(),
                  file.paper().title(),
                  file.paper().abstractText(),
                  file.paper().language(),
                  files.group(file),
                  assignment.dueOn,
                  assignment.state,
                  ResponseTables.isPublished(file.of()),
                  file.paper().blindness());
            });
  }

  /**
   * Accepts by the secret of the link: holding it is what shows who acts. Tried again when another
   * reviewer of the same paper accepts in the same moment, for both are admitted to the same paper.
   */
  @Transactional
  @Retryable(includes = OptimisticLockingFailureException.class)
  public void accept(Actor actor, String token) {
    Assignment assignment = byToken(token);
    accept(actors.of(assignment.personId), assignment);
  }

  /** Accepts as the invited person signed in. */
  @Transactional
  @Retryable(includes = OptimisticLockingFailureException.class)
  public void accept(Actor actor, UUID id) {
    accept(actor, own(actor, id));
  }

  /** Declines by the secret of the link. */
  @Transactional
  public void decline(Actor actor, String token, Refusal refusal) {
    Assignment assignment = byToken(token);
    decline(actors.of(assignment.personId), assignment, refusal);
  }

  /** Declines as the invited person signed in. */
  @Transactional
  public void decline(Actor actor, UUID id, Refusal refusal) {
    decline(actor, own(actor, id), refusal);
  }

  private void accept(Actor invited, Assignment assignment) {
    assignment.accept(clock.instant());
    File file = CaseFiles.working(files.open(assignment.caseId));
    // Being admitted to the paper is a part of accepting: it must not come a moment later.
    papers.admitReviewer(Actor.SYSTEM, file.of().paperId, assignment.personId);
    files.tell(files.handlers(file), "review.accepted", file, file.of().title, invited.name());
    audit.record(invited, "invitation.accepted", Cases.KIND, assignment.caseId, null);
  }

  private void decline(Actor invited, Assignment assignment, Refusal refusal) {
    assignment.decline(refusal, clock.instant());
    File file = CaseFiles.working(files.open(assignment.caseId));
    List<String> said = new ArrayList<>();
    if (refusal.conflict()) {
      said.add(text("review.reason.conflict"));
    }
    if (!refusal.reason().isEmpty()) {
      said.add(text("review.reason", refusal.reason()));
    }
    if (!refusal.suggestion().isEmpty()) {
      said.add(text("review.reason.suggests", refusal.suggestion()));
    }
    files.tell(
        files.handlers(file),
        "review.declined",
        file,
        file.of().title,
        invited.name(),
        said.isEmpty() ? text("review.reason.none") : String.join("\n", said));
    audit.record(
        invited, "invitation.declined", Cases.KIND, assignment.caseId, String.join(" ", said));
  }

  private String text(String key, Object... arguments) {
    return texts.getMessage(key, arguments, Locale.ENGLISH);
  }

  private Assignment byToken(String token) {
    return links.find(token).orElseThrow(() -> new NotFoundException("invitation"));
  }

  private Assignment own(Actor actor, UUID id) {
    return assignments
        .findById(id)
        .filter(assignment -> actor.is(assignment.personId))
        .orElseThrow(() -> new NotFoundException("assignment " + id));
  }
}

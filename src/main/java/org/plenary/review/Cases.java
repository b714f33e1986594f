package org.plenary.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plenary.audit.Audit;
import org.plenary.kernel.Actor;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.SeatRole;
import org.plenary.kernel.Uuids;
import org.plenary.papers.PaperFacts;
import org.plenary.papers.PaperState;
import org.plenary.papers.Papers;
import org.plenary.review.CaseFiles.File;
import org.plenary.ui.Dates;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The case of a paper, from the desk to the last decision. Thread-safe. */
@Service
public class Cases {
  static final String KIND = "case";

  /** How many days a reviewer has for a next round. */
  static final int NEXT_ROUND_DAYS = 14;

  private final CaseRepository cases;
  private final AssignmentRepository assignments;
  private final CommentRepository comments;
  private final AnswerDraftRepository drafts;
  private final CaseFiles files;
  private final CasePages pages;
  private final Papers papers;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Cases(
      CaseRepository cases,
      AssignmentRepository assignments,
      CommentRepository comments,
      AnswerDraftRepository drafts,
      CaseFiles files,
      CasePages pages,
      Papers papers,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.cases = cases;
    this.assignments = assignments;
    this.comments = comments;
    this.drafts = drafts;
    this.files = files;
    this.pages = pages;
    this.papers = papers;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Opens the case of a submitted paper; does nothing if it is open or the paper is further. */
  @Transactional
  public void open(Actor actor, UUID paper) {
    PaperFacts facts = papers.facts(actor, paper);
    if (facts.state() != PaperState.SUBMITTED || cases.findByPaperId(paper).isPresent()) {
      return;
    }
    ReviewCase of = new ReviewCase(Uuids.v7(clock.instant()), facts, clock.instant());
    of.handlingEditor = files.file(of).facts().handler();
    cases.save(of);
    File file = files.file(of);
    String group = files.group(file);
    files.tell(files.handlers(file), "paper.submitted", file, of.title, of.reference, group);
    if (of.handlingEditor == null) {
      files.tell(files.secretariat(file), "review.toName", file, of.title, of.reference, group);
    }
    files.tell(facts.authors(), "paper.received", file, of.title, of.reference, group);
    audit.record(actor, "case.opened", KIND, of.id, of.reference);
  }

  /** Sends the authors' next version with their answers; the next round begins. */
  @Transactional
  public void resubmit(Actor actor, UUID id) {
    File file = files.open(id);
    if (!ReviewAccess.mayAnswer(actor, file.facts())) {
      throw new NotFoundException("case " + id);
    }
    ReviewCase of = CaseFiles.working(file).of();
    int unanswered = answer(of);
    int before = of.round;
    of.resubmit(file.paper().version(), unanswered, clock.instant());
    // The version leaves the authors' hands with its answers, and not a moment later.
    papers.sendVersion(Actor.SYSTEM, of.paperId);
    LocalDate due = LocalDate.now(clock).plusDays(NEXT_ROUND_DAYS);
    for (Assignment earlier : assignments.findByCaseIdOrderById(id)) {
      if (earlier.round == before && earlier.state == AssignmentState.SUBMITTED) {
        Assignment next =
            Assignment.continued(
                Uuids.v7(clock.instant()), of, earlier.personId, due, clock.instant());
        assignments.save(next);
        files.tell(
            file,
            earlier.personId,
            "review.again",
            "/workspace/reviews/" + next.id,
            of.title,
            of.version,
            Dates.day(due));
      }
    }
    files.tell(files.handlers(file), "review.resubmitted", file, of.title, of.version, of.round);
    files.tell(file.paper().authors(), "review.resent", file, of.title, of.version, of.round);
    if (comments.countByCaseIdAndKindAndState(id, CommentKind.SUBSTANTIVE, CommentState.OPEN) > 0) {
      files.tell(
          files.inRole(file, SeatRole.REVIEW_EDITOR), "review.comments", file, of.title, of.round);
    }
    audit.record(actor, "case.resubmitted", KIND, id, "version " + of.version);
    events.publishEvent(new CaseMoved(of.paperId));
  }

  /** Makes what the authors wrote their answers; returns how many open comments have none. */
  private int answer(ReviewCase of) {
    List<AnswerDraft> written = drafts.findByCaseId(of.id);
    Map<UUID, AnswerDraft> byComment =
        written.stream().collect(Collectors.toMap(d -> d.commentId, d -> d));
    int unanswered = 0;
    for (ReviewComment comment : comments.findByCaseIdOrderById(of.id)) {
      if (comment.state == CommentState.OPEN) {
        AnswerDraft draft = byComment.get(comment.id);
        if (draft == null ? !comment.isAnswered() : !draft.isComplete()) {
          unanswered++;
        } else if (draft != null) {
          comment.answer(draft);
        }
      }
    }
    drafts.deleteAll(written);
    return unanswered;
  }

  /** Closes the case of a paper that its authors took back; the program's own step, taken once. */
  @Transactional
  public void close(Actor actor, UUID paper) {
    PaperFacts facts = papers.facts(actor, paper);
    Optional<ReviewCase> found = cases.findByPaperId(paper);
    if (facts.state() != PaperState.WITHDRAWN || found.isEmpty()) {
      return;
    }
    ReviewCase of = found.get();
    boolean accepted = of.state == CaseState.ACCEPTED;
    if (!of.withdraw(clock.instant())) {
      return;
    }
    File file = files.file(of);
    String reason = papers.withdrawalReason(actor, paper);
    files.tell(files.handlers(file), "review.withdrawn", file, of.title, of.reference, reason);
    if (accepted) {
      files.tell(
          files.secretariat(file),
          "review.withdrawnAccepted",
          file,
          of.title,
          of.reference,
          reason);
    }
    for (Assignment assignment : assignments.findByCaseIdOrderById(of.id)) {
      if (assignment.round == of.round
          && assignment.state != AssignmentState.DECLINED
          && assignment.state != AssignmentState.CANCELLED) {
        files.tell(
            file,
            assignment.personId,
            "review.stopped",
            "/workspace/reviews/" + assignment.id,
            of.title,
            reason);
      }
      assignment.cancel();
    }
    files.tell(facts.authors(), "paper.withdrawn", file, of.title, of.reference);
    audit.record(actor, "case.withdrawn", KIND, of.id, of.reference);
  }

  /** Tells the authors that their paper is public; the program's own step, taken once. */
  @Transactional
  public void tellPublished(Actor actor, UUID paper) {
    papers.facts(actor, paper);
    cases
        .findByPaperId(paper)
        .map(files::file)
        .ifPresent(
            file -> {
              files.tell(
                  file.paper().authors(),
                  "paper.published",
                  file,
                  file.of().title,
                  file.of().reference);
              audit.record(actor, "case.published", KIND, file.of().id, null);
            });
  }

  /**
   * The case of this paper as the actor may see it; empty where there is none, or none for them.
   */
  @Transactional(readOnly = true)
  public Optional<CasePage> page(Actor actor, UUID paper) {
    return cases.findByPaperId(paper).map(files::file).flatMap(file -> pages.of(actor, file));
  }

  /** Where the case stands; for those who follow it. */
  @Transactional(readOnly = true)
  Optional<CaseState> state(UUID paper) {
    return cases.findByPaperId(paper).map(of -> of.state);
  }
}

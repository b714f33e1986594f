package org.plenary.review;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.plenary.audit.Audit;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.Revisions;
import org.plenary.kernel.Uuids;
import org.plenary.papers.Blindness;
import org.plenary.review.CaseFiles.File;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The decisions on a case: written, composed from the reviews, sent. Thread-safe. */
@Service
public class Decisions {
  private final AssignmentRepository assignments;
  private final CommentRepository comments;
  private final DecisionRepository decisions;
  private final UnsentDecisionRepository unsent;
  private final CaseFiles files;
  private final Audit audit;
  private final MessageSource texts;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Decisions(
      AssignmentRepository assignments,
      CommentRepository comments,
      DecisionRepository decisions,
      UnsentDecisionRepository unsent,
      CaseFiles files,
      Audit audit,
      MessageSource texts,
      ApplicationEventPublisher events,
      Clock clock) {
    this.assignments = assignments;
    this.comments = comments;
    this.decisions = decisions;
    this.unsent = unsent;
    this.files = files;
    this.audit = audit;
    this.texts = texts;
    this.events = events;
    this.clock = clock;
  }

  /** Decides, and tells the authors by letter and the reviewers what became of the paper. */
  @Transactional
  public void decide(Actor actor, UUID id, Outcome outcome, String letter) {
    File file = files.handled(actor, id);
    ReviewCase of = file.of();
    if (letter.isBlank()) {
      throw new DomainException("review.decide.letter");
    }
    List<Assignment> round =
        assignments.findByCaseIdOrderById(id).stream().filter(a -> a.round == of.round).toList();
    int submitted = (int) round.stream().filter(a -> a.state == AssignmentState.SUBMITTED).count();
    int open =
        comments.countByCaseIdAndKindAndState(id, CommentKind.SUBSTANTIVE, CommentState.OPEN);
    Lengths.atMost(Lengths.LETTER, letter.strip());
    of.decide(outcome, submitted, open, clock.instant());
    unsent.findByCaseIdAndPersonId(id, actor.id()).ifPresent(unsent::delete);
    decisions.save(
        new Decision(
            Uuids.v7(clock.instant()), of, outcome, letter.strip(), actor.id(), clock.instant()));
    List<Assignment> working = round.stream().filter(Assignment::isWaitedFor).toList();
    round.forEach(Assignment::cancel);
    String said = text("outcome.said." + outcome);
    files.tell(
        file.paper().authors(),
        "review.decided",
        file,
        of.title,
        of.reference,
        said,
        letter.strip());
    for (Assignment assignment : round) {
      if (assignment.state == AssignmentState.SUBMITTED) {
        files.tell(
            file,
            assignment.personId,
            "review.outcome",
            "/workspace/reviews/" + assignment.id,
            of.title,
            said);
      }
    }
    for (Assignment assignment : working) {
      files.tell(
          file,
          assignment.personId,
          "review.cancelled",
          "/workspace/reviews/" + assignment.id,
          of.title);
    }
    if (outcome == Outcome.ACCEPT) {
      files.tell(files.secretariat(file), "paper.accepted", file, of.title, of.reference);
    }
    audit.record(actor, "case.decided", Cases.KIND, id, outcome.name());
    events.publishEvent(new CaseMoved(of.paperId));
  }

  /** The actor's own decision as far as it is written. */
  @Transactional(readOnly = true)
  public DecisionDraft draft(Actor actor, UUID id) {
    files.handled(actor, id);
    return unsent
        .findByCaseIdAndPersonId(id, actor.id())
        .map(d -> new DecisionDraft(d.outcome, d.letter, d.revision))
        .orElse(new DecisionDraft(null, "", Revisions.NONE));
  }

  /**
   * Keeps a decision as far as it is written.
   *
   * @param draft with the revision that was on the screen
   * @return the revision now
   */
  @Transactional
  public long write(Actor actor, UUID id, DecisionDraft draft) {
    files.handled(actor, id);
    UnsentDecision decision =
        unsent
            .findByCaseIdAndPersonId(id, actor.id())
            .orElseGet(() -> new UnsentDecision(Uuids.v7(clock.instant()), id, actor.id()));
    Revisions.same(
        draft.revision(), decision.revision == null ? Revisions.NONE : decision.revision);
    decision.outcome = draft.outcome();
    decision.letter = Lengths.atMost(Lengths.LETTER, draft.letter());
    audit.record(actor, "case.decision.written", Cases.KIND, id, null);
    return unsent.saveAndFlush(decision).revision;
  }

  /**
   * The letter that a decision would start from: the reviews' summaries, with names only where the
   * review is open.
   */
  @Transactional(readOnly = true)
  public String letter(Actor actor, UUID id, Outcome outcome) {
    File file = files.handled(actor, id);
    StringBuilder letter = new StringBuilder(text("letter.opening", file.of().title));
    letter.append("\n\n").append(text("letter." + outcome));
    int number = 0;
    for (Assignment assignment : assignments.findByCaseIdOrderById(id)) {
      if (assignment.round == file.of().round && assignment.state == AssignmentState.SUBMITTED) {
        number++;
        letter
            .append("\n\n")
            .append(
                file.paper().blindness() == Blindness.OPEN
                    ? files.person(assignment.personId).name() + ":"
                    : text("letter.review", number))
            .append('\n')
            .append(assignment.summary.strip());
      }
    }
    return letter.toString();
  }

  private String text(String key, Object... arguments) {
    return texts.getMessage(key, arguments, Locale.ENGLISH);
  }
}

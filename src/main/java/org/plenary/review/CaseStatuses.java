package org.plenary.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Actor;
import org.plenary.papers.PaperState;
import org.plenary.review.CaseFiles.File;
import org.plenary.review.CaseStatus.Kind;
import org.plenary.review.CaseStatus.Place;
import org.plenary.review.CaseStatus.Step;
import org.plenary.review.CaseStatus.Turn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a case is and what is next, worked out anew from what happened. Thread-safe. */
@Service
public class CaseStatuses {
  private final CaseRepository cases;
  private final DecisionRepository decisions;
  private final CommentRepository comments;
  private final CaseFiles files;

  CaseStatuses(
      CaseRepository cases,
      DecisionRepository decisions,
      CommentRepository comments,
      CaseFiles files) {
    this.cases = cases;
    this.decisions = decisions;
    this.comments = comments;
    this.files = files;
  }

  /** The status of a paper's case; empty where there is none for the actor. */
  @Transactional(readOnly = true)
  public Optional<CaseStatus> of(Actor actor, UUID paper) {
    return cases
        .findByPaperId(paper)
        .map(files::file)
        .filter(
            file ->
                ReviewAccess.mayAnswer(actor, file.facts())
                    || ReviewAccess.mayKnowReviewers(actor, file.facts()))
        .map(file -> status(file, ReviewAccess.mayKnowReviewers(actor, file.facts())));
  }

  private CaseStatus status(File file, boolean knows) {
    ReviewCase of = file.of();
    List<Assignment> asked = files.assignments(of.id);
    List<Decision> made = decisions.findByCaseIdOrderById(of.id);
    Instant opened = Instant.ofEpochMilli(of.id.getMostSignificantBits() >>> 16);
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(Kind.SUBMITTED, 0, Place.DONE, null, opened, null));
    boolean desk = of.state == CaseState.DESK;
    LocalDate byDesk = Pace.desk(opened);
    steps.add(
        new Step(Kind.CHECK, 0, desk ? Place.NOW : Place.DONE, null, null, desk ? byDesk : null));
    LocalDate byDecision = byDecision(asked, of.round);
    LocalDate byRevision = Pace.revision(of.movedAt);
    if (of.state != CaseState.DESK_REJECTED) {
      int rounds = of.state == CaseState.WITHDRAWN ? of.round : Math.max(1, of.round);
      for (int round = 1; round <= rounds; round++) {
        boolean runs = of.state == CaseState.IN_REVIEW && round == of.round;
        Decision decision = decision(made, round);
        steps.add(
            new Step(
                Kind.REVIEW,
                round,
                desk ? Place.NEXT : runs ? Place.NOW : Place.DONE,
                null,
                began(asked, round),
                null));
        steps.add(
            new Step(
                Kind.DECISION,
                round,
                decision == null ? Place.NEXT : Place.DONE,
                decision == null ? null : decision.outcome,
                decision == null ? null : decision.decidedAt,
                runs ? byDecision : null));
        boolean revising = of.state == CaseState.REVISION && round == of.round;
        if (revising || round < of.round) {
          steps.add(
              new Step(
                  Kind.REVISION,
                  round,
                  revising ? Place.NOW : Place.DONE,
                  null,
                  revising ? null : began(asked, round + 1),
                  revising ? byRevision : null));
        }
      }
    } else {
      Decision decision = decision(made, 0);
      steps.add(
          new Step(
              Kind.DECISION,
              0,
              Place.DONE,
              Outcome.DESK_REJECT,
              decision == null ? null : decision.decidedAt,
              null));
    }
    boolean published = file.paper().state() == PaperState.PUBLISHED;
    if (of.state == CaseState.WITHDRAWN) {
      // What was to come does not come any more.
      steps.removeIf(step -> step.place() == Place.NEXT);
      steps.add(new Step(Kind.WITHDRAWAL, 0, Place.DONE, null, of.movedAt, null));
    } else if (of.state != CaseState.REJECTED && of.state != CaseState.DESK_REJECTED) {
      steps.add(
          new Step(
              Kind.PUBLICATION,
              0,
              published ? Place.DONE : of.state == CaseState.ACCEPTED ? Place.NOW : Place.NEXT,
              null,
              null,
              null));
    }
    Turn turn = turn(file, asked, published, knows);
    LocalDate by =
        switch (turn) {
          case SECRETARIAT_NAMES, EDITOR_CHECKS -> byDesk;
          case REVIEW, EDITOR_INVITES, COMMENTS, EDITOR_DECIDES -> byDecision;
          case REVIEWERS -> lastDue(asked, of.round);
          case AUTHORS -> byRevision;
          case SECRETARIAT_PUBLISHES, NOBODY -> null;
        };
    return new CaseStatus(steps, turn, by);
  }

  private Turn turn(File file, List<Assignment> asked, boolean published, boolean knows) {
    ReviewCase of = file.of();
    return switch (of.state) {
      case DESK -> file.facts().handler() == null ? Turn.SECRETARIAT_NAMES : Turn.EDITOR_CHECKS;
      case IN_REVIEW -> {
        if (!knows) {
          yield Turn.REVIEW;
        }
        List<Assignment> round = asked.stream().filter(a -> a.round == of.round).toList();
        if (round.stream().anyMatch(Assignment::isWaitedFor)) {
          yield Turn.REVIEWERS;
        }
        if (round.stream().noneMatch(a -> a.state == AssignmentState.SUBMITTED)) {
          yield Turn.EDITOR_INVITES;
        }
        int open =
            comments.countByCaseIdAndKindAndState(
                of.id, CommentKind.SUBSTANTIVE, CommentState.OPEN);
        yield of.round > 1 && open > 0 ? Turn.COMMENTS : Turn.EDITOR_DECIDES;
      }
      case REVISION -> Turn.AUTHORS;
      case ACCEPTED -> published ? Turn.NOBODY : Turn.SECRETARIAT_PUBLISHES;
      case REJECTED, DESK_REJECTED, WITHDRAWN -> Turn.NOBODY;
    };
  }

  private static @Nullable Decision decision(List<Decision> made, int round) {
    return made.stream().filter(d -> d.round == round).findFirst().orElse(null);
  }

  private static @Nullable Instant began(List<Assignment> asked, int round) {
    return asked.stream()
        .filter(a -> a.round == round)
        .map(a -> a.invitedAt)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static @Nullable LocalDate lastDue(List<Assignment> asked, int round) {
    return asked.stream()
        .filter(a -> a.round == round && a.state != AssignmentState.DECLINED)
        .map(a -> a.dueOn)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static @Nullable LocalDate byDecision(List<Assignment> asked, int round) {
    LocalDate due = lastDue(asked, round);
    return due == null ? null : Pace.decision(due);
  }
}

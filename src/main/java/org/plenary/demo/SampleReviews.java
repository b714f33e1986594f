package org.plenary.demo;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plenary.bodies.Body;
import org.plenary.bodies.Seat;
import org.plenary.demo.Sample.SamplePaper;
import org.plenary.demo.Sample.Section;
import org.plenary.files.FileStore;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Revisions;
import org.plenary.kernel.SeatRole;
import org.plenary.papers.PaperState;
import org.plenary.papers.Papers;
import org.plenary.papers.Withdrawals;
import org.plenary.review.Anchor;
import org.plenary.review.AssignmentLine;
import org.plenary.review.Candidate;
import org.plenary.review.Candidates;
import org.plenary.review.CasePage;
import org.plenary.review.Cases;
import org.plenary.review.CommentKind;
import org.plenary.review.CommentLine;
import org.plenary.review.Comments;
import org.plenary.review.Criterion;
import org.plenary.review.Decisions;
import org.plenary.review.DeskChecks;
import org.plenary.review.DeskPoint;
import org.plenary.review.Disposition;
import org.plenary.review.Invitations;
import org.plenary.review.InviteDraft;
import org.plenary.review.Inviting;
import org.plenary.review.Outcome;
import org.plenary.review.ReviewDraft;
import org.plenary.review.Reviews;
import org.plenary.review.Verdict;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Takes a submitted paper of the sample as far through review as it came, each step by who takes
 * it. What would follow after the commit of a step is done here at once: the next step needs it.
 */
@Component
@ConditionalOnBooleanProperty("plenary.demo")
class SampleReviews {
  private static final int REVIEWERS = 2;
  private static final int DAYS = 28;

  private final Cases cases;
  private final DeskChecks checks;
  private final Candidates candidates;
  private final Inviting inviting;
  private final Invitations invitations;
  private final Reviews reviews;
  private final Comments comments;
  private final Decisions decisions;
  private final Papers papers;
  private final Withdrawals withdrawals;
  private final FileStore files;
  private final Clock clock;
  private final Sample.Words words = Sample.words();

  /** How many reviews were written: what is said in each comes in its turn. */
  private int written;

  private int underReview;

  SampleReviews(
      Cases cases,
      DeskChecks checks,
      Candidates candidates,
      Inviting inviting,
      Invitations invitations,
      Reviews reviews,
      Comments comments,
      Decisions decisions,
      Papers papers,
      Withdrawals withdrawals,
      FileStore files,
      Clock clock) {
    this.cases = cases;
    this.checks = checks;
    this.candidates = candidates;
    this.inviting = inviting;
    this.invitations = invitations;
    this.reviews = reviews;
    this.comments = comments;
    this.decisions = decisions;
    this.papers = papers;
    this.withdrawals = withdrawals;
    this.files = files;
    this.clock = clock;
  }

  void bring(SamplePaper p, UUID paper, Actor author, SampleHouse house) {
    cases.open(Actor.SYSTEM, paper);
    Actor chair = house.inRole(house.group(p.group()), SeatRole.CHAIR);
    switch (p.stage()) {
      case IN_REVIEW -> {
        List<Asked> asked = ask(p, paper, chair, house);
        // Of one paper no review is in, of the next one is, of the next both are.
        for (Asked reviewer : asked.subList(0, underReview++ % (REVIEWERS + 1))) {
          review(p, reviewer, Outcome.MINOR);
        }
      }
      case MINOR_REVISION -> decide(p, paper, chair, house, Outcome.MINOR);
      case MAJOR_REVISION -> decide(p, paper, chair, house, Outcome.MAJOR);
      case REJECTED -> decide(p, paper, chair, house, Outcome.REJECT);
      case RESUBMITTED -> {
        decide(p, paper, chair, house, Outcome.MAJOR);
        resubmit(p, paper, author);
      }
      case DESK_REJECTED -> {
        UUID id = of(chair, paper).id();
        decisions.decide(
            chair, id, Outcome.DESK_REJECT, decisions.letter(chair, id, Outcome.DESK_REJECT));
        papers.follow(Actor.SYSTEM, paper, PaperState.REJECTED);
      }
      case WITHDRAWN -> {
        withdrawals.withdraw(author, paper, words.withdrawal());
        cases.close(Actor.SYSTEM, paper);
      }
      default -> {
        // It waits at the desk.
      }
    }
  }

  private CasePage of(Actor actor, UUID paper) {
    return cases.page(actor, paper).orElseThrow();
  }

  /** Someone who was asked, with what they were asked for. */
  private record Asked(Actor reviewer, UUID assignment) {}

  /** From the desk to reviewers who have accepted. */
  private List<Asked> ask(SamplePaper p, UUID paper, Actor chair, SampleHouse house) {
    UUID id = of(chair, paper).id();
    for (DeskPoint point : DeskPoint.values()) {
      String note = words.findings().get(point.ordinal());
      checks.record(chair, id, point, Verdict.PASS, note, Revisions.NONE);
    }
    Set<UUID> fit = reviewersOf(house.group(p.group()), house);
    List<UUID> chosen =
        candidates.of(chair, id).stream()
            .filter(c -> c.interest() == null && fit.contains(c.person()))
            .sorted(Comparator.comparingInt(Candidate::open))
            .limit(REVIEWERS)
            .map(Candidate::person)
            .toList();
    LocalDate due = LocalDate.now(clock).plusDays(DAYS);
    inviting.invite(chair, id, new InviteDraft(chosen, due, "", Set.of(), false));
    papers.follow(Actor.SYSTEM, paper, PaperState.IN_REVIEW);
    List<Asked> asked = of(chair, paper).assignments().stream().map(a -> asked(a, house)).toList();
    asked.forEach(a -> invitations.accept(a.reviewer, a.assignment));
    return asked;
  }

  private static Asked asked(AssignmentLine line, SampleHouse house) {
    return new Asked(house.named(line.name()), line.id());
  }

  /** Members and volunteers of the group whom the sample has for this. */
  private static Set<UUID> reviewersOf(Body group, SampleHouse house) {
    return house.bodies().seats(group.id()).stream()
        .filter(s -> s.role() == SeatRole.MEMBER || s.role() == SeatRole.VOLUNTEER)
        .map(Seat::person)
        .filter(house.reviewers()::contains)
        .collect(Collectors.toSet());
  }

  private void review(SamplePaper p, Asked asked, Outcome recommended) {
    int n = written++;
    String passage = sentence(p.abstractText(), n);
    reviews.comment(
        asked.reviewer,
        asked.assignment,
        new Anchor(1, null, passage),
        CommentKind.SUBSTANTIVE,
        turn(words.comments(), n));
    if (n % 2 == 0) {
      reviews.comment(
          asked.reviewer,
          asked.assignment,
          Anchor.WHOLE,
          CommentKind.EDITORIAL,
          turn(words.comments(), n + 3));
    }
    ReviewDraft draft =
        new ReviewDraft(
            Map.of(
                Criterion.EVIDENCE, recommended == Outcome.REJECT ? 2 : 3 + n % 2,
                Criterion.RELEVANCE, 4 + n % 2,
                Criterion.CLARITY, 3 + (n + 1) % 3),
            recommended,
            turn(words.summaries(), n),
            turn(words.confidential(), n));
    long seen = reviews.page(asked.reviewer, asked.assignment).revision();
    seen = reviews.save(asked.reviewer, asked.assignment, draft, seen);
    reviews.submit(asked.reviewer, asked.assignment, seen);
  }

  private static String sentence(String text, int n) {
    return turn(List.of(text.split("(?<=[.?!]) ")), n);
  }

  private static String turn(List<String> all, int n) {
    return all.get(n % all.size());
  }

  private void decide(SamplePaper p, UUID paper, Actor chair, SampleHouse house, Outcome outcome) {
    ask(p, paper, chair, house).forEach(asked -> review(p, asked, outcome));
    UUID id = of(chair, paper).id();
    decisions.decide(chair, id, outcome, decisions.letter(chair, id, outcome));
    papers.follow(
        Actor.SYSTEM, paper, outcome == Outcome.REJECT ? PaperState.REJECTED : PaperState.REVISION);
  }

  private void resubmit(SamplePaper p, UUID paper, Actor author) {
    CasePage page = of(author, paper);
    int n = 0;
    for (CommentLine comment : page.comments()) {
      comments.answer(
          author,
          comment.id(),
          n == 0 ? Disposition.ACCEPTED : Disposition.PARTLY,
          turn(words.answers(), n++),
          words.pointer(),
          comment.answerRevision());
    }
    SamplePaper next = p.with(new Section("Changes after review", List.of(words.added())));
    papers.addVersion(
        author, paper, files.put(new ByteArrayInputStream(SamplePdf.of(next))), p.key() + "-2.pdf");
    long seen = papers.page(author, papers.reference(author, paper)).revision();
    papers.noteChange(author, paper, words.changeNote(), seen);
    cases.resubmit(author, page.id());
    papers.follow(Actor.SYSTEM, paper, PaperState.IN_REVIEW);
  }
}

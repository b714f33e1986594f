package org.plenary.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plenary.audit.Audit;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.BodyKind;
import org.plenary.bodies.Seat;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Revisions;
import org.plenary.kernel.SeatRole;
import org.plenary.kernel.Uuids;
import org.plenary.papers.Blindness;
import org.plenary.papers.PaperFacts;
import org.plenary.papers.PaperState;
import org.plenary.papers.Papers;
import org.plenary.people.People;
import org.plenary.review.CaseFiles.File;
import org.plenary.ui.Dates;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
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
  private final DecisionRepository decisions;
  private final UnsentDecisionRepository unsent;
  private final CaseFiles files;
  private final CasePages pages;
  private final InvitationTokens tokens;
  private final Papers papers;
  private final People people;
  private final Bodies bodies;
  private final Audit audit;
  private final MessageSource texts;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;
  private final Clock clock;

  Cases(
      CaseRepository cases,
      AssignmentRepository assignments,
      CommentRepository comments,
      AnswerDraftRepository drafts,
      DecisionRepository decisions,
      UnsentDecisionRepository unsent,
      CaseFiles files,
      CasePages pages,
      InvitationTokens tokens,
      Papers papers,
      People people,
      Bodies bodies,
      Audit audit,
      MessageSource texts,
      ApplicationEventPublisher events,
      JdbcClient jdbc,
      Clock clock) {
    this.cases = cases;
    this.assignments = assignments;
    this.comments = comments;
    this.drafts = drafts;
    this.decisions = decisions;
    this.unsent = unsent;
    this.files = files;
    this.pages = pages;
    this.tokens = tokens;
    this.papers = papers;
    this.people = people;
    this.bodies = bodies;
    this.audit = audit;
    this.texts = texts;
    this.events = events;
    this.jdbc = jdbc;
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
    cases.save(of);
    File file = files.file(of);
    String group = files.group(file);
    files.tell(files.handlers(file), "paper.submitted", file, of.title, of.reference, group);
    files.tell(facts.authors(), "paper.received", file, of.title, of.reference, group);
    audit.record(actor, "case.opened", KIND, of.id, of.reference);
  }

  /** Who may be asked to review, with what is on their plate; for who handles the case. */
  @Transactional(readOnly = true)
  public List<Candidate> candidates(Actor actor, UUID id) {
    File file = handled(actor, id);
    Set<UUID> asked = asked(file.of());
    Map<UUID, Integer> loads =
        jdbc
            .sql(
                "select person_id, count(*) from review_assignment"
                    + " where state in ('INVITED', 'ACCEPTED') group by person_id")
            .query((rs, n) -> Map.entry(Uuids.of(rs.getBytes(1)), rs.getInt(2)))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return people.directory(actor).stream()
        .filter(p -> ReviewAccess.mayReview(p.id(), file.facts()) && !asked.contains(p.id()))
        .filter(p -> !actor.is(p.id()))
        .map(p -> new Candidate(p.id(), p.name(), p.affiliation(), loads.getOrDefault(p.id(), 0)))
        .toList();
  }

  /** Who was asked in the round that runs, whatever became of it; may be changed. */
  private Set<UUID> asked(ReviewCase of) {
    return assignments.findByCaseIdOrderById(of.id).stream()
        .filter(a -> a.round == Math.max(1, of.round))
        .map(a -> a.personId)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Asks persons to review; from the desk this begins the first round. */
  @Transactional
  public void invite(Actor actor, UUID id, Collection<UUID> persons, LocalDate due) {
    File file = handled(actor, id);
    ReviewCase of = file.of();
    if (persons.isEmpty()) {
      throw new DomainException("review.invite.nobody");
    }
    if (due.isBefore(LocalDate.now(clock))) {
      throw new DomainException("review.invite.past");
    }
    boolean moved = of.invite(clock.instant());
    Set<UUID> asked = asked(of);
    for (UUID person : persons) {
      if (!asked.add(person)) {
        throw new DomainException("review.invite.twice", files.person(person).name());
      }
      if (!ReviewAccess.mayReview(person, file.facts()) || actor.is(person)) {
        throw new DomainException("review.invite.conflict", files.person(person).name());
      }
      String token = tokens.create();
      assignments.saveAndFlush(
          Assignment.invited(
              Uuids.v7(clock.instant()),
              of,
              person,
              InvitationTokens.hash(token),
              due,
              clock.instant()));
      files.tell(
          person,
          "review.invited",
          "/invitations/" + token,
          of.title,
          actor.name(),
          files.group(file),
          Dates.day(due),
          file.paper().abstractText(),
          text("blindness.reviewer." + file.paper().blindness()));
      audit.record(actor, "reviewer.invited", KIND, id, person.toString());
    }
    if (moved) {
      events.publishEvent(new CaseMoved(of.paperId));
    }
  }

  /** Decides, and tells the authors by letter and the reviewers what became of the paper. */
  @Transactional
  public void decide(Actor actor, UUID id, Outcome outcome, String letter) {
    File file = handled(actor, id);
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
    List<Assignment> working =
        round.stream()
            .filter(a -> a.state == AssignmentState.INVITED || a.state == AssignmentState.ACCEPTED)
            .toList();
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
            assignment.personId,
            "review.outcome",
            "/workspace/reviews/" + assignment.id,
            of.title,
            said);
      }
    }
    for (Assignment assignment : working) {
      files.tell(
          assignment.personId, "review.cancelled", "/workspace/reviews/" + assignment.id, of.title);
    }
    if (outcome == Outcome.ACCEPT) {
      files.tell(secretariat(file), "paper.accepted", file, of.title, of.reference);
    }
    audit.record(actor, "case.decided", KIND, id, outcome.name());
    events.publishEvent(new CaseMoved(of.paperId));
  }

  /** Sends the authors' next version with their answers; the next round begins. */
  @Transactional
  public void resubmit(Actor actor, UUID id) {
    File file = files.open(id);
    if (!ReviewAccess.mayAnswer(actor, file.facts())) {
      throw new NotFoundException("case " + id);
    }
    ReviewCase of = file.of();
    int unanswered = answer(of);
    int before = of.round;
    of.resubmit(file.paper().version(), unanswered, clock.instant());
    LocalDate due = LocalDate.now(clock).plusDays(NEXT_ROUND_DAYS);
    for (Assignment earlier : assignments.findByCaseIdOrderById(id)) {
      if (earlier.round == before && earlier.state == AssignmentState.SUBMITTED) {
        Assignment next =
            Assignment.continued(
                Uuids.v7(clock.instant()), of, earlier.personId, due, clock.instant());
        assignments.save(next);
        files.tell(
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

  /** Tells the authors that their paper is public; the program's own step, taken once. */
  @Transactional
  public void tellPublished(Actor actor, UUID paper) {
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

  /** The actor's own decision as far as it is written. */
  @Transactional(readOnly = true)
  public DecisionDraft draft(Actor actor, UUID id) {
    handled(actor, id);
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
    handled(actor, id);
    UnsentDecision decision =
        unsent
            .findByCaseIdAndPersonId(id, actor.id())
            .orElseGet(() -> new UnsentDecision(Uuids.v7(clock.instant()), id, actor.id()));
    Revisions.same(
        draft.revision(), decision.revision == null ? Revisions.NONE : decision.revision);
    decision.outcome = draft.outcome();
    decision.letter = Lengths.atMost(Lengths.LETTER, draft.letter());
    audit.record(actor, "case.decision.written", KIND, id, null);
    return unsent.saveAndFlush(decision).revision;
  }

  /**
   * The letter that a decision would start from: the reviews' summaries, with names only where the
   * review is open.
   */
  @Transactional(readOnly = true)
  public String letter(Actor actor, UUID id, Outcome outcome) {
    File file = handled(actor, id);
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

  /** Where the case stands; for those who follow it. */
  @Transactional(readOnly = true)
  Optional<CaseState> state(UUID paper) {
    return cases.findByPaperId(paper).map(of -> of.state);
  }

  private File handled(Actor actor, UUID id) {
    File file = files.open(id);
    if (!ReviewAccess.mayHandle(actor, file.facts())) {
      throw new NotFoundException("case " + id);
    }
    return file;
  }

  private Set<UUID> secretariat(File file) {
    return bodies.byKind(BodyKind.SECRETARIAT).stream()
        .flatMap(body -> bodies.seats(body.id()).stream())
        .map(Seat::person)
        .filter(person -> !file.facts().keepsOut(person))
        .collect(Collectors.toSet());
  }

  private String text(String key, Object... arguments) {
    return texts.getMessage(key, arguments, Locale.ENGLISH);
  }
}

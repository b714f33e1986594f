package org.plenary.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.plenary.Cast;
import org.plenary.MovedClock;
import org.plenary.bodies.Actors;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Body;
import org.plenary.desk.Desk;
import org.plenary.desk.Task;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Uuids;
import org.plenary.mail.Mail;
import org.plenary.mail.Outbox;
import org.plenary.papers.PaperDraft;
import org.plenary.papers.PaperState;
import org.plenary.papers.Papers;
import org.plenary.papers.TakenFile;
import org.plenary.people.People;
import org.plenary.people.Person;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of a case do again and again, each with people and papers of its own. */
abstract class CaseSteps {
  static final ReviewDraft REVIEW =
      new ReviewDraft(
          Map.of(Criterion.EVIDENCE, 3, Criterion.RELEVANCE, 4, Criterion.CLARITY, 5),
          Outcome.MAJOR,
          "A summary, sound in the main.",
          "Between us: promising.");

  @Autowired Papers papers;
  @Autowired Bodies bodies;
  @Autowired People people;
  @Autowired Actors actors;
  @Autowired Cases cases;
  @Autowired Candidates candidates;
  @Autowired Inviting inviting;
  @Autowired DeskChecks checks;
  @Autowired Decisions decisions;
  @Autowired Handling handling;
  @Autowired CaseStatuses statuses;
  @Autowired Invitations invitations;
  @Autowired Deadlines deadlines;
  @Autowired Reviews reviews;
  @Autowired Comments comments;
  @Autowired Outbox outbox;
  @Autowired Desk desk;
  @Autowired Cast cast;
  @Autowired MovedClock clock;
  @Autowired JdbcClient jdbc;

  Actor author;
  Actor chair;
  Actor vice;
  Actor editor;
  Actor secretariat;

  @BeforeEach
  void people() {
    author = cast.actor("author");
    chair = cast.actor("chair");
    vice = cast.actor("vicechair");
    editor = cast.actor("editor");
    secretariat = cast.actor("secretariat");
  }

  @AfterEach
  void clockBack() {
    clock.reset();
  }

  /** Someone whom no other test knows, without a seat. */
  Actor person(String name, String affiliation) {
    UUID id = Uuids.v7(clock.instant());
    people.register(
        Actor.SYSTEM,
        new Person(id, name, id + "@example.org", affiliation, "FJ", ZoneId.of("Pacific/Fiji")),
        "sample-partnership");
    return actors.of(id);
  }

  Body remittances() {
    return bodies.byCode("REM").orElseThrow();
  }

  /** A submitted paper with its case; the first of the authors submits. */
  UUID submitted(String title, Set<UUID> conflicts, Actor... by) {
    return submitted(remittances(), title, conflicts, by);
  }

  UUID submitted(Body group, String title, Set<UUID> conflicts, Actor... by) {
    PaperDraft draft =
        new PaperDraft(
            "research",
            title,
            "About it.",
            "en",
            List.of("remittances"),
            List.of("PK"),
            List.of(by).stream()
                .map(a -> new PaperDraft.Author(a.name(), "The Authors’ Own (AO)", a.id()))
                .toList(),
            conflicts);
    UUID id = papers.start(by[0], group.id(), draft);
    TakenFile file = papers.take(by[0], Cast.pdf("the first version of it"), "v1.pdf");
    papers.addVersion(by[0], id, file.file(), "v1.pdf");
    papers.submit(by[0], id);
    eventually(() -> caseOf(id).isPresent());
    return id;
  }

  Optional<UUID> caseOf(UUID paper) {
    return jdbc.sql("select id from review_case where paper_id = ?")
        .param(Uuids.bytes(paper))
        .query((rs, n) -> Uuids.of(rs.getBytes(1)))
        .optional();
  }

  UUID theCase(UUID paper) {
    return caseOf(paper).orElseThrow();
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  /** Invites without a desk check, for those tests that are about something else. */
  void invite(Actor by, UUID paper, Actor... persons) {
    inviting.invite(
        by,
        theCase(paper),
        InviteDraft.plain(List.of(persons).stream().map(Actor::id).toList(), today().plusDays(20)));
  }

  String token(Actor reviewer) {
    String url =
        mails(reviewer).stream()
            .map(Mail::url)
            .filter(u -> u.contains("/invitations/"))
            .findFirst()
            .orElseThrow();
    return url.substring(url.lastIndexOf('/') + 1);
  }

  /** Accepts by the link of the newest invitation; gives the assignment. */
  UUID accept(Actor reviewer) {
    invitations.accept(Actor.PUBLIC, token(reviewer));
    return assignment(reviewer, "review.write");
  }

  UUID assignment(Actor reviewer, String kind) {
    Task task =
        desk.waitingFor(reviewer).stream()
            .filter(t -> t.kind().equals(kind))
            .max(Comparator.comparing(Task::since))
            .orElseThrow();
    return UUID.fromString(task.path().substring(task.path().indexOf('/') + 1));
  }

  void submit(Actor reviewer, UUID assignment) {
    long seen = reviews.page(reviewer, assignment).revision();
    reviews.submit(reviewer, assignment, reviews.save(reviewer, assignment, REVIEW, seen));
  }

  /** The authors' next version, with the comments answered before. */
  void resubmit(Actor by, UUID paper) {
    eventually(() -> papers.facts(Actor.SYSTEM, paper).state() == PaperState.REVISION);
    TakenFile file = papers.take(by, Cast.pdf("another version"), "v2.pdf");
    papers.addVersion(by, paper, file.file(), "v2.pdf");
    String reference = papers.reference(by, paper);
    papers.noteChange(by, paper, "Mended.", papers.page(by, reference).revision());
    cases.resubmit(by, theCase(paper));
  }

  List<Mail> mails(Actor actor) {
    return outbox.inbox(actor, 0, 200);
  }

  List<String> subjects(Actor actor, String title) {
    return mails(actor).stream().map(Mail::subject).filter(s -> s.contains(title)).toList();
  }

  List<String> tasks(Actor actor, UUID paper) {
    String reference = papers.facts(Actor.SYSTEM, paper).reference();
    return desk.waitingFor(actor).stream()
        .filter(t -> t.path().contains(reference))
        .map(Task::kind)
        .toList();
  }

  List<String> audited(UUID subject, String action) {
    return jdbc.sql(
            "select coalesce(detail, '') from audit_line where subject_id = ? and action = ?")
        .params(Uuids.bytes(subject), action)
        .query(String.class)
        .list();
  }

  static void overtaken(Runnable step) {
    assertThatThrownBy(step::run).isInstanceOf(OptimisticLockingFailureException.class);
  }

  static void refused(String key, Runnable step) {
    assertThatThrownBy(step::run)
        .isInstanceOf(DomainException.class)
        .extracting(e -> ((DomainException) e).key())
        .isEqualTo(key);
  }

  static void absent(Runnable step) {
    assertThatThrownBy(step::run).isInstanceOf(NotFoundException.class);
  }

  static void eventually(BooleanSupplier condition) {
    Instant until = Instant.now().plus(Duration.ofSeconds(20));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waiting").isBefore(until);
      Thread.onSpinWait();
    }
  }
}

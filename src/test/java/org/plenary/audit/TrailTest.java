package org.plenary.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plenary.Cast;
import org.plenary.OnMariaDb;
import org.plenary.Statements;
import org.plenary.bodies.Bodies;
import org.plenary.desk.Desk;
import org.plenary.kernel.Actor;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Uuids;
import org.plenary.mail.Mail;
import org.plenary.mail.Outbox;
import org.plenary.papers.Drafts;
import org.plenary.papers.PaperState;
import org.plenary.papers.Papers;
import org.plenary.papers.TakenFile;
import org.plenary.review.Decisions;
import org.plenary.review.Invitations;
import org.plenary.review.InviteDraft;
import org.plenary.review.Inviting;
import org.plenary.review.Outcome;
import org.plenary.review.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who reads what of the trace, and what it must not tell. */
@OnMariaDb
class TrailTest {
  @Autowired Trail trail;
  @Autowired Papers papers;
  @Autowired Drafts drafts;
  @Autowired Inviting inviting;
  @Autowired Decisions decisions;
  @Autowired Invitations invitations;
  @Autowired Outbox outbox;
  @Autowired Desk desk;
  @Autowired Bodies bodies;
  @Autowired Cast cast;
  @Autowired JdbcClient jdbc;
  @Autowired List<SubjectAccess> access;

  @Test
  void theSecretariatReadsWhoDidWhatButNoWordsOfAReview() throws Exception {
    String reference = reviewed("A traced paper", Set.of(), "author");
    List<TrailLine> lines = of(cast.actor("secretariat"), reference);
    assertThat(lines)
        .extracting(TrailLine::action)
        .contains(
            "paper.submitted",
            "case.opened",
            "reviewer.invited",
            "invitation.accepted",
            "invitation.declined",
            "paper.reviewer.admitted",
            "case.decided")
        .doesNotContain("case.decision.written", "review.saved", "comment.written");
    assertThat(lines)
        .filteredOn(line -> line.action().equals("reviewer.invited"))
        .extracting(TrailLine::detail)
        .contains(cast.id("reviewer1").toString());
    assertThat(lines)
        .filteredOn(line -> List.of("invitation.declined", "case.decided").contains(line.action()))
        .isNotEmpty()
        .allMatch(line -> line.detail() == null);
    assertThat(lines).allMatch(line -> ("papers/" + reference).equals(line.path()));
  }

  @Test
  void whoIsInConflictOrWroteItReadsNothingOfWhoReviews() throws Exception {
    Actor head = cast.actor("secretariat");
    Actor officer = cast.actor("officer");
    String conflicted = reviewed("A traced conflict", Set.of(officer.id()), "author");
    assertThat(of(officer, conflicted)).isEmpty();
    assertThat(trail.count(officer, record(conflicted))).isZero();
    assertThat(of(head, conflicted)).isNotEmpty();
    String own = reviewed("A traced paper of the secretariat", Set.of(), "officer");
    assertThat(of(officer, own))
        .extracting(TrailLine::action)
        .contains("paper.submitted")
        .doesNotContain(
            "paper.reviewer.admitted", "reviewer.invited", "invitation.accepted", "case.decided");
    // Published, it is open to everyone; who reviewed it is not.
    for (String reference : List.of(conflicted, own)) {
      publish(reference);
      assertThat(of(officer, reference))
          .extracting(TrailLine::action)
          .contains("paper.published")
          .doesNotContain("paper.reviewer.admitted", "reviewer.invited", "invitation.accepted");
      assertThat(of(officer, reference))
          .noneMatch(line -> String.valueOf(line.detail()).contains(id("reviewer1")))
          .noneMatch(line -> line.who().equals(cast.actor("reviewer1").name()));
    }
    assertThat(of(head, own)).extracting(TrailLine::action).contains("reviewer.invited");
  }

  @Test
  void nobodyElseReadsTheTraceAndDraftsLeaveNone() {
    for (String other : List.of("chair", "author", "editor", "donor", "steering", "reviewer1")) {
      Actor actor = cast.actor(other);
      absent(() -> trail.visible(actor, TrailFilter.ALL, 0, 10));
      absent(() -> trail.before(actor, TrailFilter.ALL, Long.MAX_VALUE, 10));
      absent(() -> trail.count(actor, TrailFilter.ALL));
      absent(() -> trail.actions(actor));
      absent(() -> trail.head(actor));
    }
    absent(() -> trail.visible(Actor.PUBLIC, TrailFilter.ALL, 0, 10));
    UUID group = bodies.byCode("REM").orElseThrow().id();
    Actor author = cast.actor("author");
    TrailFilter ofAuthor = new TrailFilter("", author.name(), "", null, null);
    int before = trail.count(cast.actor("secretariat"), ofAuthor);
    UUID draft = papers.start(author, group, cast.draft("A draft", "Hidden.", Set.of(), "author"));
    assertThat(trail.count(cast.actor("secretariat"), ofAuthor)).isEqualTo(before);
    drafts.discard(author, draft);
    assertThat(trail.count(cast.actor("secretariat"), ofAuthor)).isEqualTo(before);
    Mail mail = outbox.inbox(author, 0, 1).getFirst();
    outbox.read(author, mail.id());
    assertThat(all(cast.actor("secretariat")))
        .as("mails of others")
        .noneMatch(line -> line.kind().equals("mail"));
  }

  @Test
  void aPageIsOneQueryAndWhatIsCountedIsWhatIsShown() throws Exception {
    Actor head = cast.actor("secretariat");
    String reference = reviewed("A traced list", Set.of(), "author");
    assertThat(Statements.of(() -> trail.visible(head, record(reference), 0, 50))).isOne();
    for (TrailFilter filter :
        List.of(
            TrailFilter.ALL,
            record(reference),
            new TrailFilter("", cast.actor("reviewer1").name(), "", null, null),
            new TrailFilter("", "", "reviewer.invited", null, null),
            new TrailFilter("", "", "", Instant.now().minus(1, ChronoUnit.HOURS), null),
            new TrailFilter("", "", "", null, Instant.EPOCH))) {
      List<TrailLine> lines = trail.visible(head, filter, 0, 100_000);
      assertThat(lines).hasSize(trail.count(head, filter));
      assertThat(lines)
          .allMatch(line -> filter.person().isEmpty() || line.who().equals(filter.person()))
          .allMatch(line -> filter.action().isEmpty() || line.action().equals(filter.action()));
      assertThat(trail.before(head, filter, Long.MAX_VALUE, 100_000)).hasSameSizeAs(lines);
    }
    assertThat(trail.visible(head, TrailFilter.ALL, 2, 1))
        .isEqualTo(trail.visible(head, TrailFilter.ALL, 0, 3).subList(2, 3));
  }

  @Test
  void someoneAnswersForEveryKindOfRecord() {
    List<String> kinds =
        jdbc.sql("select distinct subject_kind from audit_line").query(String.class).list();
    assertThat(access)
        .flatExtracting(module -> module.subjects().stream().map(s -> s.kind()).toList())
        .containsAll(kinds)
        .doesNotHaveDuplicates();
  }

  @Test
  void linesAreSealedWithinSecondsAndTheHeadSaysSo() throws Exception {
    Actor head = cast.actor("secretariat");
    UUID group = bodies.byCode("REM").orElseThrow().id();
    UUID id =
        papers.start(Actor.SYSTEM, group, cast.draft("Sealed", "About it.", Set.of(), "author"));
    Instant until = Instant.now().plusSeconds(10);
    while (unsealed(id) > 0) {
      assertThat(Instant.now()).isBefore(until);
      Thread.sleep(50);
    }
    Head sealed = trail.head(head).orElseThrow();
    assertThat(sealed.hash()).matches("[0-9a-f]{64}");
    assertThat(trail.holds(head, sealed.installation(), sealed.position(), sealed.hash())).isTrue();
    assertThat(trail.holds(head, sealed.installation(), sealed.position(), "0".repeat(64)))
        .isFalse();
    assertThat(trail.holds(head, UUID.randomUUID(), sealed.position(), sealed.hash())).isFalse();
  }

  private int unsealed(UUID subject) {
    return jdbc.sql(
            "select count(*) from audit_line l left join audit_seal s on s.line_seq = l.seq"
                + " where l.subject_id = ? and s.line_seq is null")
        .param(Uuids.bytes(subject))
        .query(Integer.class)
        .single();
  }

  private List<TrailLine> of(Actor actor, String reference) {
    return trail.visible(actor, record(reference), 0, 1_000);
  }

  private List<TrailLine> all(Actor actor) {
    return trail.visible(actor, TrailFilter.ALL, 0, 100_000);
  }

  private static TrailFilter record(String reference) {
    return new TrailFilter(reference, "", "", null, null);
  }

  private String id(String account) {
    return cast.id(account).toString();
  }

  /** A paper that was reviewed in one round, and rejected. */
  private String reviewed(String title, Set<UUID> conflicts, String by) throws Exception {
    Actor author = cast.actor(by);
    Actor chair = cast.actor("chair");
    UUID group = bodies.byCode("REM").orElseThrow().id();
    UUID id = papers.start(author, group, cast.draft(title, "About it.", conflicts, by));
    TakenFile file = papers.take(author, Cast.pdf(title), "v1.pdf");
    papers.addVersion(author, id, file.file(), "v1.pdf");
    papers.submit(author, id);
    UUID of = caseOf(id);
    LocalDate due = LocalDate.now().plusDays(9);
    inviting.invite(
        chair, of, InviteDraft.plain(List.of(cast.id("reviewer1"), cast.id("reviewer2")), due));
    invitations.accept(Actor.PUBLIC, token("reviewer1"));
    invitations.decline(
        Actor.PUBLIC, token("reviewer2"), new Refusal("A reason of my own", "", false));
    decisions.decide(chair, of, Outcome.REJECT, "No.");
    return papers.facts(Actor.SYSTEM, id).reference();
  }

  /** As if it had been accepted. */
  private void publish(String reference) {
    jdbc.sql("update paper set state = 'ACCEPTED' where reference = ?").param(reference).update();
    UUID id =
        jdbc.sql("select id from paper where reference = ?")
            .param(reference)
            .query((rs, n) -> Uuids.of(rs.getBytes(1)))
            .single();
    papers.publish(Actor.SYSTEM, id);
    assertThat(papers.facts(Actor.SYSTEM, id).state()).isEqualTo(PaperState.PUBLISHED);
    jdbc.sql(
            "delete from review_decision where case_id = (select id from review_case"
                + " where paper_id = ?)")
        .param(Uuids.bytes(id))
        .update();
  }

  private UUID caseOf(UUID paper) throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      var id =
          jdbc.sql("select id from review_case where paper_id = ?")
              .param(Uuids.bytes(paper))
              .query((rs, n) -> Uuids.of(rs.getBytes(1)))
              .optional();
      if (id.isPresent()) {
        return id.get();
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no case was opened");
  }

  private String token(String reviewer) {
    return outbox.inbox(cast.actor(reviewer), 0, 1).getFirst().url().replaceFirst(".*/", "");
  }

  private static void absent(Runnable step) {
    assertThatThrownBy(step::run).isInstanceOf(NotFoundException.class);
  }
}

package org.plenary.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plenary.Cast;
import org.plenary.OnMariaDb;
import org.plenary.bodies.Bodies;
import org.plenary.kernel.Actor;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Uuids;
import org.plenary.mail.Oversight.Filter;
import org.plenary.papers.Papers;
import org.plenary.papers.TakenFile;
import org.plenary.review.Cases;
import org.plenary.review.InviteDraft;
import org.plenary.review.Inviting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What of the outbox the secretariat sees, and what it must not. */
@OnMariaDb
class OversightTest {
  private static final int ALL = 10_000;

  @Autowired Oversight oversight;
  @Autowired Outbox outbox;
  @Autowired Papers papers;
  @Autowired Cases cases;
  @Autowired Inviting inviting;
  @Autowired Bodies bodies;
  @Autowired Cast cast;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  @Test
  void itSeesToWhomWhatKindWentButNotWhatItMayNotRead() {
    Actor secretariat = cast.actor("secretariat");
    List<OutboxLine> before = lines(secretariat);
    invite("An open secret of a title", Set.of());
    List<OutboxLine> fresh =
        lines(secretariat).subList(0, lines(secretariat).size() - before.size());
    assertThat(fresh)
        .anySatisfy(
            line -> {
              assertThat(line.recipient()).isEqualTo(cast.actor("reviewer1").name());
              assertThat(line.kind()).isEqualTo("invitation to review");
              assertThat(line.state()).isEqualTo(DeliveryState.NONE);
            });
    assertThat(fresh).as("the paper is not accepted yet").allMatch(line -> line.body() == null);
    assertThat(fresh).allMatch(line -> line.subject() == null);
    assertThat(fresh.toString()).doesNotContain("invitations/", "open secret");
    assertThat(oversight.count(secretariat, Filter.ALL)).isEqualTo(lines(secretariat).size());
  }

  @Test
  void whoIsInConflictFindsNoLineThatTellsWhoReviewsAndNoneIsCounted() {
    Actor secretariat = cast.actor("secretariat");
    List<OutboxLine> before = lines(secretariat);
    int counted = oversight.count(secretariat, Filter.ALL);
    invite("Kept from the secretariat", Set.of(secretariat.id()));
    // Without a word of what it is about, a mail of such a kind could be about this very paper.
    transaction.executeWithoutResult(
        status ->
            outbox.send(
                new MailDraft(
                    cast.id("reviewer1"),
                    "review.invited",
                    "/invitations/a-secret",
                    "Kept from the secretariat",
                    "Chair",
                    "Group",
                    "1 May",
                    "About")));
    digest("review.invited");
    assertThat(lines(secretariat)).isEqualTo(before);
    assertThat(oversight.count(secretariat, Filter.ALL)).isEqualTo(counted);
  }

  @Test
  void aDigestIsListedIfAllThatItNamesIs() {
    Actor secretariat = cast.actor("secretariat");
    invite("Named in a digest", Set.of());
    int counted = oversight.count(secretariat, Filter.ALL);
    digest("review.invited");
    assertThat(lines(secretariat)).hasSize(counted + 1);
    OutboxLine line = lines(secretariat).getFirst();
    assertThat(line.kind()).isEqualTo("daily digest");
    assertThat(line.body()).as("it names records of several kinds").isNull();
  }

  @Test
  void whatItMayReadItReadsButNeverALink() {
    Actor secretariat = cast.actor("secretariat");
    UUID paper = invite("A paper that is published", Set.of());
    transaction.executeWithoutResult(
        status -> {
          papers.follow(Actor.SYSTEM, paper, org.plenary.papers.PaperState.IN_REVIEW);
          papers.follow(Actor.SYSTEM, paper, org.plenary.papers.PaperState.ACCEPTED);
        });
    String secret = "q8ZkT1nP0_yB-4wXs9LmD7eR2u";
    transaction.executeWithoutResult(
        status ->
            outbox.send(
                new MailDraft(
                        cast.id("author"),
                        "paper.received",
                        "/workspace/papers/X",
                        "A paper that is published",
                        "/invitations/" + secret,
                        "Group")
                    .about(Papers.KIND, paper)));
    OutboxLine line = lines(secretariat).getFirst();
    assertThat(line.subject()).isEqualTo("We have your paper /invitations/…");
    assertThat(line.body()).contains("A paper that is published").doesNotContain(secret);
  }

  @Test
  void nobodyElseHasAnOutbox() {
    for (String account : List.of("chair", "editor", "author", "steering", "donor")) {
      Actor actor = cast.actor(account);
      assertThat(oversight.mayOversee(actor)).as(account).isFalse();
      absent(() -> oversight.outbox(actor, Filter.ALL, 0, 10));
      absent(() -> oversight.count(actor, Filter.ALL));
    }
    absent(() -> oversight.count(Actor.PUBLIC, Filter.ALL));
  }

  /** Puts the newest mail of this kind into a digest of its own. */
  private void digest(String kind) {
    byte[] named =
        jdbc.sql("select id from mail where kind = ? order by created_at desc, id desc limit 1")
            .param(kind)
            .query((rs, n) -> rs.getBytes(1))
            .single();
    byte[] digest = Uuids.bytes(Uuids.v7(Instant.now()));
    jdbc.sql(
            "insert into mail (id, recipient_id, kind, subject, body, why, path, created_at)"
                + " select ?, recipient_id, 'digest', 's', 'b', 'w', '/', created_at"
                + " from mail where id = ?")
        .params(digest, named)
        .update();
    jdbc.sql("update mail_delivery set state = 'DIGESTED', digest_id = ? where mail_id = ?")
        .params(digest, named)
        .update();
  }

  private List<OutboxLine> lines(Actor actor) {
    return oversight.outbox(actor, Filter.ALL, 0, ALL);
  }

  /** A paper at the chair's whose first reviewer is invited; its id. */
  private UUID invite(String title, Set<UUID> conflicts) {
    Actor author = cast.actor("author");
    Actor chair = cast.actor("chair");
    UUID group = bodies.byCode("REM").orElseThrow().id();
    UUID id = papers.start(author, group, cast.draft(title, "About it.", conflicts, "author"));
    TakenFile file = papers.take(author, Cast.pdf("version of " + title), "v1.pdf");
    papers.addVersion(author, id, file.file(), "v1.pdf");
    papers.submit(author, id);
    Instant until = Instant.now().plus(Duration.ofSeconds(20));
    while (cases.page(chair, id).isEmpty()) {
      assertThat(Instant.now()).as("waiting").isBefore(until);
      Thread.onSpinWait();
    }
    inviting.invite(
        chair,
        cases.page(chair, id).orElseThrow().id(),
        InviteDraft.plain(List.of(cast.id("reviewer1")), LocalDate.now().plusDays(9)));
    return id;
  }

  private static void absent(Runnable step) {
    assertThatThrownBy(step::run).isInstanceOf(NotFoundException.class);
  }
}

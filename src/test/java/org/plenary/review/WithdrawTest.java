package org.plenary.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Cast;
import org.plenary.OnMariaDb;
import org.plenary.bodies.Bodies;
import org.plenary.desk.Desk;
import org.plenary.desk.Task;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Uuids;
import org.plenary.mail.Mail;
import org.plenary.mail.Outbox;
import org.plenary.papers.PaperPage;
import org.plenary.papers.PaperState;
import org.plenary.papers.Papers;
import org.plenary.papers.TakenFile;
import org.plenary.papers.Withdrawals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Authors take a paper back: what stops, who is told, and who reads what of it then. */
@OnMariaDb
class WithdrawTest {
  private static final String REASON = "The second table counts some households twice.";

  @Autowired Papers papers;
  @Autowired Withdrawals withdrawals;
  @Autowired Bodies bodies;
  @Autowired Cases cases;
  @Autowired Inviting inviting;
  @Autowired Decisions decisions;
  @Autowired Candidates candidates;
  @Autowired Invitations invitations;
  @Autowired Reviews reviews;
  @Autowired Comments comments;
  @Autowired Outbox outbox;
  @Autowired Desk desk;
  @Autowired Cast cast;
  @Autowired JdbcClient jdbc;
  Actor author;
  Actor chair;
  Actor first;
  Actor second;

  @BeforeEach
  void people() {
    author = cast.actor("author");
    chair = cast.actor("chair");
    first = cast.actor("reviewer1");
    second = cast.actor("reviewer2");
  }

  @Test
  void aPaperWithdrawnInReviewStopsEverything() {
    String title = "Withdrawn in the midst of its review";
    UUID paper = submitted(title);
    UUID id = opened(paper);
    inviting.invite(
        chair,
        id,
        InviteDraft.plain(List.of(first.id(), second.id()), LocalDate.now().plusDays(9)));
    String unanswered = token(second);
    invitations.accept(Actor.PUBLIC, token(first));
    UUID one = taskOf(first, "review.write");
    UUID comment =
        reviews.comment(first, one, Anchor.WHOLE, CommentKind.SUBSTANTIVE, "Not for the authors.");
    reviews.save(
        first,
        one,
        new ReviewDraft(
            Map.of(Criterion.EVIDENCE, 3, Criterion.RELEVANCE, 4, Criterion.CLARITY, 5),
            Outcome.MAJOR,
            "Sound.",
            ""),
        reviews.page(first, one).revision());
    reviews.submit(first, one, reviews.page(first, one).revision());

    refused("paper.withdraw.reason", () -> withdrawals.withdraw(author, paper, " "));
    for (String other : List.of("chair", "secretariat", "reviewer1", "member2")) {
      assertThatThrownBy(() -> withdrawals.withdraw(cast.actor(other), paper, REASON))
          .as(other)
          .isInstanceOfAny(DomainException.class, NotFoundException.class);
    }
    withdrawals.withdraw(author, paper, REASON);
    eventually(() -> state(id).equals("WITHDRAWN"));

    assertThat(page(author, paper).state()).isEqualTo(PaperState.WITHDRAWN);
    assertThat(told(chair, "Withdrawn by its authors: " + title)).contains(REASON);
    assertThat(told(first, "Withdrawn by its authors: " + title)).contains(REASON);
    assertThat(told(second, "Withdrawn by its authors: " + title)).contains(REASON);
    assertThat(told(author, "Withdrawn: your paper")).contains(title);
    for (String other : List.of("member2", "editor", "secretariat", "donor", "vicechair")) {
      assertThat(mails(cast.actor(other))).noneMatch(mail -> mail.subject().contains(title));
    }
    for (Actor actor : List.of(author, chair, first, second, cast.actor("editor"))) {
      assertThat(desk.waitingFor(actor)).noneMatch(task -> task.arguments().contains(title));
    }

    refused("review.withdrawn", () -> decisions.decide(chair, id, Outcome.REJECT, "No."));
    refused("review.withdrawn", () -> candidates.of(chair, id));
    refused(
        "review.withdrawn",
        () ->
            inviting.invite(
                chair,
                id,
                InviteDraft.plain(List.of(cast.id("member2")), LocalDate.now().plusDays(9))));
    refused("review.withdrawn", () -> cases.resubmit(author, id));
    refused("review.withdrawn", () -> comments.close(cast.actor("editor"), comment, "x", 1));
    refused("review.answer.state", () -> invitations.accept(Actor.PUBLIC, unanswered));
    refused("paper.withdraw.state", () -> withdrawals.withdraw(author, paper, REASON));
    refused("paper.version.state", () -> papers.noteChange(author, paper, "x", revision(paper)));
    papers.follow(Actor.SYSTEM, paper, PaperState.ACCEPTED);
    refused("paper.publish.state", () -> papers.publish(Actor.SYSTEM, paper));
    assertThat(page(author, paper).state()).isEqualTo(PaperState.WITHDRAWN);

    // Whoever could read it can read it still, and nobody else.
    for (Actor actor : List.of(author, chair, first)) {
      assertThat(papers.text(actor, paper, 1)).as(actor.name()).isNotEmpty();
      assertThat(page(actor, paper).withdrawal()).isNotNull();
      assertThat(page(actor, paper).withdrawal().reason()).isEqualTo(REASON);
    }
    PaperPage secretariat = page(cast.actor("secretariat"), paper);
    assertThat(secretariat.withdrawal().reason()).as("who knows its line only").isEmpty();
    assertThat(secretariat.draft().abstractText()).isEmpty();
    absent(() -> papers.text(second, paper, 1));
    absent(() -> page(cast.actor("donor"), paper));
    // No decision was sent, so the authors read no comment of this round.
    assertThat(cases.page(author, paper).orElseThrow().comments()).isEmpty();
    assertThat(cases.page(chair, paper).orElseThrow().comments()).hasSize(1);
    // The event may come again.
    int before = mails(chair).size();
    cases.close(Actor.SYSTEM, paper);
    assertThat(mails(chair)).hasSize(before);
    absent(() -> cases.close(chair, paper));
  }

  @Test
  void atTheDeskOnlyTheChairIsTold() {
    UUID paper = submitted("Withdrawn at the desk");
    UUID id = opened(paper);
    withdrawals.withdraw(author, paper, REASON);
    eventually(() -> state(id).equals("WITHDRAWN"));
    assertThat(told(chair, "Withdrawn by its authors: Withdrawn at the desk")).contains(REASON);
    assertThat(mails(first)).noneMatch(m -> m.subject().contains("Withdrawn at the desk"));
  }

  @Test
  void whatIsRejectedOrPublishedIsNotWithdrawn() {
    UUID rejected = submitted("Rejected, then withdrawn");
    decisions.decide(chair, opened(rejected), Outcome.DESK_REJECT, "No.");
    eventually(() -> page(author, rejected).state() == PaperState.REJECTED);
    refused("paper.withdraw.state", () -> withdrawals.withdraw(author, rejected, REASON));
    assertThat(page(author, rejected).mayWithdraw()).isFalse();
  }

  @Test
  void anAcceptedPaperIsTakenFromTheSecretariatsDesk() {
    UUID paper = submitted("Withdrawn after acceptance");
    UUID id = opened(paper);
    jdbc.sql("update review_case set state = 'ACCEPTED', round = 1 where id = ?")
        .param(Uuids.bytes(id))
        .update();
    papers.follow(Actor.SYSTEM, paper, PaperState.ACCEPTED);
    Actor secretariat = cast.actor("secretariat");
    assertThat(desk.waitingFor(secretariat))
        .anyMatch(task -> task.arguments().contains("Withdrawn after acceptance"));
    withdrawals.withdraw(author, paper, REASON);
    eventually(() -> state(id).equals("WITHDRAWN"));
    assertThat(desk.waitingFor(secretariat))
        .noneMatch(task -> task.arguments().contains("Withdrawn after acceptance"));
    assertThat(told(secretariat, "Withdrawn before publication")).contains(REASON);
    assertThat(papers.text(secretariat, paper, 1)).as("read before, read still").isNotEmpty();
  }

  private UUID submitted(String title) {
    UUID group = bodies.byCode("REM").orElseThrow().id();
    UUID id = papers.start(author, group, cast.draft(title, "About it.", Set.of(), "author"));
    TakenFile file = papers.take(author, Cast.pdf(title), "v1.pdf");
    papers.addVersion(author, id, file.file(), "v1.pdf");
    papers.submit(author, id);
    return id;
  }

  private UUID opened(UUID paper) {
    return jdbc.sql("select id from review_case where paper_id = ?")
        .param(Uuids.bytes(paper))
        .query((rs, n) -> Uuids.of(rs.getBytes(1)))
        .single();
  }

  private String state(UUID id) {
    return jdbc.sql("select state from review_case where id = ?")
        .param(Uuids.bytes(id))
        .query(String.class)
        .single();
  }

  private PaperPage page(Actor actor, UUID paper) {
    return papers.page(actor, papers.facts(Actor.SYSTEM, paper).reference());
  }

  private long revision(UUID paper) {
    return page(author, paper).revision();
  }

  private String token(Actor reviewer) {
    String url = mails(reviewer).getFirst().url();
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private UUID taskOf(Actor reviewer, String kind) {
    Task task =
        desk.waitingFor(reviewer).stream()
            .filter(t -> t.kind().equals(kind))
            .max(java.util.Comparator.comparing(Task::since))
            .orElseThrow();
    return UUID.fromString(task.path().substring(task.path().indexOf('/') + 1));
  }

  private String told(Actor actor, String subject) {
    return mails(actor).stream()
        .filter(mail -> mail.subject().startsWith(subject))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no mail to " + actor.name() + ": " + subject))
        .body();
  }

  private List<Mail> mails(Actor actor) {
    return outbox.inbox(actor, 0, 100);
  }

  private static void refused(String key, Runnable step) {
    assertThatThrownBy(step::run)
        .isInstanceOf(DomainException.class)
        .extracting(e -> ((DomainException) e).key())
        .isEqualTo(key);
  }

  private static void absent(Runnable step) {
    assertThatThrownBy(step::run).isInstanceOf(NotFoundException.class);
  }

  private static void eventually(BooleanSupplier condition) {
    Instant until = Instant.now().plus(Duration.ofSeconds(20));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waiting").isBefore(until);
      Thread.onSpinWait();
    }
  }
}

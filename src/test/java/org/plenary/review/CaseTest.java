package org.plenary.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Cast;
import org.plenary.OnMariaDb;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Seat;
import org.plenary.desk.Desk;
import org.plenary.desk.Task;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Revisions;
import org.plenary.kernel.Uuids;
import org.plenary.mail.Mail;
import org.plenary.mail.Outbox;
import org.plenary.papers.PaperPage;
import org.plenary.papers.PaperState;
import org.plenary.papers.Papers;
import org.plenary.papers.TakenFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case from the submission to the acceptance, and who must not see what of it. */
@OnMariaDb
class CaseTest {
  private static final ReviewDraft REVIEW =
      new ReviewDraft(
          Map.of(Criterion.EVIDENCE, 3, Criterion.RELEVANCE, 4, Criterion.CLARITY, 5),
          Outcome.MAJOR,
          "Sound in the main.",
          "Between us: promising.");

  private static final ReviewDraft NOTHING = new ReviewDraft(Map.of(), null, "", "");

  @Autowired Papers papers;
  @Autowired Bodies bodies;
  @Autowired Cases cases;
  @Autowired Candidates candidates;
  @Autowired Inviting inviting;
  @Autowired Decisions decisions;
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
  Actor editor;

  @BeforeEach
  void people() {
    author = cast.actor("author");
    chair = cast.actor("chair");
    first = cast.actor("reviewer1");
    second = cast.actor("reviewer2");
    editor = cast.actor("editor");
  }

  @Test
  void fromSubmissionToAcceptanceOverTwoRounds() {
    UUID paper = submitted("A case over two rounds", Set.of(), "author");
    UUID id = opened(paper);
    inviting.invite(
        chair,
        id,
        InviteDraft.plain(List.of(first.id(), second.id()), LocalDate.now().plusDays(20)));
    UUID one = acceptByMail(first);
    UUID two = acceptByMail(second);
    UUID substantive =
        reviews.comment(
            first, one, new Anchor(1, null, "a passage"), CommentKind.SUBSTANTIVE, "Why?");
    UUID editorial = reviews.comment(second, two, Anchor.WHOLE, CommentKind.EDITORIAL, "Typos.");
    submit(first, one);
    assertThat(pageFor(author, paper).comments()).as("before the decision").isEmpty();
    submit(second, two);
    refused("review.accept.open", () -> decisions.decide(chair, id, Outcome.ACCEPT, "Yes."));
    decisions.decide(chair, id, Outcome.MAJOR, "Please revise.");

    CasePage forAuthor = pageFor(author, paper);
    assertThat(forAuthor.assignments()).isEmpty();
    assertThat(forAuthor.comments())
        .extracting(CommentLine::reviewer)
        .containsExactlyInAnyOrder("Reviewer 1", "Reviewer 2");
    refused("review.resubmit.unanswered", () -> cases.resubmit(author, id));
    comments.answer(author, substantive, null, "Because.", "", Revisions.NONE);
    assertThat(pageFor(author, paper).unanswered()).as("words without what was done").isEqualTo(2);
    comments.answer(author, substantive, Disposition.DECLINED, "Because.", "page 1", 0);
    overtaken(
        () ->
            comments.answer(author, substantive, null, "From a stale window.", "", Revisions.NONE));
    comments.answer(author, editorial, Disposition.ACCEPTED, "Mended.", "", Revisions.NONE);
    refused("review.resubmit.version", () -> cases.resubmit(author, id));
    eventually(() -> papers.facts(Actor.SYSTEM, paper).state() == PaperState.REVISION);
    TakenFile file = papers.take(author, Cast.pdf("the second version"), "v2.pdf");
    papers.addVersion(author, paper, file.file(), "v2.pdf");
    absent(() -> papers.text(chair, paper, 2));
    absent(() -> papers.text(first, paper, 2));
    refused("paper.version.note", () -> cases.resubmit(author, id));
    papers.noteChange(author, paper, "The second table is new.", revision(paper));
    absent(() -> papers.text(chair, paper, 2));
    cases.resubmit(author, id);
    assertThat(papers.text(first, paper, 2)).isNotEmpty();
    assertThat(page(first, paper).versions().getFirst().changeNote())
        .isEqualTo("The second table is new.");

    UUID again = taskOf(first, "review.write");
    assertThat(reviews.page(first, again).comments())
        .singleElement()
        .satisfies(comment -> assertThat(comment.answer()).isEqualTo("Because."));
    submit(first, again);
    submit(second, taskOf(second, "review.write"));
    refused("review.accept.open", () -> decisions.decide(chair, id, Outcome.ACCEPT, "Yes."));
    overtaken(() -> comments.close(editor, substantive, "Unseen.", 0));
    long seen = revision(editor, paper, substantive);
    comments.close(editor, substantive, "Both positions stand.", seen);
    decisions.decide(chair, id, Outcome.ACCEPT, "Accepted.");
    eventually(() -> papers.facts(Actor.SYSTEM, paper).state() == PaperState.ACCEPTED);
    refused("review.decide.state", () -> decisions.decide(chair, id, Outcome.REJECT, "No."));

    assertThat(audited(id, paper, one, two, again, substantive, editorial))
        .contains(
            "paper.started",
            "paper.version.added",
            "paper.submitted",
            "case.opened",
            "reviewer.invited",
            "invitation.accepted",
            "paper.reviewer.admitted",
            "comment.written",
            "review.saved",
            "review.submitted",
            "case.decided",
            "comment.answered",
            "case.resubmitted",
            "comment.closed",
            "paper.followed");
  }

  @Test
  void whatIsStillBeingWrittenIsReadByItsWritersAlone() {
    UUID paper = submitted("A case with unsent words", Set.of(), "author");
    UUID id = opened(paper);
    inviting.invite(
        chair, id, InviteDraft.plain(List.of(first.id()), LocalDate.now().plusDays(20)));
    UUID one = acceptByMail(first);
    UUID comment =
        reviews.comment(first, one, Anchor.WHOLE, CommentKind.SUBSTANTIVE, "How do you know?");
    assertThat(pageFor(chair, paper).comments()).as("a review not submitted").isEmpty();
    submit(first, one);
    decisions.decide(chair, id, Outcome.MAJOR, "Please revise.");
    comments.answer(author, comment, Disposition.PARTLY, "An unsent answer.", "page 2", -1);
    long seen = revision(editor, paper, comment);
    comments.note(editor, comment, "An unsent note.", seen);
    overtaken(() -> comments.note(editor, comment, "From a stale window.", seen));
    refused("review.decide.state", () -> decisions.decide(chair, id, Outcome.REJECT, "Too late."));

    assertThat(line(author, paper).answer()).isEqualTo("An unsent answer.");
    assertThat(line(author, paper).note()).as("the editor’s note").isEmpty();
    assertThat(line(editor, paper).note()).isEqualTo("An unsent note.");
    for (Actor other : List.of(chair, editor)) {
      assertThat(line(other, paper)).as(other.name()).matches(c -> !c.isAnswered());
      assertThat(line(other, paper).pointer()).isEmpty();
    }
    assertThat(line(chair, paper).note()).as("the editor’s note").isEmpty();
    assertThat(reviews.page(first, one).comments())
        .singleElement()
        .matches(c -> !c.isAnswered() && c.answer().isEmpty() && c.note().isEmpty());
    absent(() -> comments.answer(chair, comment, Disposition.ACCEPTED, "Not mine.", "", -1));
    absent(() -> comments.note(author, comment, "Not mine.", 0));
    assertThat(desk.waitingFor(author))
        .filteredOn(task -> task.kind().equals("review.revise"))
        .anyMatch(task -> task.detail().contains("every comment answered"));

    TakenFile file = papers.take(author, Cast.pdf("the version sent"), "v2.pdf");
    eventually(() -> papers.facts(Actor.SYSTEM, paper).state() == PaperState.REVISION);
    papers.addVersion(author, paper, file.file(), "v2.pdf");
    papers.noteChange(author, paper, "Unsent so far.", revision(paper));
    assertThat(page(chair, paper).nextNote()).as("what is not sent yet").isEmpty();
    cases.resubmit(author, id);
    for (Actor other : List.of(author, chair, editor)) {
      assertThat(line(other, paper).answer()).isEqualTo("An unsent answer.");
    }
    refused(
        "review.answer.state.case",
        () -> comments.answer(author, comment, Disposition.ACCEPTED, "Too late.", "", -1));
  }

  private PaperPage page(Actor actor, UUID paper) {
    return papers.page(actor, papers.facts(Actor.SYSTEM, paper).reference());
  }

  private long revision(UUID paper) {
    return page(author, paper).revision();
  }

  private long revision(Actor actor, UUID paper, UUID comment) {
    return pageFor(actor, paper).comments().stream()
        .filter(line -> line.id().equals(comment))
        .findFirst()
        .orElseThrow()
        .revision();
  }

  private CommentLine line(Actor actor, UUID paper) {
    return pageFor(actor, paper).comments().getFirst();
  }

  @Test
  void aDecisionIsKeptWhileItIsWrittenAndWhoStillReviewsIsTold() {
    UUID paper = submitted("A case decided early", Set.of(), "author");
    UUID id = opened(paper);
    inviting.invite(
        chair,
        id,
        InviteDraft.plain(List.of(first.id(), second.id()), LocalDate.now().plusDays(20)));
    UUID one = acceptByMail(first);
    UUID two = acceptByMail(second);
    submit(first, one);
    UUID half =
        reviews.comment(second, two, Anchor.WHOLE, CommentKind.SUBSTANTIVE, "Half a review.");
    reviews.change(second, half, CommentKind.SUBSTANTIVE, "Half a review, on.", 0);
    overtaken(() -> reviews.change(second, half, CommentKind.EDITORIAL, "Stale.", 0));
    assertThat(decisions.draft(chair, id).letter()).isEmpty();
    long seen =
        decisions.write(chair, id, new DecisionDraft(Outcome.MAJOR, "Dear au", Revisions.NONE));
    overtaken(() -> decisions.write(chair, id, new DecisionDraft(null, "Stale.", Revisions.NONE)));
    decisions.write(chair, id, new DecisionDraft(Outcome.MAJOR, "Dear authors", seen));
    assertThat(decisions.draft(chair, id).letter()).isEqualTo("Dear authors");
    assertThat(decisions.draft(cast.actor("vicechair"), id).letter())
        .as("the chair’s own")
        .isEmpty();
    for (String other : List.of("author", "reviewer1", "editor", "secretariat", "member2")) {
      absent(() -> decisions.draft(cast.actor(other), id));
    }
    decisions.decide(chair, id, Outcome.MAJOR, "Dear authors, please revise.");
    assertThat(decisions.draft(chair, id).letter()).as("once it is sent").isEmpty();
    assertThat(mails(second)).anyMatch(mail -> mail.subject().contains("No longer asked for"));
    assertThat(reviews.page(second, two).comments()).as("their own words stay").hasSize(1);
    assertThat(pageFor(author, paper).comments()).as("not handed in").isEmpty();
  }

  @Test
  void aPaperThatNobodyCouldHandleIsNotTaken() {
    UUID group = bodies.byCode("REM").orElseThrow().id();
    // All of the group who read its papers; volunteers do not.
    Set<UUID> everyone =
        bodies.seats(group).stream()
            .filter(seat -> seat.role().readsTheGroups())
            .map(Seat::person)
            .collect(Collectors.toSet());
    UUID id =
        papers.start(chair, group, cast.draft("By the chair", "About it.", everyone, "chair"));
    TakenFile file = papers.take(chair, Cast.pdf("by the chair"), "v1.pdf");
    papers.addVersion(chair, id, file.file(), "v1.pdf");
    refused("paper.submit.handler", () -> papers.submit(chair, id));
  }

  @Test
  void nobodyIsInvitedTwiceInOneRound() {
    UUID paper = submitted("A case with one invitation", Set.of(), "author");
    UUID id = opened(paper);
    LocalDate due = LocalDate.now().plusDays(20);
    inviting.invite(chair, id, InviteDraft.plain(List.of(first.id()), due));
    refused(
        "review.invite.twice",
        () -> inviting.invite(chair, id, InviteDraft.plain(List.of(second.id(), first.id()), due)));
    assertThat(pageFor(chair, paper).assignments()).as("all or nobody").hasSize(1);
  }

  @Test
  void whoMustNotSeeWhoReviews() {
    UUID paper = submitted("A case with hidden reviewers", Set.of(), "author");
    UUID id = opened(paper);
    inviting.invite(
        chair, id, InviteDraft.plain(List.of(first.id()), LocalDate.now().plusDays(20)));
    UUID one = acceptByMail(first);
    reviews.comment(first, one, Anchor.WHOLE, CommentKind.SUBSTANTIVE, "Hidden until decided.");
    submit(first, one);
    assertThat(pageFor(chair, paper).assignments())
        .extracting(AssignmentLine::name)
        .contains(first.name());
    assertThat(pageFor(editor, paper).assignments()).isNotEmpty();
    CasePage secretariat = pageFor(cast.actor("secretariat"), paper);
    assertThat(secretariat.assignments()).isNotEmpty();
    assertThat(secretariat.comments()).as("the secretariat reads no review").isEmpty();
    assertThat(secretariat.assignments()).allMatch(line -> line.review() == null);
    assertThat(pageFor(author, paper).assignments()).isEmpty();
    for (String other : List.of("member2", "outreach", "reviewer2", "datachair", "donor")) {
      assertThat(cases.page(cast.actor(other), paper)).as(other).isEmpty();
    }
    assertThat(cases.page(Actor.PUBLIC, paper)).isEmpty();
    absent(() -> reviews.page(second, one));
    absent(() -> reviews.page(chair, one));
    absent(() -> reviews.save(author, one, REVIEW, 0));
    absent(() -> candidates.of(author, id));
    absent(() -> decisions.decide(editor, id, Outcome.REJECT, "No."));
    absent(() -> decisions.letter(author, id, Outcome.MAJOR));
    assertThat(mails(author)).allMatch(mail -> !mail.body().contains(first.name()));
  }

  @Test
  void aChairWhoWroteItIsReplacedAndKeptOut() {
    UUID paper = submitted("A paper by the chair", Set.of(), "chair");
    UUID id = opened(paper);
    absent(() -> candidates.of(chair, id));
    absent(
        () ->
            inviting.invite(
                chair, id, InviteDraft.plain(List.of(first.id()), LocalDate.now().plusDays(9))));
    Actor vice = cast.actor("vicechair");
    assertThat(candidates.of(vice, id))
        .filteredOn(c -> c.person().equals(chair.id()))
        .allMatch(Candidate::isBarred);
    refused(
        "review.invite.conflict",
        () ->
            inviting.invite(
                vice, id, InviteDraft.plain(List.of(chair.id()), LocalDate.now().plusDays(9))));
    inviting.invite(vice, id, InviteDraft.plain(List.of(first.id()), LocalDate.now().plusDays(9)));
    assertThat(pageFor(chair, paper).assignments()).isEmpty();
    assertThat(mails(vice)).anyMatch(mail -> mail.subject().contains("A paper by the chair"));
  }

  @Test
  void whoIsInConflictFindsNothing() {
    Actor member = cast.actor("member2");
    UUID paper = submitted("A paper with conflicts", Set.of(chair.id(), member.id()), "author");
    UUID id = opened(paper);
    String reference = papers.facts(Actor.SYSTEM, paper).reference();
    absent(() -> papers.page(chair, reference));
    absent(() -> papers.page(member, reference));
    absent(() -> papers.text(chair, paper, 1));
    absent(
        () ->
            inviting.invite(
                chair, id, InviteDraft.plain(List.of(first.id()), LocalDate.now().plusDays(9))));
    assertThat(cases.page(chair, paper)).isEmpty();
    assertThat(desk.waitingFor(chair)).noneMatch(task -> task.path().contains(reference));
    assertThat(mails(chair)).noneMatch(mail -> mail.subject().contains("A paper with conflicts"));
  }

  @Test
  void anInvitationBurnsNothingWhenLookedAtAndIsAnsweredOnce() {
    UUID paper = submitted("A paper to be declined", Set.of(), "author");
    UUID id = opened(paper);
    inviting.invite(chair, id, InviteDraft.plain(List.of(first.id()), LocalDate.now().plusDays(9)));
    String token = token(first);
    assertThat(invitations.look(Actor.PUBLIC, token)).isPresent();
    assertThat(invitations.look(Actor.PUBLIC, token))
        .map(Invitation::state)
        .contains(AssignmentState.INVITED);
    assertThat(invitations.look(Actor.PUBLIC, token + "x")).isEmpty();
    absent(() -> papers.text(first, paper, 1));
    invitations.decline(Actor.PUBLIC, token, new Refusal("On leave", "", false));
    refused("review.answer.state", () -> invitations.accept(Actor.PUBLIC, token));
    absent(() -> papers.text(first, paper, 1));
    assertThat(pageFor(chair, paper).assignments())
        .singleElement()
        .satisfies(line -> assertThat(line.declineReason()).isEqualTo("On leave"));
  }

  @Test
  void eventsTwiceOpenOneCase() {
    UUID paper = submitted("A paper opened twice", Set.of(), "author");
    UUID id = opened(paper);
    cases.open(Actor.SYSTEM, paper);
    assertThat(opened(paper)).isEqualTo(id);
    absent(() -> cases.open(chair, paper));
  }

  private UUID submitted(String title, Set<UUID> conflicts, String by) {
    Actor actor = cast.actor(by);
    UUID group = bodies.byCode("REM").orElseThrow().id();
    UUID id = papers.start(actor, group, cast.draft(title, "About it.", conflicts, by));
    TakenFile file = papers.take(actor, Cast.pdf("the first version of " + title), "v1.pdf");
    papers.addVersion(actor, id, file.file(), "v1.pdf");
    papers.submit(actor, id);
    return id;
  }

  private UUID opened(UUID paper) {
    eventually(() -> caseOf(paper).isPresent());
    return caseOf(paper).orElseThrow();
  }

  private Optional<UUID> caseOf(UUID paper) {
    return jdbc.sql("select id from review_case where paper_id = ?")
        .param(Uuids.bytes(paper))
        .query((rs, n) -> Uuids.of(rs.getBytes(1)))
        .optional();
  }

  private CasePage pageFor(Actor actor, UUID paper) {
    return cases.page(actor, paper).orElseThrow();
  }

  private UUID acceptByMail(Actor reviewer) {
    invitations.accept(Actor.PUBLIC, token(reviewer));
    return taskOf(reviewer, "review.write");
  }

  private String token(Actor reviewer) {
    String url = mails(reviewer).getFirst().url();
    assertThat(url).contains("/invitations/");
    return url.substring(url.lastIndexOf('/') + 1);
  }

  /** The assignment of the newest task of this kind. */
  private UUID taskOf(Actor reviewer, String kind) {
    Task task =
        desk.waitingFor(reviewer).stream()
            .filter(t -> t.kind().equals(kind))
            .max(java.util.Comparator.comparing(Task::since))
            .orElseThrow();
    return UUID.fromString(task.path().substring(task.path().indexOf('/') + 1));
  }

  private List<Mail> mails(Actor actor) {
    return outbox.inbox(actor, 0, 50);
  }

  private void submit(Actor reviewer, UUID assignment) {
    long seen = reviews.page(reviewer, assignment).revision();
    refused("review.submit.scores", () -> reviews.submit(reviewer, assignment, seen));
    long now = reviews.save(reviewer, assignment, REVIEW, seen);
    overtaken(() -> reviews.save(reviewer, assignment, NOTHING, seen));
    overtaken(() -> reviews.submit(reviewer, assignment, seen));
    reviews.submit(reviewer, assignment, now);
  }

  private List<String> audited(UUID... subjects) {
    return jdbc.sql("select distinct action from audit_line where subject_id in (:ids)")
        .param("ids", List.of(subjects).stream().map(Uuids::bytes).toList())
        .query(String.class)
        .list();
  }

  /** What another window wrote is neither overwritten nor sent unseen. */
  private static void overtaken(Runnable step) {
    assertThatThrownBy(step::run).isInstanceOf(OptimisticLockingFailureException.class);
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

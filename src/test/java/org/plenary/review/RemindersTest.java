package org.plenary.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.plenary.OnMariaDb;
import org.plenary.kernel.Actor;
import org.plenary.mail.Mail;
import org.springframework.beans.factory.annotation.Autowired;

/** Due dates: reminders by the moved clock, more time, and who learns nothing of it. */
@OnMariaDb
class RemindersTest extends CaseSteps {
  private static final int START = 60;
  @Autowired Reminders reminders;

  /** So many days after the start of the test, which ends before today. */
  private void day(int day) {
    clock.move(Duration.ofDays(day - START));
    reminders.run();
  }

  private List<String> reminded(Actor reviewer) {
    return mails(reviewer).stream()
        .map(Mail::subject)
        .filter(s -> s.contains("due on") || s.contains("have not heard"))
        .toList();
  }

  @Test
  void eachReminderGoesOutOnceWhateverHappensToTheJob() {
    clock.move(Duration.ofDays(-START));
    Actor quick = person("Nils Quick-Abe", "Far Away House");
    Actor silent = person("Olga Silent-Bui", "Far Away House");
    UUID paper = submitted("A paper to be reminded of", Set.of(), author);
    invite(chair, paper, quick, silent);
    String first = token(silent);
    accept(quick);
    day(4);
    assertThat(reminded(quick)).isEmpty();
    assertThat(reminded(silent)).isEmpty();
    day(5);
    day(6);
    assertThat(reminded(silent)).hasSize(1);
    assertThat(reminded(quick)).isEmpty();
    String second = token(silent);
    assertThat(second).isNotEqualTo(first);
    assertThat(invitations.look(Actor.PUBLIC, first)).isPresent();
    assertThat(invitations.look(Actor.PUBLIC, second)).isPresent();
    invitations.decline(Actor.PUBLIC, second, Refusal.WITHOUT_REASON);
    refused("review.answer.state", () -> invitations.accept(Actor.PUBLIC, first));
    day(17);
    day(19);
    assertThat(reminded(quick)).as("three days before").hasSize(1);
    day(20);
    assertThat(reminded(quick)).as("on the day itself").hasSize(1);
    day(21);
    assertThat(reminded(quick)).as("the day after").hasSize(2);
    day(27);
    assertThat(reminded(quick)).hasSize(2);
    clock.move(Duration.ofDays(28 - START));
    CompletableFuture.allOf(
            CompletableFuture.runAsync(reminders::run), CompletableFuture.runAsync(reminders::run))
        .join();
    assertThat(reminded(quick)).as("by two nodes at once").hasSize(3);
    day(35);
    day(42);
    day(58);
    assertThat(reminded(quick)).as("three at most").hasSize(4);
    assertThat(reminded(silent)).as("declined").hasSize(1);
    assertThat(tasks(chair, paper)).containsExactly("review.chase");
    assertThat(mails(author))
        .noneMatch(
            mail ->
                mail.body().contains("A paper to be reminded of")
                    && mail.subject().contains("due"));
  }

  @Test
  void afterAPauseTheLatestIsCaughtUpWith() {
    clock.move(Duration.ofDays(-START));
    Actor reviewer = person("Pia Paused-Cole", "Far Away House");
    UUID paper = submitted("A paper in a long pause", Set.of(), author);
    invite(chair, paper, reviewer);
    UUID assignment = accept(reviewer);
    day(40);
    assertThat(reminded(reviewer)).hasSize(1);
    submit(reviewer, assignment);
    day(50);
    assertThat(reminded(reviewer)).as("handed in").hasSize(1);
  }

  @Test
  void moreTimeIsAskedGrantedRefusedAndNobodyElseLearnsOfIt() {
    clock.move(Duration.ofDays(-START));
    Actor reviewer = person("Quin Slow-Darr", "Far Away House");
    UUID paper = submitted("A paper that takes time", Set.of(), author);
    UUID id = theCase(paper);
    invite(chair, paper, reviewer);
    UUID assignment = accept(reviewer);
    long seen = reviews.page(reviewer, assignment).revision();
    refused(
        "review.extension.later",
        () -> deadlines.ask(reviewer, assignment, today().plusDays(20), "Ill."));
    refused(
        "review.extension.why",
        () -> deadlines.ask(reviewer, assignment, today().plusDays(30), " "));
    refused(
        "review.due.far", () -> deadlines.ask(reviewer, assignment, today().plusDays(900), "Ill."));
    deadlines.ask(reviewer, assignment, today().plusDays(30), "A long illness.");
    refused(
        "review.extension.waits",
        () -> deadlines.ask(reviewer, assignment, today().plusDays(31), "Ill."));
    assertThat(tasks(chair, paper)).containsExactly("review.extension");
    UUID request = deadlines.of(chair, id).get(assignment).request().id();
    for (Actor other : List.of(author, editor, secretariat, reviewer, cast.actor("member2"))) {
      assertThat(deadlines.of(other, id)).as(other.name()).isEmpty();
      absent(() -> deadlines.answer(other, request, true));
      absent(() -> deadlines.move(other, assignment, today().plusDays(40)));
      absent(() -> deadlines.remind(other, assignment));
      assertThat(mails(other)).noneMatch(mail -> mail.body().contains("A long illness."));
    }
    absent(() -> deadlines.request(author, assignment));
    absent(() -> deadlines.ask(author, assignment, today().plusDays(30), "Not mine."));
    deadlines.answer(chair, request, false);
    assertThat(deadlines.request(reviewer, assignment).orElseThrow().granted()).isFalse();
    refused("review.extension.answered", () -> deadlines.answer(chair, request, true));
    deadlines.ask(reviewer, assignment, today().plusDays(25), "Still ill.");
    deadlines.answer(chair, deadlines.of(chair, id).get(assignment).request().id(), true);
    assertThat(reviews.page(reviewer, assignment).due()).isEqualTo(today().plusDays(25));
    deadlines.ask(reviewer, assignment, today().plusDays(28), "Still.");
    deadlines.move(chair, assignment, today().plusDays(33));
    assertThat(deadlines.request(reviewer, assignment).orElseThrow().granted()).isTrue();
    // The reviewer's open page is not overtaken by the moved date.
    reviews.save(reviewer, assignment, REVIEW, seen);
    assertThat(reviews.page(reviewer, assignment).due()).isEqualTo(today().plusDays(33));
    day(31);
    assertThat(reminded(reviewer))
        .filteredOn(s -> s.startsWith("Your review is due on"))
        .as("two moves and a reminder by the new date")
        .hasSize(3);
    refused("review.remind.today", () -> deadlines.remind(chair, assignment));
    clock.move(Duration.ofDays(32 - START));
    deadlines.remind(chair, assignment);
    refused("review.remind.today", () -> deadlines.remind(chair, assignment));
    assertThat(reminded(reviewer)).hasSize(4);
  }

  @Test
  void authorsSeeRoundsAndDaysAndNothingOfReviewers() {
    Actor one = person("Rosa One-Eze", "Far Away House");
    UUID paper = submitted("A paper with a way to go", Set.of(), author);
    assertThat(statuses.of(author, paper).orElseThrow())
        .satisfies(
            status -> {
              assertThat(status.turn()).isEqualTo(CaseStatus.Turn.EDITOR_CHECKS);
              assertThat(status.by()).isEqualTo(today().plusDays(14));
            });
    invite(chair, paper, one);
    CaseStatus waiting = statuses.of(author, paper).orElseThrow();
    assertThat(waiting.turn()).isEqualTo(CaseStatus.Turn.REVIEW);
    assertThat(waiting.by()).isEqualTo(today().plusDays(27));
    UUID assignment = accept(one);
    submit(one, assignment);
    assertThat(statuses.of(author, paper)).as("all reviews in").contains(waiting);
    assertThat(statuses.of(chair, paper).orElseThrow().turn())
        .isEqualTo(CaseStatus.Turn.EDITOR_DECIDES);
    for (String other : List.of("member2", "outreach", "reviewer2", "donor")) {
      assertThat(statuses.of(cast.actor(other), paper)).as(other).isEmpty();
    }
    decisions.decide(chair, theCase(paper), Outcome.MINOR, "A little more.");
    assertThat(statuses.of(author, paper).orElseThrow())
        .satisfies(
            status -> {
              assertThat(status.turn()).isEqualTo(CaseStatus.Turn.AUTHORS);
              assertThat(status.by()).isEqualTo(today().plusDays(60));
            });
  }
}

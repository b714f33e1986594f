package org.plenary.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plenary.OnMariaDb;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Revisions;
import org.plenary.papers.PaperState;

/** The look at the desk, what may come of it, and who never reads it. */
@OnMariaDb
class DeskCheckTest extends CaseSteps {

  @Test
  void aCheckIsRecordedPointByPointAndAskedForBeforeInviting() {
    UUID paper = submitted("Checked at the desk", Set.of(), author);
    UUID id = theCase(paper);
    Actor reviewer = person("Ruta Selwyn-Obi", "Far Away House");
    InviteDraft unaware =
        new InviteDraft(List.of(reviewer.id()), today().plusDays(9), "", Set.of(), false);
    long seen = checks.record(chair, id, DeskPoint.SCOPE, Verdict.CONCERN, "", Revisions.NONE);
    overtaken(() -> checks.record(chair, id, DeskPoint.SCOPE, Verdict.PASS, "", Revisions.NONE));
    assertThat(checks.of(chair, id).orElseThrow().done()).as("a concern unsaid").isZero();
    checks.record(chair, id, DeskPoint.SCOPE, Verdict.CONCERN, "Hardly ours.", seen);
    refused("review.invite.unchecked", () -> inviting.invite(chair, id, unaware));
    assertThat(subjects(reviewer, "Checked at the desk")).isEmpty();
    for (DeskPoint point : List.of(DeskPoint.DATA, DeskPoint.ETHICS, DeskPoint.FIGURES)) {
      checks.record(vice, id, point, Verdict.PASS, "", Revisions.NONE);
    }
    assertThat(checks.of(editor, id))
        .hasValueSatisfying(
            check -> {
              assertThat(check.isComplete()).isTrue();
              assertThat(check.concerns()).isEqualTo(1);
              assertThat(check.writable()).isFalse();
            });
    inviting.invite(chair, id, unaware);
    refused(
        "review.check.state",
        () -> checks.record(chair, id, DeskPoint.DATA, Verdict.CONCERN, "Late.", 0));
    assertThat(audited(id, "case.review.begun")).containsExactly("");
  }

  @Test
  void whatIsLeftOutKnowinglyIsRecorded() {
    UUID paper = submitted("Never checked", Set.of(), author);
    invite(chair, paper, person("Ines Okpara-Lund", "Far Away House"));
    assertThat(audited(theCase(paper), "case.review.begun"))
        .containsExactly("without a desk check");
  }

  @Test
  void authorsMembersAndPeopleInConflictReadNoneOfIt() {
    UUID paper = submitted("Checked in confidence", Set.of(chair.id()), author);
    UUID id = theCase(paper);
    checks.record(vice, id, DeskPoint.ETHICS, Verdict.CONCERN, "Nobody consented.", -1);
    for (String other : List.of("author", "chair", "member2", "secretariat", "reviewer1")) {
      Actor actor = cast.actor(other);
      assertThat(checks.of(actor, id)).as(other).isEmpty();
      absent(() -> checks.record(actor, id, DeskPoint.DATA, Verdict.PASS, "", -1));
    }
    absent(() -> checks.record(editor, id, DeskPoint.DATA, Verdict.PASS, "", -1));
    assertThat(checks.of(Actor.PUBLIC, id)).isEmpty();
    assertThat(tasks(chair, paper)).isEmpty();
    assertThat(tasks(vice, paper)).containsExactly("review.invite");
    assertThat(cases.page(chair, paper)).isEmpty();
    assertThat(statuses.of(chair, paper)).isEmpty();
    assertThat(handling.of(chair, id)).isEmpty();
    assertThat(deadlines.of(chair, id)).isEmpty();
    decisions.decide(vice, id, Outcome.DESK_REJECT, "Please ask an ethics board first.");
    assertThat(mails(author))
        .filteredOn(mail -> mail.subject().contains("not taken into review"))
        .anyMatch(mail -> mail.body().contains("Checked in confidence"))
        .noneMatch(mail -> mail.body().contains("Nobody consented."));
    assertThat(subjects(chair, "Checked in confidence")).isEmpty();
  }

  @Test
  void aDeskRejectionIsOneOfItsOwn() {
    UUID paper = submitted("Not for this house", Set.of(), author);
    UUID id = theCase(paper);
    refused("review.decide.desk", () -> decisions.decide(chair, id, Outcome.REJECT, "No."));
    refused("review.decide.desk", () -> decisions.decide(chair, id, Outcome.MAJOR, "No."));
    assertThat(decisions.letter(chair, id, Outcome.DESK_REJECT))
        .contains("do not take it into review")
        .doesNotContain("Reviewer");
    decisions.decide(chair, id, Outcome.DESK_REJECT, "It belongs elsewhere.");
    assertThat(cases.page(author, paper).orElseThrow().state()).isEqualTo(CaseState.DESK_REJECTED);
    eventually(() -> papers.facts(Actor.SYSTEM, paper).state() == PaperState.REJECTED);
    assertThat(statuses.of(author, paper).orElseThrow().steps())
        .extracting(CaseStatus.Step::kind)
        .containsExactly(
            CaseStatus.Kind.SUBMITTED, CaseStatus.Kind.CHECK, CaseStatus.Kind.DECISION);

    UUID reviewed = submitted("Asked about already", Set.of(), author);
    invite(chair, reviewed, person("Mele Haddad-Wren", "Far Away House"));
    refused(
        "review.decide.reviewed",
        () -> decisions.decide(chair, theCase(reviewed), Outcome.DESK_REJECT, "Too late."));
    decisions.decide(chair, theCase(reviewed), Outcome.REJECT, "No.");
    assertThat(cases.page(author, reviewed).orElseThrow().state()).isEqualTo(CaseState.REJECTED);
  }
}

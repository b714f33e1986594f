package org.plenary.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plenary.OnMariaDb;
import org.plenary.kernel.Actor;

/** One person handles a case, and never an author or someone in conflict. */
@OnMariaDb
class HandlingTest extends CaseSteps {

  @Test
  void tasksAndMailsGoToTheHandlingEditorAndMoveWithTheCase() {
    UUID paper = submitted("Handed from chair to vice-chair", Set.of(), author);
    UUID id = theCase(paper);
    assertThat(tasks(chair, paper)).containsExactly("review.invite");
    assertThat(tasks(vice, paper)).as("stands in, but it is not theirs").isEmpty();
    assertThat(subjects(vice, "Handed from chair")).isEmpty();
    assertThat(handling.of(author, id).orElseThrow())
        .satisfies(
            line -> {
              assertThat(line.editor()).isEqualTo(chair.name());
              assertThat(line.successors()).isEmpty();
              assertThat(line.mayPublish()).isFalse();
            });
    absent(() -> handling.give(author, id, vice.id(), "Please."));
    absent(() -> handling.give(secretariat, id, vice.id(), "Please."));
    refused("review.handling.why", () -> handling.give(chair, id, vice.id(), " "));
    refused("review.handling.who", () -> handling.give(chair, id, author.id(), "No."));
    refused("review.handling.who", () -> handling.give(chair, id, editor.id(), "No."));
    handling.give(chair, id, vice.id(), "I am away.");
    assertThat(tasks(chair, paper)).isEmpty();
    assertThat(tasks(vice, paper)).containsExactly("review.invite");
    assertThat(subjects(vice, "Handed from chair")).hasSize(1);
    assertThat(handling.of(vice, id).orElseThrow().why()).isEqualTo("I am away.");
    assertThat(handling.of(author, id).orElseThrow().why()).as("not the authors’").isNull();
    Actor reviewer = person("Lola Accepts-Dun", "Far Away House");
    invite(vice, paper, reviewer);
    accept(reviewer);
    assertThat(subjects(vice, "A reviewer accepted: Handed from")).hasSize(1);
    assertThat(subjects(chair, "A reviewer accepted: Handed from")).isEmpty();
  }

  @Test
  void theSecretariatNamesAMemberWhereNoChairCan() {
    Actor member = cast.actor("member2");
    UUID paper = submitted("By the chair against the vice-chair", Set.of(vice.id()), chair, author);
    UUID id = theCase(paper);
    assertThat(tasks(secretariat, paper)).containsExactly("review.name");
    assertThat(subjects(secretariat, "By the chair against")).hasSize(1);
    assertThat(statuses.of(chair, paper).orElseThrow().turn())
        .isEqualTo(CaseStatus.Turn.SECRETARIAT_NAMES);
    for (Actor other : List.of(chair, vice, author, member, editor)) {
      absent(() -> handling.give(other, id, member.id(), "Me."));
      absent(() -> invite(other, paper, cast.actor("reviewer1")));
    }
    assertThat(handling.of(secretariat, id).orElseThrow().successors())
        .extracting(HandlingLine.Successor::person)
        .contains(member.id(), editor.id())
        .doesNotContain(chair.id(), vice.id(), author.id(), cast.id("reviewer1"));
    refused("review.handling.who", () -> handling.give(secretariat, id, author.id(), "No."));
    handling.give(secretariat, id, member.id(), "Clear of both.");
    assertThat(tasks(secretariat, paper)).isEmpty();
    assertThat(tasks(member, paper)).containsExactly("review.invite");
    Actor reviewer = person("Mika Asked-Ren", "Far Away House");
    invite(member, paper, reviewer);
    submit(reviewer, accept(reviewer));
    assertThat(tasks(member, paper)).containsExactly("review.decide");
    assertThat(subjects(member, "A review came in: By the chair against")).hasSize(1);
    assertThat(cases.page(chair, paper).orElseThrow().assignments()).isEmpty();
    assertThat(cases.page(vice, paper)).isEmpty();
    decisions.decide(member, id, Outcome.REJECT, "No.");
    refused("review.handling.who", () -> handling.give(secretariat, id, member.id(), "Again."));
  }
}

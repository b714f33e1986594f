package org.plenary.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plenary.OnMariaDb;
import org.plenary.bodies.Body;
import org.plenary.kernel.Actor;
import org.plenary.mail.Mail;

/** Who is offered as a reviewer, what is shown of them, and what stands in the way. */
@OnMariaDb
class InvitingTest extends CaseSteps {

  private Map<UUID, Candidate> offered(Actor to, UUID paper) {
    return candidates.of(to, theCase(paper)).stream()
        .collect(Collectors.toMap(Candidate::person, Function.identity()));
  }

  private String reference(UUID paper) {
    return papers.facts(Actor.SYSTEM, paper).reference();
  }

  @Test
  void interestsAreFoundBeforeInvitingWithTheirReason() {
    Actor writer = person("Ada Writer-Lis", "Hill Institute (HI)");
    Actor seen = person("Bela Coauthor-Tan", "Far Away House");
    Actor unseen = person("Caro Coauthor-Ming", "Far Away House");
    Actor colleague = person("Dina Colleague-Roy", "HILL  Institute");
    Actor kept = person("Ebo Keptout-Han", "Far Away House");
    Actor clear = person("Fay Clear-Osei", "Far Away House");
    Body other = bodies.byCode("LABR").orElseThrow();
    UUID before = submitted("An earlier paper of theirs", Set.of(), writer, seen);
    UUID hidden = submitted(other, "A hidden earlier paper", Set.of(), writer, unseen);
    UUID paper = submitted("Where interests are found", Set.of(kept.id()), writer);
    UUID id = theCase(paper);

    Map<UUID, Candidate> offered = offered(chair, paper);
    assertThat(offered.get(writer.id()).interest())
        .isEqualTo(new Interest(Grade.BAR, "An author of this paper."));
    assertThat(offered.get(kept.id()).isBarred()).isTrue();
    assertThat(offered.get(chair.id()).interest().reason()).isEqualTo("You yourself.");
    assertThat(offered.get(vice.id()).interest().grade()).isEqualTo(Grade.MANAGE);
    assertThat(offered(vice, paper).get(chair.id()).interest().reason())
        .isEqualTo("Handles this paper.");
    assertThat(offered.get(seen.id()).interest().reason()).contains(reference(before));
    assertThat(offered.get(unseen.id()).interest())
        .satisfies(
            interest -> {
              assertThat(interest.grade()).isEqualTo(Grade.BAR);
              assertThat(interest.reason())
                  .contains("a paper you cannot see")
                  .doesNotContain(reference(hidden), "hidden");
            });
    assertThat(offered.get(colleague.id()).interest())
        .satisfies(
            interest -> {
              assertThat(interest.grade()).isEqualTo(Grade.MANAGE);
              assertThat(interest.reason()).contains("Hill Institute");
            });
    assertThat(offered.get(clear.id()).interest()).isNull();
    for (Actor barred : List.of(writer, kept, chair, seen, unseen)) {
      refused("review.invite.conflict", () -> invite(chair, paper, clear, barred));
    }
    refused("review.invite.known", () -> invite(chair, paper, colleague));
    assertThat(cases.page(chair, paper).orElseThrow().assignments()).as("all or none").isEmpty();
    inviting.invite(
        chair,
        id,
        new InviteDraft(
            List.of(clear.id(), colleague.id()),
            today().plusDays(9),
            "We met in Suva.",
            Set.of(colleague.id()),
            true));
    assertThat(audited(id, "reviewer.invited"))
        .anyMatch(line -> line.contains(colleague.id().toString()) && line.contains("Hill"))
        .anyMatch(line -> line.equals(clear.id().toString()));
    assertThat(mails(clear))
        .first()
        .satisfies(
            mail -> {
              assertThat(mail.body()).contains("We met in Suva.");
              assertThat(mail.body())
                  .isEqualTo(
                      inviting.preview(chair, id, today().plusDays(9), "We met in Suva.").body());
            });
    assertThat(offered(chair, paper)).doesNotContainKeys(clear.id(), colleague.id());
  }

  @Test
  void fitAndLoadCountOnlyWhatTheHandlingEditorMaySee() {
    Actor knows = person("Gita Knows-Bram", "Far Away House");
    Actor hides = person("Hugo Hides-Vale", "Far Away House");
    UUID open = submitted("Transfers through mobile wallets", Set.of(), knows);
    Body labour = bodies.byCode("LABR").orElseThrow();
    submitted(labour, "Transfers through mobile kiosks", Set.of(), hides);
    UUID paper = submitted("Mobile wallets in villages", Set.of(), author);
    Map<UUID, Candidate> offered = offered(chair, paper);
    assertThat(offered.get(knows.id()).why())
        .singleElement()
        .satisfies(
            why ->
                assertThat(why)
                    .contains("wrote " + reference(open), "Remittances", "Pakistan", "“wallets”"));
    assertThat(offered.get(hides.id()).fit()).as("a hidden paper").isZero();
    List<UUID> order =
        candidates.of(chair, theCase(paper)).stream().map(Candidate::person).toList();
    assertThat(order.indexOf(knows.id())).isLessThan(order.indexOf(hides.id()));

    // The chair's own paper is reviewed by someone: neither load nor fit may tell who.
    UUID own = submitted("The chair writes on wallets", Set.of(), chair);
    int before = offered.get(hides.id()).open();
    invite(vice, own, hides);
    UUID review = accept(hides);
    assertThat(offered(chair, paper).get(hides.id()))
        .satisfies(
            candidate -> {
              assertThat(candidate.open()).isEqualTo(before);
              assertThat(candidate.fit()).isZero();
            });
    assertThat(offered(vice, paper).get(hides.id()).open()).isEqualTo(before + 1);
    submit(hides, review);
    assertThat(offered(vice, paper).get(hides.id()))
        .satisfies(
            candidate -> {
              assertThat(candidate.open()).isEqualTo(before);
              assertThat(candidate.done()).isEqualTo(1);
              assertThat(candidate.why())
                  .anyMatch(why -> why.contains("reviewed " + reference(own)));
            });
    assertThat(offered(chair, paper).get(hides.id()).done()).isZero();
  }

  @Test
  void whoDeclinesMaySuggestSomeoneAndNameAConflictOfTheirOwn() {
    Actor one = person("Iris Declines-Moe", "Far Away House");
    Actor two = person("Jona Reviews-Kay", "Far Away House");
    Actor suggested = person("Kéa Suggestèd-Lin", "Far Away House");
    UUID paper = submitted("Declined with a word", Set.of(), author);
    invite(chair, paper, one, two);
    invitations.decline(
        Actor.PUBLIC,
        token(one),
        new Refusal("We share a grant.", "Ask Kea Suggested-Lin, or Dr Nobody", true));
    assertThat(offered(chair, paper).get(suggested.id()).suggestedBy()).isEqualTo(one.name());
    assertThat(candidates.of(chair, theCase(paper)).getFirst().person()).isEqualTo(suggested.id());
    assertThat(mails(chair))
        .filteredOn(m -> m.subject().contains("A reviewer declined: Declined with a word"))
        .singleElement()
        .extracting(Mail::body)
        .satisfies(
            body ->
                assertThat((String) body)
                    .contains("We share a grant.", "in conflict", "Dr Nobody"));
    assertThat(cases.page(chair, paper).orElseThrow().assignments())
        .filteredOn(line -> line.state() == AssignmentState.DECLINED)
        .singleElement()
        .satisfies(line -> assertThat(line.ownConflict()).isTrue());
    assertThat(cases.page(secretariat, paper).orElseThrow().assignments())
        .as("what was said is for those who read reviews")
        .allMatch(l -> l.declineReason() == null && l.suggestion() == null && !l.ownConflict());
    submit(two, accept(two));
    decisions.decide(chair, theCase(paper), Outcome.MINOR, "A little more.");
    resubmit(author, paper);
    assertThat(offered(chair, paper).get(one.id()))
        .as("in the next round")
        .matches(Candidate::isBarred);
    assertThat(mails(author)).noneMatch(mail -> mail.body().contains("grant"));
  }

  @Test
  void nobodyElseSeesTheCandidates() {
    UUID paper = submitted("Candidates in confidence", Set.of(vice.id()), author);
    UUID id = theCase(paper);
    for (String other :
        List.of("author", "vicechair", "editor", "secretariat", "member2", "datachair")) {
      Actor actor = cast.actor(other);
      absent(() -> candidates.of(actor, id));
      absent(() -> inviting.preview(actor, id, today(), ""));
      absent(() -> invite(actor, paper, cast.actor("reviewer1")));
    }
  }
}

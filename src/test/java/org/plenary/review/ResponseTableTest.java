package org.plenary.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plenary.OnMariaDb;
import org.plenary.kernel.Actor;
import org.plenary.papers.PaperState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The response table: whole for those it is for, published only where it is to be. */
@OnMariaDb
class ResponseTableTest extends CaseSteps {
  @Autowired ResponseTables tables;
  @Autowired MockMvc mvc;

  private int status(String path) throws Exception {
    return mvc.perform(get(path)).andReturn().getResponse().getStatus();
  }

  private String page(String path) throws Exception {
    return mvc.perform(get(path)).andReturn().getResponse().getContentAsString();
  }

  @Test
  void fromTheFirstCommentToThePublicPage() throws Exception {
    Actor one = person("Sora Onymous-Fell", "Far Away House");
    Actor two = person("Timo Nameless-Gray", "Far Away House");
    UUID paper = submitted("A table is made of it", Set.of(), author);
    UUID id = theCase(paper);
    String reference = papers.facts(Actor.SYSTEM, paper).reference();
    String path = "/papers/" + reference + "/review";
    invite(chair, paper, one, two);
    UUID first = accept(one);
    UUID comment =
        reviews.comment(
            one, first, new Anchor(1, null, "a passage"), CommentKind.SUBSTANTIVE, "=Why? 1+1");
    submit(one, first);
    UUID second = accept(two);
    reviews.comment(two, second, Anchor.WHOLE, CommentKind.EDITORIAL, "<b>Typos</b>.");
    assertThat(tables.of(author, paper)).as("before the decision").isEmpty();
    assertThat(tables.of(chair, paper).orElseThrow().rounds().getFirst().rows())
        .as("not the one still being written")
        .hasSize(1);
    submit(two, second);
    decisions.decide(chair, id, Outcome.MAJOR, "A letter with reasons.");
    cases
        .page(author, paper)
        .orElseThrow()
        .comments()
        .forEach(
            c ->
                comments.answer(
                    author, c.id(), Disposition.DECLINED, "We disagree.", "page 2", -1));
    assertThat(tables.of(chair, paper).orElseThrow().rounds().getFirst().rows())
        .as("an answer not sent")
        .allMatch(row -> row.answer().isEmpty());
    resubmit(author, paper);
    long seen =
        cases.page(editor, paper).orElseThrow().comments().stream()
            .filter(c -> c.id().equals(comment))
            .findFirst()
            .orElseThrow()
            .revision();
    comments.close(editor, comment, "Both positions stand.", seen);
    assertThat(tables.of(author, paper).orElseThrow().rounds())
        .singleElement()
        .satisfies(
            round -> {
              assertThat(round.rows())
                  .extracting(ResponseTable.Row::number)
                  .containsExactly("1.1", "1.2");
              assertThat(round.rows().getFirst())
                  .satisfies(
                      row -> {
                        assertThat(row.reviewer()).isEqualTo("Reviewer 1");
                        assertThat(row.answer()).isEqualTo("We disagree.");
                        assertThat(row.note()).isEqualTo("Both positions stand.");
                      });
            });
    String csv = tables.csv(author, paper).orElseThrow();
    assertThat(csv).contains("\"'=Why? 1+1\"").doesNotContain("\"=");
    assertThat(csv.lines()).hasSize(3);
    assertThat(csv).doesNotContain("Onymous", "Nameless", "promising", "summary", "letter");
    for (String other : List.of("member2", "secretariat", "outreach", "reviewer1", "donor")) {
      assertThat(tables.of(cast.actor(other), paper)).as(other).isEmpty();
      assertThat(tables.csv(cast.actor(other), paper)).as(other).isEmpty();
    }
    assertThat(tables.of(one, paper)).as("a reviewer knows the own alone").isEmpty();

    for (Actor other : List.of(author, editor, secretariat, cast.actor("member2"))) {
      absent(() -> handling.publishReviews(other, id, true));
    }
    handling.publishReviews(chair, id, true);
    assertThat(subjects(author, "Comments and answers will be published: A table")).hasSize(1);
    assertThat(subjects(one, "Comments will be published without names")).hasSize(1);
    assertThat(status(path)).as("not published yet").isEqualTo(404);
    submit(one, assignment(one, "review.write"));
    decisions.decide(chair, id, Outcome.ACCEPT, "Accepted.");
    refused("review.publishing.state", () -> handling.publishReviews(chair, id, false));
    assertThat(status(path)).as("accepted only").isEqualTo(404);
    eventually(() -> papers.facts(Actor.SYSTEM, paper).state() == PaperState.ACCEPTED);
    papers.publish(secretariat, paper);
    String page = page(path);
    assertThat(page)
        .contains("=Why? 1+1", "a passage", "We disagree.", "Both positions stand.", "Reviewer 2")
        .contains("&lt;b&gt;Typos&lt;/b&gt;.")
        .doesNotContain(
            "Onymous",
            "Nameless",
            "Far Away House",
            "promising",
            "A summary",
            "A letter",
            chair.name(),
            editor.name());
    assertThat(page("/papers/" + reference)).contains(path);
  }

  @Test
  void aTableThatIsNotPublishedIsNotThere() throws Exception {
    Actor reviewer = person("Uma Quiet-Hale", "Far Away House");
    UUID paper = submitted("A table kept in the house", Set.of(), author);
    invite(chair, paper, reviewer);
    UUID assignment = accept(reviewer);
    reviews.comment(reviewer, assignment, Anchor.WHOLE, CommentKind.EDITORIAL, "Fine as it is.");
    submit(reviewer, assignment);
    handling.publishReviews(chair, theCase(paper), true);
    handling.publishReviews(chair, theCase(paper), false);
    assertThat(subjects(author, "Comments and answers will not be published")).hasSize(1);
    decisions.decide(chair, theCase(paper), Outcome.ACCEPT, "Accepted.");
    eventually(() -> papers.facts(Actor.SYSTEM, paper).state() == PaperState.ACCEPTED);
    papers.publish(secretariat, paper);
    String reference = papers.facts(Actor.SYSTEM, paper).reference();
    assertThat(status("/papers/" + reference)).isEqualTo(200);
    assertThat(status("/papers/" + reference + "/review")).isEqualTo(404);
    assertThat(page("/papers/" + reference)).doesNotContain("/review\"");
  }
}

package org.plenary.briefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plenary.Cast;
import org.plenary.OnMariaDb;
import org.plenary.bodies.Bodies;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Uuids;
import org.plenary.mail.Outbox;
import org.plenary.papers.PaperLists;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A brief from draft to publication, and who may not take which step or see what. */
@OnMariaDb
class BriefLifeTest {
  @Autowired Briefs briefs;
  @Autowired Bodies bodies;
  @Autowired PaperLists papers;
  @Autowired Outbox outbox;
  @Autowired Cast cast;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvc mvc;

  @Test
  void eachStepByWhoMayTakeItAndByNobodyElse() throws Exception {
    Actor outreach = cast.actor("outreach");
    Actor chair = cast.actor("chair");
    Actor secretariat = cast.actor("secretariat");
    UUID group = bodies.byCode("REM").orElseThrow().id();
    refused("brief.start.who", () -> briefs.start(cast.actor("author"), group, draft("No", 3)));
    refused("brief.start.who", () -> briefs.start(cast.actor("datachair"), group, draft("No", 3)));

    UUID id = briefs.start(outreach, group, draft("A brief with a life", 2));
    String slug = briefs.slug(outreach, id);
    refused("brief.hand.keyMessages", () -> briefs.hand(outreach, id));
    long seen = briefs.revision(outreach, id);
    briefs.revise(outreach, id, draft("A brief with a life", 3), seen);
    assertThatThrownBy(() -> briefs.revise(outreach, id, draft("A stale window", 3), seen))
        .isInstanceOf(OptimisticLockingFailureException.class);
    briefs.hand(outreach, id);
    assertThat(outbox.inbox(chair, 0, 20))
        .anyMatch(mail -> mail.subject().contains("A brief with a life"));
    refused("brief.clear.who", () -> briefs.clear(outreach, id));
    refused("brief.publish.who", () -> briefs.publish(chair, id));
    for (String other : List.of("secretariat", "donor", "datachair", "reviewer1", "steering")) {
      absent(() -> briefs.page(cast.actor(other), slug));
    }
    absent(() -> briefs.clear(secretariat, id));
    mvc.perform(get("/briefs/" + slug)).andExpect(status().isNotFound());

    refused("brief.giveBack.missing", () -> briefs.giveBack(chair, id, " "));
    briefs.giveBack(chair, id, "Say who acts.");
    assertThat(briefs.page(outreach, slug).returned()).isEqualTo("Say who acts.");
    assertThat(outbox.inbox(outreach, 0, 20))
        .anyMatch(mail -> mail.body().contains("Say who acts."));
    briefs.hand(outreach, id);
    assertThat(briefs.page(chair, slug).returned()).as("once it is handed again").isNull();
    briefs.clear(chair, id);
    refused("brief.revise.state", () -> briefs.revise(outreach, id, draft("Late", 3), 0));
    mvc.perform(get("/briefs/" + slug)).andExpect(status().isNotFound());
    briefs.publish(secretariat, id);
    mvc.perform(get("/briefs/" + slug)).andExpect(status().isOk());
    refused("brief.publish.state", () -> briefs.publish(secretariat, id));

    assertThat(
            jdbc.sql("select action from audit_line where subject_id = ? order by seq")
                .param(Uuids.bytes(id))
                .query(String.class)
                .list())
        .containsExactly(
            "brief.started",
            "brief.revised",
            "brief.handed",
            "brief.givenBack",
            "brief.handed",
            "brief.cleared",
            "brief.published");
  }

  private BriefDraft draft(String title, int keyMessages) {
    UUID source = papers.sources(cast.actor("chair")).getFirst().id();
    return new BriefDraft(
        title,
        "Two sentences. No more.",
        "Ministries",
        List.of("First.", "Second.", "Third.").subList(0, keyMessages),
        "## Text\n\nSome.",
        List.of(),
        List.of(),
        List.of(new BriefDraft.Source(source, 1)),
        "en",
        List.of("remittances"),
        List.of("PK"));
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
}

package org.plenary.briefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
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
import org.plenary.mail.Outbox;
import org.plenary.papers.PaperLists;
import org.plenary.search.Search;
import org.plenary.search.SearchQuery;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A brief after its publication, and who must not see what is in the making or gone. */
@OnMariaDb
class BriefEditionsTest {
  private static final List<String> OTHERS =
      List.of("secretariat", "donor", "datachair", "reviewer1", "steering");

  @Autowired Briefs briefs;
  @Autowired BriefEditions editions;
  @Autowired BriefTranslations translations;
  @Autowired BriefSources sources;
  @Autowired PublicBriefs library;
  @Autowired PolicyOptions options;
  @Autowired Bodies bodies;
  @Autowired PaperLists papers;
  @Autowired Search search;
  @Autowired Desk desk;
  @Autowired Outbox outbox;
  @Autowired Cast cast;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvc mvc;
  private BriefDesk writing;
  private Actor outreach;
  private Actor chair;
  private Actor secretariat;

  @BeforeEach
  void people() {
    writing = new BriefDesk(briefs, bodies, papers, search, cast);
    outreach = cast.actor("outreach");
    chair = cast.actor("chair");
    secretariat = cast.actor("secretariat");
  }

  @Test
  void aNextEditionIsTheGroupsAloneUntilItTakesThePlaceOfThePresentOne() throws Exception {
    UUID id = writing.published(writing.draft("Editions of a brief", "firstfish"));
    String slug = briefs.slug(outreach, id);
    String number = briefs.page(outreach, slug).number();
    refused("brief.write.who", () -> editions.start(cast.actor("author"), id));
    UUID next = editions.start(outreach, id);
    refused("brief.edition.state", () -> editions.start(chair, id));
    String draft = briefs.slug(outreach, next);
    briefs.revise(
        outreach,
        next,
        writing.draft("Editions of a brief, again", "secondfish"),
        briefs.revision(outreach, next));
    writing.awaitFound("firstfish", 1);

    for (String other : OTHERS) {
      absent(() -> briefs.page(cast.actor(other), draft));
      assertThat(briefs.page(cast.actor(other), slug).next()).isNull();
      assertThat(briefs.visible(cast.actor(other), 0, 500))
          .noneMatch(line -> line.slug().equals(draft));
    }
    assertThat(writing.found("secondfish")).isZero();
    assertThat(search.readable(cast.actor("donor"), query("secondfish")).total()).isZero();
    for (String hidden :
        List.of("/briefs/" + draft, "/briefs/" + draft + ".pdf", "/briefs/" + draft + ".bib")) {
      mvc.perform(get(hidden)).andExpect(status().isNotFound());
    }
    mvc.perform(get("/briefs/" + slug + "/editions/2.pdf")).andExpect(status().isNotFound());
    mvc.perform(get("/briefs/" + slug)).andExpect(content().string(not(containsString("again"))));
    assertThat(pdf("/briefs/" + slug + ".pdf")).contains("firstfish").doesNotContain("secondfish");

    writing.publish(next);
    BriefPage now = briefs.page(outreach, slug);
    assertThat(now.number()).isEqualTo(number);
    assertThat(now.edition()).isEqualTo(2);
    writing.awaitFound("secondfish", 1);
    writing.awaitFound("firstfish", 0);
    mvc.perform(get("/briefs/" + slug))
        .andExpect(content().string(containsString("edition 2")))
        .andExpect(content().string(containsString("/editions/1.pdf")));
    assertThat(pdf("/briefs/" + slug + ".pdf")).contains("secondfish").doesNotContain("firstfish");
    assertThat(pdf("/briefs/" + slug + "/editions/1.pdf"))
        .contains("firstfish", "Earlier edition")
        .doesNotContain("secondfish");
    mvc.perform(get("/briefs/" + draft)).andExpect(status().isNotFound());
    absent(() -> briefs.page(chair, draft));
    assertThat(library.newest(0, 500)).filteredOn(line -> line.number().equals(number)).hasSize(1);
  }

  @Test
  void aTranslationIsHiddenUntilItIsPublishedAndThenFoundInItsOwnLanguage() throws Exception {
    UUID id = writing.published(writing.draft("Translated brief", "thirdfish"));
    String slug = briefs.slug(outreach, id);
    refused(
        "brief.write.who",
        () -> translations.translate(cast.actor("author"), id, writing.french("Non", "x")));
    refused(
        "brief.translate.own",
        () ->
            translations.translate(
                outreach,
                id,
                new BriefTranslation("en", "T", "", "", List.of(), "", List.of(), List.of())));
    translations.translate(outreach, id, writing.french("Note traduite", "quatrepoisson"));
    translations.hand(outreach, id, "fr");
    refused(
        "brief.translate.state",
        () -> translations.translate(outreach, id, writing.french("Autre", "x")));
    assertThat(desk.waitingFor(chair)).anyMatch(task -> task.detail().contains("Français"));
    refused("brief.publish.who", () -> translations.publish(chair, id, "fr"));
    writing.awaitFound("thirdfish", 1);
    for (String other : OTHERS) {
      absent(() -> translations.inLanguage(cast.actor(other), id, "fr"));
      assertThat(briefs.page(cast.actor(other), slug).translations()).isEmpty();
    }
    assertThat(writing.found("quatrepoisson")).isZero();
    assertThat(search.readable(cast.actor("donor"), query("quatrepoisson")).total()).isZero();
    mvc.perform(get("/briefs/" + slug))
        .andExpect(content().string(not(containsString("Français"))));
    mvc.perform(get("/briefs/note-traduite")).andExpect(status().isNotFound());

    translations.clear(chair, id, "fr");
    mvc.perform(get("/briefs/note-traduite")).andExpect(status().isNotFound());
    translations.publish(secretariat, id, "fr");
    writing.awaitFound("quatrepoisson", 1);
    var hit = search.published(query("quatrepoisson")).hits().getFirst();
    assertThat(hit.language()).isEqualTo("fr");
    assertThat(hit.reference()).isEqualTo(briefs.page(outreach, slug).number());
    mvc.perform(get("/briefs/note-traduite"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("quatrepoisson")))
        .andExpect(content().string(containsString("hreflang=\"en\"")));
    assertThat(pdf("/briefs/note-traduite.pdf")).contains("Du quatrepoisson.");
  }

  @Test
  void whatIsRetractedSaysSoAndWhatIsWithdrawnIsGoneEverywhere() throws Exception {
    BriefDraft.Attachment file;
    UUID group = bodies.byCode("REM").orElseThrow().id();
    try (InputStream pdf = Cast.pdf("An annex")) {
      file = briefs.attach(outreach, group, pdf, "../annex \"one\".pdf");
    }
    UUID id = writing.start(writing.draft("Ended brief", "fifthfish", file));
    translations.translate(outreach, id, writing.french("Note finie", "sixpoisson"));
    writing.publish(id);
    String slug = briefs.slug(outreach, id);
    String attached = "/briefs/" + slug + "/attachments/" + file.sha256();
    mvc.perform(get(attached))
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Type", "application/pdf"))
        .andExpect(header().string("Content-Disposition", containsString("attachment")));
    writing.awaitFound("fifthfish", 1);
    writing.awaitFound("sixpoisson", 1);

    refused("brief.end.who", () -> editions.retract(chair, id, "No"));
    refused("brief.end.missing", () -> editions.retract(secretariat, id, " "));
    editions.retract(secretariat, id, "A table was wrong.");
    writing.awaitFound("fifthfish", 0);
    writing.awaitFound("sixpoisson", 0);
    mvc.perform(get("/briefs/" + slug))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Retracted on")))
        .andExpect(content().string(containsString("A table was wrong.")));
    assertThat(pdf("/briefs/note-finie.pdf")).contains("Retracted on", "A table was wrong.");
    assertThat(library.newest(0, 500)).noneMatch(line -> line.slug().equals(slug));
    for (Actor told : List.of(outreach, chair)) {
      assertThat(outbox.inbox(told, 0, 20))
          .anyMatch(mail -> mail.subject().equals("Retracted: Ended brief"));
    }

    editions.withdraw(secretariat, id, "Names of participants were printed.");
    for (String gone :
        List.of(
            "/briefs/" + slug,
            "/briefs/" + slug + ".pdf",
            "/briefs/" + slug + ".bib",
            "/briefs/" + slug + "/editions/1.pdf",
            "/briefs/note-finie",
            "/briefs/note-finie.pdf",
            attached)) {
      String said =
          mvc.perform(get(gone))
              .andExpect(status().isGone())
              .andReturn()
              .getResponse()
              .getContentAsString();
      assertThat(said)
          .as(gone)
          .contains("withdrawn")
          .doesNotContain("Ended brief", "Note finie", "fifthfish", "participants");
    }
    absent(() -> briefs.page(cast.actor("author"), "x" + slug));
    absent(() -> briefs.page(cast.actor("donor"), slug));
    assertThat(briefs.page(secretariat, slug).ending().reason()).contains("participants");
    refused("brief.end.state", () -> editions.retract(secretariat, id, "Again"));
  }

  @Test
  void aSupersededBriefLeadsToTheOneThatTakesItsPlace() throws Exception {
    UUID old = writing.published(writing.draft("Old advice", "seventhfish"));
    UUID now = writing.published(writing.draft("New advice", "eighthfish"));
    refused("brief.supersede.by", () -> editions.supersede(secretariat, old, old, "Itself"));
    refused(
        "brief.supersede.by",
        () -> editions.supersede(secretariat, old, UUID.randomUUID(), "Nothing"));
    writing.awaitFound("seventhfish", 1);
    editions.supersede(secretariat, old, now, "There is newer evidence.");
    writing.awaitFound("seventhfish", 0);
    mvc.perform(get("/briefs/" + briefs.slug(outreach, old)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Superseded on")))
        .andExpect(
            content().string(containsString("/briefs/" + briefs.slug(outreach, now) + "\"")));
  }

  @Test
  void anOptionIsOnTheMenuOnceClearedAndPutThereAsLongAsAPublishedBriefNamesIt() throws Exception {
    UUID id = writing.start(writing.draft("A brief with an option", "ninthfish"));
    String slug = briefs.slug(outreach, id);
    UUID option = briefs.page(outreach, slug).content().options().getFirst().record();
    assertThat(state(option)).isEqualTo("DRAFT");
    briefs.revise(
        outreach,
        id,
        writing.draft("A brief with an option", "tenthfish"),
        briefs.revision(outreach, id));
    assertThat(state(option)).as("a draft that no brief names any more").isNull();
    UUID named = briefs.page(outreach, slug).content().options().getFirst().record();
    absent(() -> options.putOnMenu(secretariat, named));
    briefs.hand(outreach, id);
    briefs.clear(chair, id);
    assertThat(state(named)).isEqualTo("CLEARED");
    refused("option.menu.brief", () -> options.putOnMenu(secretariat, named));
    briefs.publish(secretariat, id);
    refused("option.menu.who", () -> options.putOnMenu(chair, named));
    mvc.perform(get("/options")).andExpect(content().string(not(containsString("tenthfish"))));
    options.putOnMenu(secretariat, named);
    refused("option.step", () -> options.putOnMenu(secretariat, named));
    mvc.perform(get("/options?theme=remittances"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Try tenthfish")));
    mvc.perform(get("/options?theme=cities"))
        .andExpect(content().string(not(containsString("tenthfish"))));
    editions.retract(secretariat, id, "Wrong.");
    mvc.perform(get("/options")).andExpect(content().string(not(containsString("tenthfish"))));
  }

  @Test
  void theOwnerIsToldOfANewVersionOfASourceUntilTheyLooked() {
    UUID id = writing.published(writing.draft("Drawn from a paper", "eleventhfish"));
    String slug = briefs.slug(outreach, id);
    assertThat(sources.news(outreach, id)).isEmpty();
    // As if the paper had been published again since.
    jdbc.sql("update brief_source set version = 0 where brief_id = ?")
        .param(Uuids.bytes(id))
        .update();
    assertThat(tasks(outreach, slug)).hasSize(1);
    assertThat(tasks(chair, slug)).as("the owner still writes for the group").isEmpty();
    assertThat(tasks(cast.actor("datachair"), slug)).isEmpty();
    assertThat(sources.news(secretariat, id)).isEmpty();
    sources.lookedAt(outreach, id);
    assertThat(tasks(outreach, slug)).isEmpty();
    assertThat(sources.news(outreach, id)).isEmpty();
  }

  private List<Task> tasks(Actor actor, String slug) {
    return desk.waitingFor(actor).stream()
        .filter(task -> task.kind().equals("brief.look") && task.path().equals("briefs/" + slug))
        .toList();
  }

  private String state(UUID option) {
    return jdbc.sql("select state from policy_option where id = ?")
        .param(Uuids.bytes(option))
        .query(String.class)
        .optional()
        .orElse(null);
  }

  private String pdf(String address) throws Exception {
    byte[] pdf =
        mvc.perform(get(address))
            .andExpect(status().isOk())
            .andExpect(header().string("Content-Type", "application/pdf"))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static SearchQuery query(String text) {
    return new SearchQuery(text, java.util.Map.of(), 1);
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

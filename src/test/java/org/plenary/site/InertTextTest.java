package org.plenary.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plenary.Cast;
import org.plenary.OnMariaDb;
import org.plenary.bodies.Actors;
import org.plenary.bodies.Bodies;
import org.plenary.briefs.BriefDraft;
import org.plenary.briefs.BriefEditions;
import org.plenary.briefs.BriefTranslation;
import org.plenary.briefs.BriefTranslations;
import org.plenary.briefs.Briefs;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Uuids;
import org.plenary.mail.Mail;
import org.plenary.mail.Outbox;
import org.plenary.papers.Blindness;
import org.plenary.papers.CallDraft;
import org.plenary.papers.Calls;
import org.plenary.papers.Drafts;
import org.plenary.papers.PaperDraft;
import org.plenary.papers.PaperLists;
import org.plenary.papers.PaperState;
import org.plenary.papers.Papers;
import org.plenary.papers.Supplements;
import org.plenary.papers.TakenFile;
import org.plenary.people.OrganisationKind;
import org.plenary.people.Organisations;
import org.plenary.people.People;
import org.plenary.people.Person;
import org.plenary.people.Profile;
import org.plenary.people.Profiles;
import org.plenary.search.Search;
import org.plenary.search.SearchQuery;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What was typed as a program is shown as text, on every page and paper that shows it. */
@OnMariaDb
class InertTextTest {
  private static final String SCRIPT =
      "<script>alert(1)</script><img src=x onerror=alert(2)>\"'</title></script>";
  private static final String WORD = "quillfeather";

  @Autowired MockMvc mvc;
  @Autowired Papers papers;
  @Autowired Drafts drafts;
  @Autowired Supplements supplements;
  @Autowired PaperLists lists;
  @Autowired Calls calls;
  @Autowired Briefs briefs;
  @Autowired BriefTranslations translations;
  @Autowired BriefEditions editions;
  @Autowired Bodies bodies;
  @Autowired People people;
  @Autowired Profiles profiles;
  @Autowired Organisations organisations;
  @Autowired Actors actors;
  @Autowired Outbox outbox;
  @Autowired Search search;
  @Autowired Cast cast;

  @Test
  void whatWasTypedAsAProgramIsTextEverywhere() throws Exception {
    Actor chair = cast.actor("chair");
    Actor outreach = cast.actor("outreach");
    Actor secretariat = cast.actor("secretariat");
    UUID group = bodies.byCode("REM").orElseThrow().id();
    String reference = paper(group);
    UUID brief = brief(outreach, chair, secretariat, group);
    String slug = briefs.slug(outreach, brief);
    UUID retracted = brief(outreach, chair, secretariat, group);
    editions.retract(secretariat, retracted, SCRIPT);
    UUID call =
        calls.open(chair, group, new CallDraft(SCRIPT, SCRIPT, null, null, Blindness.OPEN, false));
    String person = person(secretariat);
    awaitFound();
    for (String address :
        List.of(
            "/",
            "/papers/" + reference,
            "/papers/" + reference + "/review",
            "/briefs",
            "/briefs/" + slug,
            "/briefs/" + briefs.slug(outreach, retracted),
            "/options",
            "/calls",
            "/groups/" + bodies.byId(group).orElseThrow().slug(),
            "/people",
            "/people/" + person,
            "/search?q=" + WORD,
            "/search?q=" + java.net.URLEncoder.encode(SCRIPT, StandardCharsets.UTF_8))) {
      MockHttpServletResponse response = answer(address);
      if (address.endsWith("/review") && response.getStatus() == 404) {
        continue; // No response table of it is published.
      }
      assertThat(response.getStatus()).as(address).isEqualTo(200);
      assertInert(address, response.getContentAsString(StandardCharsets.UTF_8));
    }
    // It is there all the same, as text.
    assertThat(answer("/papers/" + reference).getContentAsString(StandardCharsets.UTF_8))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;&lt;img");
    for (String address :
        List.of(
            "/api/v1/search?q=" + WORD,
            "/papers/" + reference + ".bib",
            "/papers/" + reference + ".ris",
            "/briefs/" + slug + ".bib")) {
      MockHttpServletResponse response = answer(address);
      assertThat(response.getStatus()).as(address).isEqualTo(200);
      assertThat(response.getContentType()).as(address).doesNotContain("html");
      assertThat(response.getHeader("X-Content-Type-Options")).as(address).isEqualTo("nosniff");
    }
    try (var pdf = Loader.loadPDF(answer("/briefs/" + slug + ".pdf").getContentAsByteArray())) {
      assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", ""))
          .contains("<script>alert(1)</script><img");
      assertThat(pdf.getDocumentCatalog().getOpenAction()).isNull();
      assertThat(pdf.getDocumentCatalog().getNames()).isNull();
    }
    mails(List.of(chair, outreach, secretariat, cast.actor("author")));
    calls.close(chair, call);
  }

  /** A mail is plain text; what was typed makes neither a second line of its head nor a link. */
  private void mails(List<Actor> readers) {
    int told = 0;
    for (Actor reader : readers) {
      for (Mail mail : outbox.inbox(reader, 0, 100)) {
        if (mail.subject().contains("<script>")) {
          told++;
        }
        assertThat(mail.subject()).doesNotContain("\n", "\r");
        assertThat(mail.url()).doesNotContain("<").startsWith("http");
      }
    }
    assertThat(told).as("mails that tell of it").isPositive();
  }

  static List<String> questions() {
    return List.of(
        "a:b",
        "\"",
        "*",
        "AND",
        "OR NOT",
        "migration ".repeat(500).strip(),
        "x".repeat(5_000),
        "\"" + "a ".repeat(2_500),
        "(".repeat(5_000),
        "😀",
        "مرحبا",
        "\u202Egnp.exe",
        "a\u0000b",
        "a\u0007\u001B[31m",
        "title:* OR *:*",
        "/.*/",
        "[a TO b]",
        "{0} ${7*7} %s %",
        SCRIPT);
  }

  /** On the public page, as JSON, and for whoever is signed in. */
  @ParameterizedTest
  @MethodSource("questions")
  void everyQuestionIsAnswered(String question) throws Exception {
    for (String address : List.of("/search", "/api/v1/search")) {
      MockHttpServletResponse response =
          mvc.perform(get(address).param("q", question)).andReturn().getResponse();
      assertThat(response.getStatus()).as(address).isEqualTo(200);
      if (address.equals("/search")) {
        assertInert(address, response.getContentAsString(StandardCharsets.UTF_8));
      }
    }
    for (String account : List.of("chair", "author", "donor")) {
      assertThat(
              search.readable(cast.actor(account), new SearchQuery(question, Map.of(), 1)).total())
          .isNotNegative();
    }
  }

  private String paper(UUID group) {
    Actor author = cast.actor("author");
    PaperDraft draft =
        new PaperDraft(
            "research",
            WORD + " " + SCRIPT,
            WORD + " " + SCRIPT,
            "en",
            List.of("remittances"),
            List.of("PK"),
            List.of(
                new PaperDraft.Author(SCRIPT, SCRIPT, author.id(), null),
                new PaperDraft.Author(SCRIPT, SCRIPT)),
            Set.of(),
            group,
            Set.of(),
            List.of(),
            List.of(SCRIPT),
            SCRIPT);
    UUID id = papers.start(author, group, draft);
    TakenFile file = papers.take(author, Cast.pdf(WORD + " " + SCRIPT), SCRIPT + ".pdf");
    papers.addVersion(author, id, file.file(), SCRIPT + ".pdf");
    var table =
        supplements.take(
            author,
            new java.io.ByteArrayInputStream("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)));
    long seen =
        supplements.add(author, id, table, SCRIPT + ".csv", drafts.page(author, id).revision());
    supplements.label(author, id, 1, SCRIPT, seen);
    papers.submit(author, id);
    String reference = papers.reference(author, id);
    papers.follow(Actor.SYSTEM, id, PaperState.IN_REVIEW);
    papers.follow(Actor.SYSTEM, id, PaperState.ACCEPTED);
    papers.publish(Actor.SYSTEM, id);
    return reference;
  }

  private UUID brief(Actor outreach, Actor chair, Actor secretariat, UUID group) {
    UUID source = lists.sources(chair).getLast().id();
    UUID id =
        briefs.start(
            outreach,
            group,
            new BriefDraft(
                WORD + " " + SCRIPT,
                SCRIPT,
                SCRIPT,
                List.of(SCRIPT, SCRIPT, SCRIPT),
                WORD + "\n\n" + SCRIPT + "\n\n[x](javascript:alert(3))",
                List.of(new BriefDraft.Option(SCRIPT, SCRIPT, "robust", "high", "low")),
                List.of(new BriefDraft.Example("PK", SCRIPT)),
                List.of(new BriefDraft.Source(source, 1)),
                "en",
                List.of("remittances"),
                List.of("PK")));
    translations.translate(
        outreach,
        id,
        new BriefTranslation(
            "ar",
            SCRIPT,
            SCRIPT,
            SCRIPT,
            List.of(SCRIPT, SCRIPT, SCRIPT),
            SCRIPT + " text",
            List.of(new BriefTranslation.Option(SCRIPT, SCRIPT)),
            List.of(new BriefDraft.Example("PK", SCRIPT))));
    briefs.hand(outreach, id);
    briefs.giveBack(chair, id, SCRIPT);
    briefs.hand(outreach, id);
    briefs.clear(chair, id);
    briefs.publish(secretariat, id);
    return id;
  }

  private String person(Actor secretariat) {
    UUID id = Uuids.v7(Instant.now());
    people.register(
        Actor.SYSTEM,
        new Person(id, "Plain", id + "@example.org", "", "FJ", ZoneId.of("UTC")),
        "sample-partnership");
    UUID institute = organisations.add(secretariat, SCRIPT, OrganisationKind.RESEARCH, "FJ");
    Actor self = actors.of(id);
    profiles.keep(
        self,
        new Profile(
            SCRIPT,
            SCRIPT,
            institute,
            "FJ",
            ZoneId.of("UTC"),
            null,
            List.of("remittances"),
            null,
            null,
            null,
            true,
            SCRIPT),
        profiles.mine(self).revision());
    return profiles.mine(self).slug();
  }

  private MockHttpServletResponse answer(String address) throws Exception {
    return mvc.perform(get(java.net.URI.create(address))).andReturn().getResponse();
  }

  /** As a browser reads it: no program, nothing that runs one, and no such link. */
  private static void assertInert(String address, String page) {
    Document document = Jsoup.parse(page);
    assertThat(document.select("script:not([type=application/ld+json])")).as(address).isEmpty();
    assertThat(document.select("[^on], [href^=javascript], img[src=x]")).as(address).isEmpty();
  }

  private void awaitFound() {
    Instant until = Instant.now().plus(Duration.ofSeconds(30));
    while (search.published(new SearchQuery(WORD, Map.of(), 1)).total() < 2) {
      assertThat(Instant.now()).as("waiting for the index").isBefore(until);
      Thread.onSpinWait();
    }
  }
}

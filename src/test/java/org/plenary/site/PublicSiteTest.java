package org.plenary.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenary.Cast;
import org.plenary.OnMariaDb;
import org.plenary.bodies.Bodies;
import org.plenary.files.FileStore;
import org.plenary.kernel.Actor;
import org.plenary.papers.PaperDraft;
import org.plenary.papers.PaperState;
import org.plenary.papers.Papers;
import org.plenary.search.Search;
import org.plenary.search.SearchQuery;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The public site over the sample partnership, on MariaDB. */
@OnMariaDb
class PublicSiteTest {
  private static final Path SEEDS = Path.of("..", "shared", "data", "seeds");

  @Autowired MockMvc mvc;
  @Autowired Papers papers;
  @Autowired Bodies bodies;
  @Autowired FileStore files;
  @Autowired Search search;
  @Autowired Cast cast;

  @ParameterizedTest
  @ValueSource(strings = {"/", "/search", "/search?q=remittance", "/briefs", "/groups"})
  void pagesAnswerWithoutSessionCookieOrScript(String address) throws Exception {
    mvc.perform(get(address))
        .andExpect(status().isOk())
        .andExpect(header().doesNotExist("Set-Cookie"))
        .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
        .andExpect(content().string(not(containsString("<script"))))
        .andExpect(content().string(not(containsString("??"))));
  }

  @Test
  void aPaperItsFileAndABriefAnswerInPublic() throws Exception {
    // By kind: other tests publish papers too, more than fill a page.
    Matcher paper = Pattern.compile("\"url\":\"(/papers/[^\"]+)\"").matcher(found("paper"));
    Matcher brief = Pattern.compile("\"url\":\"(/briefs/[^\"]+)\"").matcher(found("brief"));
    assertThat(paper.find()).isTrue();
    assertThat(brief.find()).isTrue();
    mvc.perform(get(paper.group(1)))
        .andExpect(status().isOk())
        .andExpect(header().doesNotExist("Set-Cookie"));
    mvc.perform(get(paper.group(1) + "/file"))
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Type", "application/pdf"))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(header().exists("ETag"));
    mvc.perform(get(brief.group(1)))
        .andExpect(status().isOk())
        .andExpect(header().doesNotExist("Set-Cookie"));
    mvc.perform(get("/briefs/no-such-brief")).andExpect(status().isNotFound());
    mvc.perform(get("/papers/REM-1999-999/file")).andExpect(status().isNotFound());
  }

  private String found(String kind) throws Exception {
    return mvc.perform(get("/api/v1/search").param("q", "").param("kind", kind))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  @Test
  void anotherSiteCannotSignAVisitorIn() throws Exception {
    mvc.perform(
            post("/workspace/sign-in")
                .header("Sec-Fetch-Site", "cross-site")
                .param("username", "chair@example.org")
                .param("password", "sample-partnership"))
        .andExpect(status().isForbidden());
    mvc.perform(get("/workspace/papers")).andExpect(status().is3xxRedirection());
    mvc.perform(post("/invitations/no-such-secret/accept")).andExpect(status().isNotFound());
  }

  @Test
  void guessingAPasswordIsHeldOffWhateverIsGuessed() throws Exception {
    for (String email : List.of("donor@example.org", "nobody@example.org")) {
      for (int i = 0; i < 10; i++) {
        signIn(email, "wrong").andExpect(header().string("Location", containsString("error")));
      }
      signIn(email, "sample-partnership")
          .andExpect(header().string("Location", containsString("error")));
    }
    signIn("steering@example.org", "sample-partnership")
        .andExpect(header().string("Location", not(containsString("error"))));
  }

  private org.springframework.test.web.servlet.ResultActions signIn(String email, String password)
      throws Exception {
    return mvc.perform(
        post("/workspace/sign-in")
            .header("X-Forwarded-For", UUID.randomUUID().toString())
            .param("username", email)
            .param("password", password));
  }

  @Test
  void anUnpublishedPaperIsAbsentLikeOneThatNeverWas() throws Exception {
    UUID group = bodies.byCode("REM").orElseThrow().id();
    UUID id =
        papers.start(Actor.SYSTEM, group, cast.draft("Hidden", "hiddenfish", Set.of(), "author"));
    papers.addVersion(Actor.SYSTEM, id, files.put(Cast.pdf("a hidden paper")), "hidden.pdf");
    papers.submit(Actor.SYSTEM, id);
    String reference = papers.facts(Actor.SYSTEM, id).reference();
    String hidden =
        mvc.perform(get("/papers/" + reference))
            .andExpect(status().isNotFound())
            .andReturn()
            .getResponse()
            .getContentAsString();
    String never =
        mvc.perform(get("/papers/REM-1999-999")).andReturn().getResponse().getContentAsString();
    assertThat(hidden).isEqualTo(never);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a:b", "\"", "*", "AND", "(((", "-", "|", "~2", "\\", "<script>alert(1)</script>"})
  void whateverIsTypedIsAnswered(String typed) throws Exception {
    mvc.perform(get("/search").param("q", typed).param("page", "-7").param("year", "x"))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("<script>alert"))));
  }

  @Test
  void aQueryOfFiveThousandCharactersIsAnswered() throws Exception {
    mvc.perform(get("/api/v1/search").param("q", "migration ".repeat(500)))
        .andExpect(status().isOk());
  }

  @Test
  void nothingIsWrittenThroughThePublicSiteAndTheHealthSaysOnlyUp() throws Exception {
    mvc.perform(post("/search")).andExpect(status().is4xxClientError());
    mvc.perform(get("/papers/REM-1999-999")).andExpect(status().isNotFound());
    mvc.perform(get("/actuator/env")).andExpect(status().isNotFound());
    mvc.perform(get("/actuator/health"))
        .andExpect(status().isOk())
        .andExpect(content().string("{\"status\":\"UP\"}"));
  }

  @Test
  void aSentenceOfPageSevenIsFoundThereAndNothingOfVersionOne() throws Exception {
    Assumptions.assumeTrue(
        Files.isDirectory(SEEDS), "the real papers of ../shared/data/seeds are not here");
    var group = bodies.byCode("REM").orElseThrow();
    UUID id =
        papers.start(
            Actor.SYSTEM,
            group.id(),
            new PaperDraft(
                "research",
                "Sustainable migration in Pakistan",
                "A study of patterns and policy.",
                "en",
                List.of("remittances"),
                List.of("PK"),
                List.of(new PaperDraft.Author("A. Author", "An institute")),
                Set.of()));
    addVersion(id, "sustainable-migration-pakistan-version-1.docx");
    papers.submit(Actor.SYSTEM, id);
    papers.follow(Actor.SYSTEM, id, PaperState.IN_REVIEW);
    papers.follow(Actor.SYSTEM, id, PaperState.REVISION);
    addVersion(id, "sustainable-migration-pakistan.pdf");
    // A paper published after it is found: so the index has been past the unpublished one.
    publishMarker(group.id());
    awaitFound("markerfish");
    assertThat(total("stratified based on their representation")).isZero();
    papers.follow(Actor.SYSTEM, id, PaperState.IN_REVIEW);
    papers.follow(Actor.SYSTEM, id, PaperState.ACCEPTED);
    papers.publish(Actor.SYSTEM, id);
    awaitFound("stratified based on their representation");
    mvc.perform(
            get("/api/v1/search")
                .param(
                    "q",
                    "case studies in similarly wide-ranging high-migration districts, stratified"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.total").value(1))
        .andExpect(jsonPath("$.hits[0].passages[0].page").value(7));
    assertThat(total("\"7,777 households\"")).isZero();
    assertThat(total("\"provisional figure\"")).isZero();
  }

  private void addVersion(UUID id, String name) throws IOException {
    try (var in = Files.newInputStream(SEEDS.resolve(name))) {
      papers.addVersion(Actor.SYSTEM, id, files.put(in), name);
    }
  }

  private void publishMarker(UUID group) {
    UUID id =
        papers.start(Actor.SYSTEM, group, cast.draft("A marker", "markerfish", Set.of(), "author"));
    papers.addVersion(Actor.SYSTEM, id, files.put(Cast.pdf("a marker")), "marker.pdf");
    papers.submit(Actor.SYSTEM, id);
    papers.follow(Actor.SYSTEM, id, PaperState.ACCEPTED);
    papers.publish(Actor.SYSTEM, id);
  }

  private void awaitFound(String text) {
    Instant until = Instant.now().plus(Duration.ofSeconds(20));
    while (total(text) == 0) {
      assertThat(Instant.now()).as("waiting for " + text).isBefore(until);
      Thread.onSpinWait();
    }
  }

  private int total(String text) {
    return search.published(new SearchQuery(text, Map.of(), 1)).total();
  }
}

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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenary.MariaDb;
import org.plenary.bodies.Bodies;
import org.plenary.files.FileStore;
import org.plenary.kernel.Actor;
import org.plenary.papers.PaperDraft;
import org.plenary.papers.PaperState;
import org.plenary.papers.Papers;
import org.plenary.search.Search;
import org.plenary.search.SearchQuery;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** The public site over the sample partnership, on MariaDB. */
@SpringBootTest
@AutoConfigureMockMvc
class PublicSiteTest {
  private static final Path SEEDS = Path.of("..", "shared", "data", "seeds");

  @Autowired MockMvc mvc;
  @Autowired Papers papers;
  @Autowired Bodies bodies;
  @Autowired FileStore files;
  @Autowired Search search;

  @DynamicPropertySource
  static void storage(DynamicPropertyRegistry registry) throws IOException {
    Path data = Files.createTempDirectory("plenary-test");
    registry.add("plenary.data", data::toString);
    String url = MariaDb.schema();
    registry.add("spring.datasource.url", () -> url);
    registry.add("spring.datasource.username", () -> "root");
  }

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
        .andExpect(jsonPath("$.status").value("UP"))
        .andExpect(jsonPath("$.components").doesNotExist());
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
    addVersion(id, "sustainable-migration-pakistan.pdf");
    assertThat(total("stratified based on their representation")).isZero();
    papers.follow(Actor.SYSTEM, id, PaperState.ACCEPTED);
    papers.publish(Actor.SYSTEM, id, LocalDate.of(2026, 11, 22));
    Instant until = Instant.now().plus(Duration.ofSeconds(20));
    while (total("stratified based on their representation") == 0
        && Instant.now().isBefore(until)) {
      Thread.onSpinWait();
    }
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

  private int total(String text) {
    return search.published(new SearchQuery(text, Map.of(), 1)).total();
  }
}

package org.plenary.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenary.e2e.Seeds;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Readers;
import org.plenary.kernel.Terms;
import org.plenary.search.SearchDocument.Section;

/** What is found by what is typed, on an index of its own. */
class SearchTest {
  private static final Readers EVERYONE = new Readers(Set.of(Terms.PUBLIC), Set.of());
  @TempDir Path folder;
  SearchIndex index;
  Search search;

  @BeforeEach
  void open() throws Exception {
    index = new SearchIndex(folder, "test");
    search = new Search(index, index);
  }

  @AfterEach
  void close() throws Exception {
    index.close();
  }

  @Test
  void thePassageWithTheWordsInARowComesFirst() throws Exception {
    put(
        "Level, level",
        "The level of skill and the level of trust differ. Confidence in a level, and in a set of"
            + " levels, is another level of confidence. A level is set; a set has a level.",
        "Nothing of this is said here.",
        "All intervals were drawn with the confidence level set at 95% for each of the strata.");
    assertThat(first("confidence level set at 95%").page()).isEqualTo(3);
  }

  @Test
  void aPhraseShowsItselfAndNothingElse() throws Exception {
    put(
        "A cost",
        "The cost of sending is one matter and the cost of receiving another.",
        "What matters is the sending cost of a transfer.");
    for (String typed : List.of("\"sending cost\"", "“sending cost”", "«sending cost»")) {
      SearchResult result = find(typed);
      assertThat(result.hits()).as(typed).hasSize(1);
      assertThat(result.hits().getFirst().passages())
          .as(typed)
          .singleElement()
          .matches(p -> p.page() == 2 && p.html().contains("<mark>sending cost</mark>"));
    }
    assertThat(find("\"cost sending\"").total()).isZero();
  }

  @Test
  void whatNothingHasWhollyIsFoundByMostOfIt() throws Exception {
    put("Fees", "Households that receive money from abroad spend it on schooling and on health.");
    assertThat(find("households receive money schooling").instead()).isNull();
    String typed = "households receive money from abroad for schooling in Atlantis";
    SearchResult none = find(typed);
    assertThat(none.total()).as("every word is asked for").isZero();
    assertThat(none.instead().most()).isOne();
    assertThat(search.published(new SearchQuery(typed, Map.of(), 1, true)).total()).isOne();
    assertThat(find("households Atlantis").instead().most()).as("of few words, all").isZero();
    assertThat(find("penguins icebergs glaciers tundra").instead().most()).isZero();
  }

  @Test
  void aMisspeltWordIsMendedIfThatFindsSomething() throws Exception {
    put("Fees", "The cost of sending remittances through a corridor between two countries.");
    assertThat(find("remitances coridor").instead().didYouMean()).isEqualTo("remittances corridor");
    assertThat(find("Remitances, \"of sending\"").instead().didYouMean())
        .as("what is not a misspelt word stays")
        .isEqualTo("Remittances, \"of sending\"");
    assertThat(find("remitances glaciers").instead().didYouMean()).as("finds nothing").isNull();
    assertThat(find("remittances").instead()).isNull();
  }

  @Test
  void whatIsOfferedInsteadTellsNothingOfWhatOneMayNotRead(@TempDir Path hidden) throws Exception {
    put("Fees", "What a transfer costs.");
    try (SearchIndex restricted = new SearchIndex(hidden, "test")) {
      restricted.put(
          new SearchDocument(
              UUID.randomUUID(),
              "paper",
              "X-2",
              "Unpublished",
              "/x",
              "en",
              LocalDate.of(2026, 1, 1),
              List.of(),
              List.of(),
              List.of("Hidden Author"),
              List.of(new Section(1, "A zanzibarite corridor nobody has published about yet."))),
          new Readers(Set.of("body:1"), Set.of()));
      restricted.commit(1);
      Search both = new Search(index, restricted);
      SearchQuery misspelt = new SearchQuery("zanzibarit", Map.of(), 1);
      SearchQuery nearly = new SearchQuery("zanzibarite corridor published nobody x", Map.of(), 1);
      for (SearchQuery typed : List.of(misspelt, nearly)) {
        assertThat(both.published(typed).instead()).isEqualTo(new SearchResult.Instead(null, 0));
        assertThat(both.readable(Actor.PUBLIC, typed).instead())
            .isEqualTo(new SearchResult.Instead(null, 0));
      }
    }
  }

  @Test
  void theItemOfThatTitleComesFirst() throws Exception {
    put("Fees", "Fees of sending. ".repeat(40));
    put("Fees of sending, and more fees of sending", "Fees of sending. ".repeat(40));
    put("Fees of sending", "Nothing else.");
    assertThat(find("fees of sending!").hits().getFirst().title()).isEqualTo("Fees of sending");
  }

  @Test
  void aLongTextIsCutBetweenWords() throws Exception {
    String sentence = "remittances sent home by workers abroad pay for school uniforms ";
    put("Uniforms", sentence.repeat(12));
    SearchQuery query = new SearchQuery(sentence.repeat(12), Map.of(), 1);
    assertThat(query.text()).hasSizeLessThanOrEqualTo(SearchQuery.MAX_TEXT);
    assertThat(sentence.split(" ")).contains(query.text().replaceFirst(".* ", ""));
    assertThat(search.published(query).total()).isOne();
    assertThat(SearchQuery.isTooLong(sentence.repeat(12))).isTrue();
  }

  @Test
  void asManyWordsAsFitAreSearchedFor() throws Exception {
    String words =
        java.util.stream.IntStream.range(0, 160)
            .mapToObj(i -> "w" + i)
            .collect(java.util.stream.Collectors.joining(" "));
    put("Words", words);
    assertThat(find(words).total()).isOne();
    assertThat(find("x " + words.substring(0, 470)).instead().most()).isOne();
  }

  @Test
  void namesFindWhatTheyNameAndLigaturesAreLetters() throws Exception {
    put("Fees", "A financial matter.");
    assertThat(find("Lucía Barrantes").total()).isOne();
    assertThat(find("pakistan").total()).isOne();
    assertThat(find("\uFB01nan\u00ADcial").total()).isOne();
  }

  @Test
  void nothingThatIsTypedFails() throws Exception {
    put("Fees", "Households that receive money from abroad.");
    for (String typed :
        List.of(
            "a:b",
            "\"",
            "*",
            "AND",
            "(",
            "-",
            "|",
            "\\",
            "~",
            "^2",
            "😀",
            "%",
            "a".repeat(5_000),
            "\"\"\"",
            "-households",
            "fees OR",
            "[1 TO",
            "مرحبا")) {
      assertThat(find(typed).total()).as(typed).isNotNegative();
    }
  }

  /** The sentences of a real paper, eight words at a time, each found on its own page. */
  @Test
  void theWordsOfAPageLeadToThatPage() throws Exception {
    List<String> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(Seeds.file(Seeds.SECOND).toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(stripper.getText(document));
      }
    }
    put("A real paper", pages.toArray(String[]::new));
    List<String> plain = pages.stream().map(page -> page.replaceAll("\\s+", " ")).toList();
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    for (int page = 1; page <= plain.size(); page++) {
      String[] words = plain.get(page - 1).split(" ");
      for (int from = 0; from + 8 <= words.length; from += 5) {
        String typed = String.join(" ", List.of(words).subList(from, from + 8));
        // Words at either end may be such as are not searched for.
        String inner = String.join(" ", List.of(words).subList(from + 1, from + 7));
        boolean syntax = typed.matches(".*[\"|()+*~-].*");
        if (!syntax && plain.stream().filter(p -> p.contains(inner)).count() == 1) {
          asked++;
          Integer shown = first(typed).page();
          if (shown == null || shown != page) {
            wrong.add(page + " shown as " + shown + ": " + typed);
          }
        }
      }
    }
    assertThat(asked).isGreaterThan(100);
    assertThat(wrong).isEmpty();
  }

  private void put(String title, String... pages) throws Exception {
    List<Section> text = new ArrayList<>();
    for (String page : pages) {
      text.add(new Section(text.size() + 1, page));
    }
    index.put(
        new SearchDocument(
            UUID.randomUUID(),
            "paper",
            "X-1",
            title,
            "/x",
            "en",
            LocalDate.of(2026, 1, 1),
            List.of(),
            List.of(),
            List.of("Lucía Barrantes", "Pakistan"),
            text),
        EVERYONE);
    index.commit(1);
  }

  private SearchResult find(String typed) {
    return search.published(new SearchQuery(typed, Map.of(), 1));
  }

  private SearchResult.Passage first(String typed) {
    assertThat(find(typed).hits()).as(typed).isNotEmpty();
    return find(typed).hits().getFirst().passages().getFirst();
  }
}

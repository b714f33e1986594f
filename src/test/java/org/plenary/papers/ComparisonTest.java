package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plenary.Cast;
import org.plenary.OnMariaDb;
import org.plenary.e2e.Seeds;
import org.plenary.files.FileStore;
import org.plenary.files.FileTexts;
import org.plenary.files.TextUnit;
import org.plenary.papers.Comparison.Fate;
import org.springframework.beans.factory.annotation.Autowired;

/** What a comparison of two texts calls a change, and what it does not. */
@OnMariaDb
class ComparisonTest {
  @Autowired Papers papers;
  @Autowired FileStore files;
  @Autowired FileTexts texts;
  @Autowired Cast cast;

  @Test
  void onlyWordsThatChangedAreChanges() {
    Comparison comparison =
        TextDiff.of(
            docx("Fees fell in most corridors.", "Families saved more than before."),
            docx("Fees fell sharply in most corridors.", "Families saved more than before."));
    assertThat(comparison.changes()).hasSize(1);
    assertThat(words(comparison, Fate.ADDED)).isEqualTo("sharply");
    assertThat(words(comparison, Fate.REMOVED)).isEmpty();
    assertThat(comparison.added()).isOne();
    assertThat(comparison.same()).isEqualTo(10);
    assertThat(comparison.found("most corridors.")).isEqualTo(Comparison.Found.UNCHANGED);
    assertThat(comparison.found("Fees  fell in\nmost")).isEqualTo(Comparison.Found.CHANGED);
    assertThat(comparison.found("penguins")).isEqualTo(Comparison.Found.NOT_FOUND);
  }

  @Test
  void aPdfAndADocxOfTheSameTextAreTheSame() {
    List<TextUnit> word =
        docx(
            "Introduction",
            "Remittances “matter”: they pay for schooling – and for health. Cost-effective ways"
                + " exist, though few use them.",
            "First point",
            "Second point follows from the well-known literature on households.");
    List<TextUnit> pdf =
        pdf(
            "Journal of Nothing 12\nIntroduction\nRemittances \"matter\": they pay for school-\n"
                + "ing - and for health. Cost-\neffective ways exist,\n1",
            "Journal of Nothing 13\nthough few use them.\n• First point\n2",
            "Journal of Nothing 14\n• Second point follows from the well-\nknown literature on"
                + " households.\n3");
    assertThat(TextDiff.of(word, pdf).changes()).isEmpty();
    assertThat(TextDiff.of(pdf, word).changes()).isEmpty();
  }

  @Test
  void realFilesOfOnePaperDifferLittle() throws Exception {
    for (String name : List.of("back-but-not-home", "knowledge-partnership-concept-note")) {
      Comparison same = TextDiff.of(text(name + ".docx"), text(name + ".pdf"));
      assertThat(same.added() + same.removed()).as(name).isLessThan(same.same() / 200);
    }
    Comparison revised = TextDiff.of(text(Seeds.FIRST), text(Seeds.SECOND));
    assertThat(revised.changes()).hasSizeLessThan(10);
    assertThat(words(revised, Fate.REMOVED)).contains("7,777");
    assertThat(revised.found(Seeds.sentenceOfVersionOne())).isEqualTo(Comparison.Found.CHANGED);
  }

  @Test
  void twoLongPapersTakeSeconds() {
    Random random = new Random(7);
    List<TextUnit> one = pages(random, 200);
    List<TextUnit> other = pages(random, 200);
    List<TextUnit> revised = new ArrayList<>();
    for (TextUnit page : one) {
      revised.add(
          new TextUnit(page.kind(), page.number(), page.text().replaceAll("w17\\d*", "changed")));
    }
    Duration seconds = Duration.ofSeconds(20);
    assertTimeout(seconds, () -> TextDiff.of(one, other), "nothing in common");
    Comparison comparison = assertTimeout(seconds, () -> TextDiff.of(one, revised));
    assertThat(comparison.changes()).isNotEmpty();
    assertThat(comparison.same()).isGreaterThan(comparison.added() * 10);
  }

  private static List<TextUnit> pages(Random random, int count) {
    List<TextUnit> pages = new ArrayList<>();
    for (int page = 1; page <= count; page++) {
      StringBuilder text = new StringBuilder();
      for (int word = 0; word < 500; word++) {
        text.append('w').append(random.nextInt(3_000));
        text.append(word % 20 == 19 ? ".\n" : word % 11 == 10 ? "\n" : " ");
      }
      pages.add(new TextUnit(TextUnit.Kind.PAGE, page, text.toString()));
    }
    return pages;
  }

  private List<TextUnit> text(String name) throws IOException {
    try (InputStream in = Files.newInputStream(Seeds.file(name))) {
      TakenFile taken = papers.take(cast.actor("author"), in, name);
      return texts.of(taken.file().sha256());
    }
  }

  private static String words(Comparison of, Fate fate) {
    return of.changes().stream()
        .flatMap(change -> change.pieces().stream())
        .filter(piece -> piece.fate() == fate)
        .map(Comparison.Piece::text)
        .collect(Collectors.joining(" | "));
  }

  private static List<TextUnit> docx(String... paragraphs) {
    return units(TextUnit.Kind.PARAGRAPH, paragraphs);
  }

  private static List<TextUnit> pdf(String... pages) {
    return units(TextUnit.Kind.PAGE, pages);
  }

  private static List<TextUnit> units(TextUnit.Kind kind, String... of) {
    List<TextUnit> units = new ArrayList<>();
    for (String text : of) {
      units.add(new TextUnit(kind, units.size() + 1, text));
    }
    return units;
  }
}

package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenary.Cast;
import org.plenary.OnMariaDb;
import org.plenary.e2e.Seeds;
import org.plenary.files.OpeningBlock;
import org.plenary.files.OpeningBlock.Kind;
import org.springframework.beans.factory.annotation.Autowired;

/** What is read from the beginning of a file. */
@OnMariaDb
class ProposalsTest {
  @Autowired Papers papers;
  @Autowired Cast cast;

  /** Held against the same papers as plain text, one paragraph a line. */
  @ParameterizedTest
  @CsvSource({
    "back-but-not-home.pdf, back-but-not-home.txt, 5",
    "back-but-not-home.docx, back-but-not-home.txt, 5",
    "sustainable-migration-pakistan.pdf, sustainable-migration-pakistan.txt, 7",
    "sustainable-migration-pakistan-version-1.docx, sustainable-migration-pakistan.txt, 7"
  })
  void theRealPapersSayWhatTheyAre(String file, String text, int keywords) throws Exception {
    List<String> lines =
        Files.readAllLines(Seeds.file(text)).stream().filter(line -> !line.isBlank()).toList();
    String title = lines.getFirst().strip();
    int at = 0;
    while (!lines.get(at).toLowerCase().startsWith("abstract")) {
      at++;
    }
    String abstractText =
        lines.get(at).equals("ABSTRACT")
            ? lines.get(at + 1)
            : lines.get(at).replaceFirst("^Abstract: ", "");
    Path path = Seeds.file(file);
    try (var in = Files.newInputStream(path)) {
      Proposal proposal = papers.take(cast.actor("author"), in, "renamed by a person").proposal();
      assertThat(proposal.title()).isEqualTo(title);
      assertThat(proposal.abstractText()).isEqualTo(abstractText.strip());
      assertThat(proposal.keywords()).hasSize(keywords).allMatch(word -> !word.endsWith("."));
    }
  }

  @Test
  void theLargestLinesBeforeTheAbstractAreTheTitle() {
    Proposal proposal =
        of(
            block(9, "Journal of Made-up Things 12 (2026)"),
            block(20, "A title that is set\nin two lines"),
            block(11, "A. Author"),
            head(13, "Summary"),
            block(11, "We looked at socio-\neconomic things and develop-\nment. "),
            block(11, "A development of its own."),
            block(11, "Key words: one; two"),
            head(13, "1 Introduction"));
    assertThat(proposal.title()).isEqualTo("A title that is set in two lines");
    assertThat(proposal.abstractText())
        .isEqualTo(
            "We looked at socio-economic things and development.\n\nA development of its own.");
    assertThat(proposal.keywords()).containsExactly("one", "two");
  }

  @Test
  void otherLanguagesAndStylesAreRead() {
    assertThat(of(block(0, "paper-final_2"), title("Le titre"), block(0, "Résumé : Un texte.")))
        .isEqualTo(new Proposal("Le titre", "Un texte.", List.of()));
    assertThat(
            of(block(0, "عنوان الورقة"), head(0, "ملخص"), block(0, "نص قصير."), head(0, "مقدمة")))
        .isEqualTo(new Proposal("عنوان الورقة", "نص قصير.", List.of()));
  }

  @Test
  void whereNothingFitsNothingIsProposed() {
    assertThat(of()).isEqualTo(Proposal.NOTHING);
    assertThat(of(block(11, "scan_0001"))).isEqualTo(Proposal.NOTHING);
    assertThat(of(block(11, "word ".repeat(300)))).isEqualTo(Proposal.NOTHING);
    Proposal endless = of(block(11, "T"), block(11, "Abstract\n" + "x".repeat(20_000)));
    assertThat(endless).isEqualTo(new Proposal("T", "", List.of()));
  }

  private static Proposal of(OpeningBlock... blocks) {
    return Proposals.of(List.of(blocks), "file.pdf");
  }

  private static OpeningBlock block(double size, String text) {
    return new OpeningBlock(Kind.TEXT, size, text);
  }

  private static OpeningBlock head(double size, String text) {
    return new OpeningBlock(Kind.HEADING, size, text);
  }

  private static OpeningBlock title(String text) {
    return new OpeningBlock(Kind.TITLE, 0, text);
  }
}

package org.plenary.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever a title holds, each form of a citation stays one record. */
class CitationTest {
  private static final Citation CITATION =
      new Citation(
          List.of("Ana\nLópez", "B. {Odd} & Co"),
          false,
          "Costs \\ 50% of $1 {and} _more_ </script>\r\nER  - ~ ^ #",
          LocalDate.of(2026, 7, 3),
          "Knowledge Partnership",
          "Policy brief",
          "2026/07",
          "edition 2",
          "es",
          "https://example.org/briefs/costs",
          null);

  @Test
  void plainIsOneLine() {
    assertThat(CITATION.plain())
        .doesNotContain("\n", "\r")
        .startsWith("Ana López, B. {Odd} & Co (2026). Costs")
        .endsWith(
            "Policy brief 2026/07, edition 2. Knowledge Partnership."
                + " https://example.org/briefs/costs");
  }

  @Test
  void bibtexKeepsItsBracesEvenAndItsCommandsHarmless() {
    String entry = CITATION.bibtex();
    assertThat(entry)
        .startsWith("@techreport{policy-brief-2026-07,\n")
        .contains("author = {Ana López and B. \\textbraceleft{}Odd\\textbraceright{} \\& Co}")
        .contains(
            "Costs \\textbackslash{} 50\\% of \\$1 \\textbraceleft{}and\\textbraceright{}"
                + " \\_more\\_ </script> ER - \\textasciitilde{} \\textasciicircum{} \\#");
    assertThat(entry.chars().filter(c -> c == '{').count())
        .isEqualTo(entry.chars().filter(c -> c == '}').count());
  }

  @Test
  void risEndsOnceAndJsonCannotLeaveItsElement() {
    assertThat(CITATION.ris().lines().filter(line -> line.startsWith("ER  - "))).hasSize(1);
    assertThat(CITATION.ris().lines()).allMatch(line -> line.matches("[A-Z][A-Z0-9]  - .*"));
    assertThat(CITATION.jsonLd()).doesNotContain("<", "\n").contains("\\u003c/script\\u003e");
  }
}

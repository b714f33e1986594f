package org.plenary.briefs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the text of a brief may become. */
class BriefMarkupTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[words](javascript:alert(1))",
        "[words](data:text/html,x)",
        "[words](//elsewhere.example)",
        "[words](file:///etc/passwd)",
        "[words](JaVaScRiPt:alert(1))",
        "[words]()",
        "![words](https://tracker.example/pixel.gif)",
        "[words][ref]\n\n[ref]: vbscript:x"
      })
  void whatLeadsNowhereAllowedIsItsWords(String markdown) {
    assertThat(BriefMarkup.html(markdown).strip()).isEqualTo("<p>words</p>");
    assertThat(BriefMarkup.text(markdown).strip()).isEqualTo("words");
  }

  @Test
  void allowedLinksStayInThePageAndLeaveTheSearch() {
    String markdown = "See [the fees](https://fees.example/2026) and **this**.";
    assertThat(BriefMarkup.html(markdown))
        .contains("href=\"https://fees.example/2026\"", "<strong>this</strong>");
    assertThat(BriefMarkup.text(markdown)).isEqualTo("See the fees and this.");
  }

  @Test
  void nothingRunsAndNothingIsLoaded() {
    String html =
        BriefMarkup.html(
            "<script>alert(1)</script> <img src=x onerror=alert(1)>\n\n"
                + "<iframe src=https://x></iframe>\n\n[a](https://ok.example \"\\\" onclick=x\")");
    assertThat(html).doesNotContain("<script", "<img", "<iframe", "onclick=\"");
  }
}

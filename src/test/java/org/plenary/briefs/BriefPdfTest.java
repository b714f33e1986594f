package org.plenary.briefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.plenary.Cast;
import org.plenary.OnMariaDb;
import org.plenary.bodies.Bodies;
import org.plenary.papers.PaperLists;
import org.plenary.search.Search;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The PDF of a brief can be read by people and machines, in every script, and does nothing. */
@OnMariaDb
class BriefPdfTest {
  @Autowired Briefs briefs;
  @Autowired PublicBriefs library;
  @Autowired Bodies bodies;
  @Autowired PaperLists papers;
  @Autowired Search search;
  @Autowired Cast cast;
  @Autowired MockMvc mvc;

  @Test
  void itSaysWhatThePageSaysWithNumberSourcesAndCitation() throws Exception {
    String path = "/briefs/show-the-whole-price-of-sending-money.pdf";
    try (PDDocument pdf = pdf(path)) {
      String text = text(pdf);
      assertThat(text)
          .contains(
              "Show the Whole Price of Sending Money",
              "Policy brief 2026/",
              "2 April 2026",
              "Published averages mislead when small outlets are left out",
              "Publish prices by corridor",
              "●●○ medium",
              "Sources",
              " v1.",
              "/papers/REM-",
              "Cite as",
              "Creative Commons",
              "1 of " + pdf.getNumberOfPages());
      assertThat(pdf.getDocumentInformation().getTitle())
          .isEqualTo("Show the Whole Price of Sending Money");
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
    }
    String tag = mvc.perform(get(path)).andReturn().getResponse().getHeader("ETag");
    mvc.perform(get(path).header("If-None-Match", tag)).andExpect(status().isNotModified());
  }

  @Test
  void arabicIsJoinedRunsRightToLeftAndReadsAsItWasWritten() throws Exception {
    BriefLine arabic =
        library.newest(0, 500).stream()
            .filter(line -> line.language().equals("ar"))
            .findFirst()
            .orElseThrow();
    try (PDDocument pdf = pdf("/briefs/" + arabic.slug() + ".pdf")) {
      String text = text(pdf);
      assertThat(text)
          .contains("ما تحتاجه العاملات الموسميات", "إعداد قوائم الاستدعاء في جهة عمومية");
      assertThat(text.codePoints())
          .as("letters, not their forms")
          .noneMatch(c -> c >= 0xFB50 && c <= 0xFEFC);
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("ar");
    }
  }

  @Test
  void otherScriptsAndWhateverIsTypedAreOnlyText() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    HttpServer elsewhere =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    elsewhere.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    elsewhere.start();
    String url = "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/";
    try {
      BriefDesk writing = new BriefDesk(briefs, bodies, papers, search, cast);
      BriefDraft plain = writing.draft("<b>Деньги</b> & \u0007 «cœur» ñandú", "twelfthfish");
      BriefDraft hostile =
          new BriefDraft(
              plain.title(),
              "</title><style>@import url(" + url + ");</style><script>app.alert(1)</script>",
              "",
              List.of("<img src='" + url + "a.png'/>", "]]>{{[[${7*7}]]}}", "Third."),
              "<link rel=stylesheet href="
                  + url
                  + "b.css>\n\n![x]("
                  + url
                  + "c.png) "
                  + "[a page](/search?q=a&b=c) [elsewhere](https://example.org/)\n\n- one\n- two",
              plain.options(),
              plain.examples(),
              plain.sources(),
              "ru",
              plain.themes(),
              plain.countries());
      UUID id = writing.published(hostile);
      String slug = briefs.slug(cast.actor("outreach"), id);
      try (PDDocument pdf = pdf("/briefs/" + slug + ".pdf")) {
        assertThat(text(pdf)).contains("<b>Деньги</b> &", "«cœur» ñandú", "app.alert(1)", "${7*7}");
        assertThat(pdf.getDocumentCatalog().getNames()).isNull();
        assertThat(pdf.getDocumentCatalog().getOpenAction()).isNull();
      }
      assertThat(asked).hasValue(0);
      String page =
          mvc.perform(get("/briefs/" + slug))
              .andReturn()
              .getResponse()
              .getContentAsString(StandardCharsets.UTF_8);
      assertThat(page.replaceAll("<script type=\"application/ld\\+json\">[^<]*</script>", ""))
          .as("the one block of data ends where it should, and there is no script")
          .doesNotContain("<script");
      mvc.perform(get("/briefs/" + slug + ".bib"))
          .andExpect(content().string(containsString("<b>Деньги</b> \\& «cœur» ñandú")));
      mvc.perform(get("/briefs/" + slug + ".ris"))
          .andExpect(content().string(containsString("TI  - <b>Деньги</b> & «cœur» ñandú\r\n")));
    } finally {
      elsewhere.stop(0);
    }
  }

  private PDDocument pdf(String address) throws Exception {
    return Loader.loadPDF(
        mvc.perform(get(address))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray());
  }

  /** As it stands, with lines joined: where a line breaks is not what is tested. */
  private static String text(PDDocument pdf) throws java.io.IOException {
    return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
  }
}

package org.plenary.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plenary.citation.Citation;
import org.plenary.site.AccountForm;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/** What templates put out unescaped, what their forms carry, and that the rest is escaped. */
class TemplatesTest {
  private static final Path TEMPLATES = Path.of("src", "main", "jte");
  private static final String HOSTILE = "\"><script>alert('x')</script>&amp;";

  /** Each with the reason why it may stand as it is. */
  private static final Map<String, List<String>> UNESCAPED =
      Map.of(
          // BriefMarkup: CommonMark through the sanitizer's allow-list.
          "briefs/brief.jte", List.of("page.bodyHtml()"),
          // The same, with absolute links.
          "briefs/print.jte", List.of("bodyHtml"),
          // Data, not script: Citation writes <, > and & as JSON escapes.
          "citation/head.jte", List.of("citation.jsonLd()"),
          // The index escapes the text and adds <mark>.
          "site/search.jte", List.of("passage.html()"));

  private final Templates templates = new Templates(texts(), () -> true);

  private static ResourceBundleMessageSource texts() {
    ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
    texts.setBasenames("messages", "workspace", "mail");
    texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
    texts.setFallbackToSystemLocale(false);
    return texts;
  }

  @Test
  void onlyTheseStandUnescaped() throws IOException {
    Map<String, List<String>> found = new TreeMap<>();
    Pattern unsafe = Pattern.compile("\\$unsafe\\{([^}]*)}");
    for (Path file : files()) {
      List<String> raw = unsafe.matcher(read(file)).results().map(m -> m.group(1)).toList();
      if (!raw.isEmpty()) {
        found.put(TEMPLATES.relativize(file).toString().replace('\\', '/'), raw);
      }
    }
    assertThat(found).isEqualTo(new TreeMap<>(UNESCAPED));
  }

  @Test
  void everyFormThatChangesSomethingCarriesTheToken() throws IOException {
    int forms = 0;
    Pattern post = Pattern.compile("(?is)<form[^>]*method=\"post\".*?</form>");
    for (Path file : files()) {
      for (String form : post.matcher(read(file)).results().map(m -> m.group()).toList()) {
        assertThat(form).as(file.toString()).contains("@template.csrf(html = html)");
        forms++;
      }
    }
    assertThat(forms).isGreaterThanOrEqualTo(7);
    Map<String, Object> form = Map.of("form", new AccountForm("", "", "", "", "", ""));
    DefaultCsrfToken token = new DefaultCsrfToken("X-CSRF", "_csrf", "t\"oken");
    assertThat(page("accounts/register", token, form))
        .containsPattern("<input type=\"hidden\" name=\"_csrf\" value=\"t&#34;oken\">");
    // The public site keeps no session and asks for none.
    assertThat(page("accounts/register", null, form)).doesNotContain("_csrf");
  }

  @Test
  void whatIsTypedIsEscapedWhereItStands() {
    AccountForm form = new AccountForm(HOSTILE, HOSTILE, "", "", "form", HOSTILE);
    assertThat(page("accounts/register", null, Map.of("form", form)))
        .contains("<p class=\"notice bad\" role=\"alert\">\"&gt;&lt;script&gt;")
        .contains("value=\"&#34;&gt;&lt;script&gt;")
        .doesNotContain("<script>alert");
  }

  @Test
  void dataForSearchEnginesCannotEndItsElement() {
    Citation citation =
        new Citation(
            List.of(HOSTILE),
            false,
            "</script><script>alert(1)</script>",
            LocalDate.of(2026, 1, 2),
            HOSTILE,
            "Brief",
            "2026/01",
            null,
            "en",
            "https://example.org/" + HOSTILE,
            null);
    String head = templates.text("citation/head", Locale.ENGLISH, Map.of("citation", citation));
    assertThat(head.split("</script>", -1)).hasSize(2);
    assertThat(head).doesNotContain("<script>");
  }

  @Test
  void valuesStayInsideTheirPartOfAnAddress() {
    Html html = new Html(texts(), Locale.ENGLISH, false, null);
    assertThat(html.segment("a/b?c#d e&ä")).isEqualTo("a%2Fb%3Fc%23d%20e&%C3%A4");
    assertThat(html.parameter("a&b=c#d e+ä")).isEqualTo("a%26b%3Dc%23d%20e%2B%C3%A4");
  }

  @Test
  void noCompilerIsAlong() {
    assertThat(
            Templates.class.getClassLoader().getResource("gg/jte/compiler/TemplateCompiler.class"))
        .isNull();
  }

  private String page(String name, DefaultCsrfToken token, Map<String, Object> parameters) {
    return new String(
        templates.page(name, Locale.ENGLISH, token, parameters), StandardCharsets.UTF_8);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      return files.filter(f -> f.toString().endsWith(".jte")).sorted().toList();
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file);
  }
}

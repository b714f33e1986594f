package org.plenary.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an author typed is there again, though the server ended two seconds later. */
class DraftKillIT {
  private static final Map<String, String> TYPED =
      Map.of(
          "Title", "A draft that outlives the server",
          "Abstract", "Half a sentence that was never left by",
          "Keywords", "first, second",
          "Author 1, name", "A. N. Author",
          "Funding", "A fund that is named last");

  @Test
  void theTextIsBackAfterAPowerCutTwoSecondsAfterTyping() throws Exception {
    Path data = Files.createTempDirectory("plenary-draft-kill");
    try (var playwright = Browsers.playwright();
        var browser = Browsers.chromium(playwright)) {
      try (RunningJar jar = RunningJar.start(data);
          Desk author = Desk.of(browser, jar, "author")) {
        author.press("Submit a paper");
        assertThat(author.heading("Submit a paper")).isVisible();
        author.page.waitForTimeout(1_000);
        // Mere opening keeps nothing.
        assertThat(author.page).hasURL(Pattern.compile("/papers/new$"));
        TYPED.forEach(
            (label, text) -> {
              Locator field = field(author.page, label);
              field.fill("");
              field.pressSequentially(text);
            });
        author.page.waitForTimeout(2_000);
        assertThat(author.page).hasURL(Pattern.compile("/papers/draft/"));
        jar.kill();
      }
      try (RunningJar jar = RunningJar.start(data)) {
        try (Desk author = Desk.of(browser, jar, "author")) {
          author.open("/workspace/papers");
          author.page.getByText(TYPED.get("Title")).click();
          TYPED.forEach((label, text) -> assertThat(field(author.page, label)).hasValue(text));
        }
        try (Desk chair = Desk.of(browser, jar, "chair")) {
          chair.open("/workspace/papers?all=1");
          chair.sees("Sending in kind");
          assertThat(chair.page.getByText(TYPED.get("Title"))).hasCount(0);
        }
      }
    }
  }

  private static Locator field(Page page, String label) {
    return page.getByLabel(label).and(page.locator("input, textarea")).first();
  }
}

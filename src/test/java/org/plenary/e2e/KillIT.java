package org.plenary.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What was shown as done is done, whatever happens to the process in the next moment. */
class KillIT {
  private static final String QUERY = "/api/v1/search?q=%22Fair+prices+for+small+transfers%22";

  /** The brief of the sample that is cleared is published, and the index never hears of it. */
  @Test
  void aBriefPublishedJustBeforeAPowerCutIsFoundAfterTheNextStart() throws Exception {
    Path data = Files.createTempDirectory("plenary-kill");
    String address;
    try (var playwright = Browsers.playwright();
        var browser = Browsers.chromium(playwright)) {
      try (RunningJar jar = RunningJar.start(data)) {
        waitUntilTheSampleIsIndexed(jar);
      }
      // The index looks at the log once at the start, then not again in the life of this process.
      try (RunningJar jar = RunningJar.start(data, "--plenary.search.follow-every=PT10H")) {
        assertThat(jar.get(QUERY).body()).contains("\"total\":0");
        try (Desk secretariat = Desk.of(browser, jar, "secretariat")) {
          secretariat
              .page
              .getByLabel("Open brief: Publish “Fair prices for small transfers”")
              .click();
          secretariat.press("Publish");
          secretariat.confirm("Publish");
          Locator link = secretariat.page.getByText("Read it on the public site");
          assertThat(link).isVisible();
          address = link.getAttribute("href");
          assertThat(jar.get(QUERY).body()).contains("\"total\":0");
          jar.kill();
        } catch (com.microsoft.playwright.PlaywrightException closed) {
          throw new AssertionError("the page failed before the process was ended", closed);
        }
      }
      try (RunningJar jar = RunningJar.start(data)) {
        assertThat(jar.get(address).statusCode()).isEqualTo(200);
        for (int i = 0; i < 60 && jar.get(QUERY).body().contains("\"total\":0"); i++) {
          Thread.sleep(250);
        }
        assertThat(jar.get(QUERY).body()).contains("\"total\":1").contains(address);
      }
    }
  }

  private static void waitUntilTheSampleIsIndexed(RunningJar jar) throws Exception {
    for (int i = 0; i < 120; i++) {
      if (!jar.get("/api/v1/search?q=").body().contains("\"total\":0")) {
        return;
      }
      Thread.sleep(250);
    }
    throw new AssertionError("the sample was not indexed within 30 s");
  }
}

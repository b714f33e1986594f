package org.plenary.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/**
 * A first visit to the sample partnership, which needs no file from outside; its pictures are those
 * of the guide and of the README.
 */
class GuideIT {
  private static final String PAPER =
      "Sending in kind: goods, favours and the limits of counting cash";

  @Test
  void aFirstVisit() throws Exception {
    try (var playwright = Browsers.playwright();
        var browser = Browsers.chromium(playwright);
        RunningJar jar = RunningJar.start(Files.createTempDirectory("plenary-guide"))) {
      try (Desk chair = Desk.of(browser, jar, "chair")) {
        chair.look("guide-desk");
        chair.page.getByLabel("Choose reviewers: Invite reviewers for “" + PAPER + "”").click();
        chair.press("Invite reviewers");
        chair.page.getByLabel("Sevara Yuldashbek").check();
        chair.press("Send invitations");
        chair.confirm("Invite without it");
        chair.sees("In review, round 1.");
      }
      try (Desk reviewer = Desk.of(browser, jar, "reviewer1")) {
        reviewer.page.getByLabel("Answer: Invitation: will you review “" + PAPER + "”?").click();
        reviewer.press("Accept");
        Locator words =
            reviewer.page.locator("plenary-reader [aria-label^='page 2 of '] .reader-text span");
        assertThat(reviewer.page.locator("[aria-label^='page 1 of ']")).isVisible();
        reviewer.page.locator("plenary-reader").evaluate("reader => reader.goTo(2)");
        assertThat(words.first()).isVisible();
        words.nth(2).selectText();
        words.nth(2).dispatchEvent("mouseup");
        reviewer.button("Comment on this passage").click();
        reviewer.fill("Your comment", "How was the value of a favour set? A range would help.");
        reviewer.press("Add comment");
        reviewer.sees("version 1 · page 2");
        reviewer.look("guide-review");
      }
      try (Desk visitor = new Desk(browser, jar)) {
        visitor.open("/search?q=remittance+costs");
        assertThat(visitor.page.locator("mark").first()).isVisible();
        visitor.look("guide-search");
      }
    }
  }
}

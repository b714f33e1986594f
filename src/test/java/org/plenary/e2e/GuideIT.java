package org.plenary.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;

/**
 * What the guides tell, done by browser in the sample partnership, which needs no file from
 * outside. The pictures of the guides and of the README are taken on the way.
 */
class GuideIT {
  private static final Path PICTURES =
      Path.of(System.getProperty("plenary.guide", "target/pictures/guide"));
  private static final String REVISED =
      "When the Tenge Slides: Exchange Rates, Wage Promises and the Choice of Sending Day";

  @Test
  void theGuides() throws Exception {
    try (var playwright = Browsers.playwright();
        var browser = Browsers.chromium(playwright);
        RunningJar jar =
            RunningJar.start(Files.createTempDirectory("plenary-guide"), RunningJar.WHOLE)) {
      member(browser, jar);
      chair(browser, jar);
      reviewer(browser, jar);
      editor(browser, jar);
      outreach(browser, jar);
      secretariat(browser, jar);
      reader(browser, jar);
    }
  }

  private void member(Browser browser, RunningJar jar) throws Exception {
    try (Desk author = Desk.of(browser, jar, "author")) {
      author.press("Submit a paper");
      author
          .page
          .locator("vaadin-upload input[type=file]")
          .first()
          .setInputFiles(new FilePayload("school-fees.pdf", "application/pdf", paper()));
      author.sees("Proposed from the file. Please check it.");
      author.select("Group", "Remittances and household finance");
      author.choose("Themes", "Remittances");
      author.choose("Countries", "Guatemala");
      author.sees("Everything is there.");
      author.sees(Pattern.compile("Saved \\d\\d:\\d\\d"));
      author.heading("Submit a paper").scrollIntoViewIfNeeded();
      take(author, "submit");
      author.press("Submit paper");
      author.confirm("Submit paper");
      author.sees(Pattern.compile("We have your paper. Its reference is REM-"));
      take(author, "submitted");
    }
    try (Desk author = Desk.of(browser, jar, "reviewer1")) {
      author.task("Answer and revise", "Revise", REVISED).click();
      Locator comment = author.page.locator(".comment:has(vaadin-select)").first();
      comment.locator("textarea").first().fill("Done: the table now gives the range as well.");
      comment.locator("textarea").first().blur();
      author.select(comment, "What we did", "Accepted");
      author.sees(Pattern.compile("1 of \\d comments answered"));
      comment.scrollIntoViewIfNeeded();
      take(author, "revise");
    }
  }

  private void chair(Browser browser, RunningJar jar) throws IOException {
    try (Desk chair = Desk.of(browser, jar, "chair")) {
      take(chair, "desk");
      chair.task("Choose reviewers", "Invite reviewers for", Scene.SUBMITTED).click();
      for (String point : List.of("Scope", "Data", "Ethics", "Figures")) {
        chair.radio(point, "Pass");
      }
      chair.sees(Pattern.compile("4 of 4 points looked at"));
      chair.press("Invite reviewers");
      chair.page.getByLabel("Sevara Yuldashbek").check();
      chair.page.getByLabel("Ezequiel Zamarripa-Todd").check();
      take(chair, "invite");
      chair.press("Send invitations");
      chair.sees("In review, round 1.");
      chair.open("/workspace/");
      chair.task("Decide", "Decide on", Scene.REVIEWED).click();
      chair.press("Decide");
      chair.radio("Decision", "Minor revision");
      assertThat(chair.page.getByLabel("Letter to the authors"))
          .hasValue(Pattern.compile("minor revision"));
      take(chair, "decide");
    }
  }

  private void reviewer(Browser browser, RunningJar jar) throws IOException {
    try (Desk reviewer = Desk.of(browser, jar, "reviewer1")) {
      reviewer.task("Answer", "Invitation: will you review", Scene.SUBMITTED).click();
      assertThat(reviewer.button("Accept")).isVisible();
      take(reviewer, "invitation");
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
      take(reviewer, "review");
      reviewer.page.getByText("Scores and summary").first().click();
      reviewer.radio("Strength of the evidence", "4");
      reviewer.radio("Relevance for policy", "5");
      reviewer.radio("Clarity", "3");
      reviewer.radio("Recommendation", "Minor revision");
      reviewer.fill(
          "Summary for the authors", "A careful count. Say more on how favours were valued.");
      reviewer.sees(Pattern.compile("saved \\d\\d:\\d\\d"));
      take(reviewer, "scores");
    }
  }

  private void editor(Browser browser, RunningJar jar) throws IOException {
    try (Desk editor = Desk.of(browser, jar, "editor")) {
      editor.task("Look at comments", "Close comments on", Scene.RESUBMITTED).click();
      Locator close = editor.page.getByText("Close as considered").first();
      close.scrollIntoViewIfNeeded();
      take(editor, "close-comments");
    }
  }

  private void outreach(Browser browser, RunningJar jar) throws IOException {
    try (Desk outreach = Desk.of(browser, jar, "outreach")) {
      outreach.open("/workspace/search?q=%22What+the+Counter+Does+Not+Say%22");
      outreach.page.locator(".hit a").first().click();
      outreach.press("Write a brief from it");
      BriefForm.fill(outreach, "Put the exchange rate on the receipt");
      outreach.page.evaluate("() => document.activeElement.blur()");
      outreach.heading("Write a brief").scrollIntoViewIfNeeded();
      take(outreach, "write-brief");
      outreach.press("Save draft");
      outreach.sees("Draft saved.");
      outreach.open("/workspace/search?q=%22Show+the+Whole+Price%22");
      outreach.page.locator(".hit a").first().click();
      assertThat(outreach.heading(Scene.BRIEF)).isVisible();
      take(outreach, "brief");
    }
  }

  private void secretariat(Browser browser, RunningJar jar) throws IOException {
    try (Desk secretariat = Desk.of(browser, jar, "secretariat")) {
      take(secretariat, "secretariat-desk");
      secretariat.open("/workspace/people");
      secretariat.press("Invite someone");
      secretariat.sees("They get a mail with a link");
      take(secretariat, "invite-person");
      secretariat.open("/workspace/audit");
      secretariat.sees("Save the seal");
      take(secretariat, "audit");
    }
  }

  private void reader(Browser browser, RunningJar jar) throws IOException {
    try (Desk reader = new Desk(browser, jar)) {
      reader.open("/search?q=remittance+costs");
      assertThat(reader.page.locator("mark").first()).isVisible();
      take(reader, "search");
      reader.page.locator("article.hit h2 a[href^='/briefs/']").first().click();
      assertThat(reader.page.getByText("Key messages").first()).isVisible();
      take(reader, "public-brief");
      reader.open("/options");
      take(reader, "options");
    }
  }

  /** A picture as wide as the guides show it. */
  private static void take(Desk desk, String name) throws IOException {
    desk.page.setViewportSize(1280, 800);
    desk.page.waitForFunction(Inspection.AT_REST);
    desk.page.waitForTimeout(400);
    SmallPicture.write(desk.page.screenshot(), PICTURES.resolve(name + ".png"));
  }

  /** A small paper of a fictional author, for the form to read. */
  private static byte[] paper() throws IOException {
    List<String> lines =
        List.of(
            "Abstract",
            "When school fees fall due, families with someone abroad ask for money early. We"
                + " followed",
            "sixty fictional households through one school year and noted each transfer and each"
                + " fee.",
            "Transfers came in the week before the fee was due, and cost more than those of other"
                + " weeks.",
            "Paying the school directly would have saved each family a day’s wage in the year.",
            "",
            "1 Introduction",
            "Fees fall due on the same day for everyone. That day is seen in the queues.");
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream text = new PDPageContentStream(document, page)) {
        text.beginText();
        text.setFont(new PDType1Font(FontName.HELVETICA_BOLD), 18);
        text.newLineAtOffset(60, 760);
        text.showText("The week before the fees: school terms and");
        text.newLineAtOffset(0, -24);
        text.showText("the timing of remittances");
        text.setFont(new PDType1Font(FontName.HELVETICA), 11);
        text.newLineAtOffset(0, -40);
        for (String line : lines) {
          text.showText(line);
          text.newLineAtOffset(0, -16);
        }
        text.endText();
      }
      document.save(out);
      return out.toByteArray();
    }
  }
}

package org.plenary.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The main job, by browser, on the packaged jar with the embedded database and the real files: from
 * the submission of a paper to the sentence that a policymaker finds.
 */
class MainJobIT {
  private static final String TITLE = "Moving well: a trial submission on one district";
  private static final String BRIEF = "What a trial district can teach a ministry";
  private static final String SECRET = "Confidential word: zanzibarite";
  private static Playwright playwright;
  private static Browser browser;
  private static RunningJar jar;

  @BeforeAll
  static void start() throws Exception {
    playwright = Browsers.playwright();
    browser = Browsers.chromium(playwright);
    jar = RunningJar.start(Files.createTempDirectory("plenary-e2e"));
  }

  @AfterAll
  static void stop() throws Exception {
    if (playwright != null) {
      playwright.close();
    }
    if (jar != null) {
      jar.close();
    }
  }

  @Test
  void fromSubmissionToThePolicymakersScreen() throws Exception {
    String reference = submit();
    whoFindsItBeforeItIsPublished(reference);
    String link = invite(reference);
    acceptByLink(link);
    reviewFirst("reviewer1", Seeds.sentenceOfVersionOne(), "Say where this number comes from.");
    acceptByLink(invitationIn("reviewer2"));
    reviewFirst("reviewer2", null, "The summary could be shorter.");
    decideMajor(reference);
    answerAndResubmit(reference);
    reviewSecond("reviewer1", Seeds.wordsOnPage(7));
    reviewSecond("reviewer2", null);
    acceptanceIsRefused(reference);
    closeComments(reference);
    accept(reference);
    publishPaper(reference);
    String slug = writeAndPublishBrief(reference);
    find(reference, slug);
  }

  /** Station 2: the author submits version 1, a DOCX. */
  private String submit() throws Exception {
    try (Desk author = Desk.of(browser, jar, "author")) {
      author.look("desk-empty");
      author.press("Submit a paper");
      author.press("Submit paper");
      author.sees("Still missing: Title, Abstract, Group, Themes, File.");
      author.look("submit-missing");
      author.fill("Title", TITLE);
      author.sees(Pattern.compile("Saved \\d\\d:\\d\\d"));
      // What is left is found again; no question is asked.
      author.page.getByText("Briefs").first().click();
      assertThat(author.heading("Briefs")).isVisible();
      author.page.getByText("Papers").first().click();
      author.page.getByText(TITLE).click();
      assertThat(author.page.getByLabel("Title").and(author.page.locator("input")).first())
          .hasValue(TITLE);
      author.fill("Abstract", "A trial of what movement does to one district, and who gains.");
      author.select("Group", "Remittances and household finance");
      author.choose("Themes", "Remittances");
      author.choose("Countries", "Pakistan");
      author
          .page
          .locator("vaadin-upload input[type=file]")
          .first()
          .setInputFiles(Seeds.file(Seeds.FIRST));
      author.sees(Pattern.compile("paragraphs of text"));
      // What the file says of itself is offered, and nothing typed is overwritten.
      author.sees("The file says:");
      author.sees("Everything is there.");
      author.look("submit");
      author.press("Submit paper");
      author.sees(Pattern.compile("Mail goes to Amara Diallo-Finch"));
      author.confirm("Submit paper");
      assertThat(author.heading(TITLE)).isVisible();
      author.page.waitForURL(Pattern.compile("/papers/REM-"));
      String url = author.page.url();
      author.sees(Pattern.compile("We have your paper. Its reference is REM-"));
      author.sees("At the desk of the group’s chair, who invites reviewers or decides at once.");
      author.look("paper-author");
      return url.substring(url.lastIndexOf('/') + 1);
    }
  }

  /** The author finds the submitted paper by a sentence of its file; others do not. */
  private void whoFindsItBeforeItIsPublished(String reference) throws Exception {
    String query = encoded("\"7,777 households\"");
    try (Desk author = Desk.of(browser, jar, "author")) {
      author.open("/workspace/search?q=" + query);
      author.sees(TITLE);
      author.look("search-workspace");
      author.open("/workspace/papers");
      author.sees(TITLE);
      author.look("papers");
    }
    try (Desk donor = Desk.of(browser, jar, "donor")) {
      donor.open("/workspace/search?q=" + query);
      donor.sees("Nothing you may read matches all of that.");
      donor.open("/workspace/papers/" + reference);
      assertThat(donor.heading("There is nothing here")).isVisible();
    }
  }

  /** Station 3: the chair sees it on the desk and invites two reviewers. */
  private String invite(String reference) {
    try (Desk chair = Desk.of(browser, jar, "chair")) {
      chair.sees("Invite reviewers for “" + TITLE + "”");
      chair.look("desk-chair");
      chair.page.getByLabel("Choose reviewers: Invite reviewers for “" + TITLE + "”").click();
      assertThat(chair.heading(TITLE)).isVisible();
      for (String point : List.of("Scope", "Data", "Ethics", "Figures")) {
        chair.radio(point, "Pass");
      }
      chair.sees(Pattern.compile("4 of 4 points looked at"));
      chair.look("desk-check");
      chair.press("Invite reviewers");
      chair.page.getByLabel("Sevara Yuldashbek").check();
      chair.page.getByLabel("Tomasi Fakalolo").check();
      chair.look("invite");
      chair.pressTwice("Send invitations");
      chair.seesNoRefusal();
      chair.sees("Sevara Yuldashbek");
      chair.sees("In review, round 1.");
      chair.look("paper-chair");
    }
    return invitationIn("reviewer1");
  }

  /** The link in the mail, as the recipient reads it in the inbox. */
  private String invitationIn(String account) {
    try (Desk reviewer = Desk.of(browser, jar, account)) {
      reviewer.open("/workspace/inbox");
      reviewer.page.getByText("Will you review “" + TITLE + "”?").first().click();
      Locator link = reviewer.page.locator("a[href*='/invitations/']").first();
      assertThat(link).isVisible();
      if (account.equals("reviewer1")) {
        reviewer.look("inbox");
      }
      return link.getAttribute("href");
    }
  }

  /** The page of the link works without sign-in; looking at it answers nothing. */
  private void acceptByLink(String link) {
    try (Desk anyone = new Desk(browser, jar)) {
      anyone.follow(link);
      assertThat(anyone.heading(TITLE)).isVisible();
      anyone.follow(link);
      assertThat(anyone.button("Accept")).isVisible();
      anyone.look("invitation");
      anyone.press("Accept");
      anyone.sees("You accepted. Thank you! The paper waits on your desk.");
      assertThat(anyone.page.context().cookies()).isEmpty();
    }
  }

  private void reviewFirst(String account, String passage, String comment) {
    try (Desk reviewer = Desk.of(browser, jar, account)) {
      reviewer.page.getByLabel("Read and review: Review “" + TITLE + "”").click();
      if (passage == null) {
        reviewer.press("Comment on the whole");
      } else {
        mark(reviewer, reviewer.page.locator("plenary-reader p[data-number]"), passage);
        reviewer.sees("“" + passage + "”");
      }
      reviewer.fill("Your comment", comment);
      reviewer.sees(Pattern.compile("saved \\d\\d:\\d\\d"));
      if (passage != null) {
        // What is half written outlives the page.
        reviewer.page.reload();
        reviewer.sees(comment);
        reviewer.page.getByLabel("Edit: " + comment).click();
        reviewer.press("Cancel");
        assertThat(reviewer.page.locator("plenary-reader .reader-scroller")).isFocused();
        reviewer.page.getByLabel("Edit: " + comment).click();
        reviewer.press("Change comment");
      }
      if (passage == null) {
        reviewer.radio("Weight", "editorial");
      }
      if (passage == null) {
        reviewer.press("Add comment");
      }
      reviewer.sees("Comments 1");
      if (passage != null) {
        reviewer.sees(Pattern.compile("version 1 · paragraph \\d+"));
        reviewer.look("review-text");
      }
      reviewer.press("Submit review");
      reviewer.sees("Still missing: a score for each of the three questions.");
      score(reviewer, "Major revision");
      reviewer.press("Submit review");
      reviewer.confirm("Submit review");
      assertThat(reviewer.heading("My desk")).isVisible();
    }
  }

  private void score(Desk reviewer, String recommendation) {
    reviewer.page.getByText("Scores and summary").first().click();
    reviewer.radio("Strength of the evidence", "3");
    reviewer.radio("Relevance for policy", "5");
    reviewer.radio("Clarity", "4");
    reviewer.radio("Recommendation", recommendation);
    reviewer.fill("Summary for the authors", "Sound in the main; the numbers need their source.");
    reviewer.fill("For the editors only", SECRET);
    reviewer.sees(Pattern.compile("saved \\d\\d:\\d\\d"));
    // The last field's pause before it saves.
    reviewer.page.waitForTimeout(900);
  }

  /** Selects the passage as a mouse would and presses the button that appears beside it. */
  private static void mark(Desk reviewer, Locator parts, String passage) {
    assertThat(parts.first()).isVisible();
    parts
        .first()
        .evaluate(
            """
            (first, passage) => {
              const root = first.closest("plenary-reader");
              const scope = first.closest(".reader-page") ?? root;
              const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
              let text = "";
              const places = [];
              for (let node; (node = walker.nextNode()); ) {
                for (let i = 0; i < node.data.length; i++) {
                  if (/\\s/.test(node.data[i])) {
                    if (text.endsWith(" ")) continue;
                    text += " ";
                  } else {
                    text += node.data[i];
                  }
                  places.push([node, i]);
                }
                if (!text.endsWith(" ")) { text += " "; places.push([node, node.data.length - 1]); }
              }
              const at = text.indexOf(passage);
              if (at < 0) throw new Error("not on the page: " + passage);
              const range = document.createRange();
              range.setStart(...places[at]);
              const [last, index] = places[at + passage.length - 1];
              range.setEnd(last, index + 1);
              const selection = getSelection();
              selection.removeAllRanges();
              selection.addRange(range);
              range.startContainer.parentElement.scrollIntoView({ block: "center" });
              range.startContainer.parentElement.dispatchEvent(
                  new MouseEvent("mouseup", { bubbles: true }));
            }
            """,
            passage);
    reviewer.button("Comment on this passage").click();
  }

  /** Station 4: the chair decides; nobody but the editors saw the confidential part. */
  private void decideMajor(String reference) {
    try (Desk chair = Desk.of(browser, jar, "chair")) {
      chair.page.getByLabel("Decide: Decide on “" + TITLE + "”").click();
      chair.press("Decide");
      chair.radio("Decision", "Major revision");
      assertThat(chair.page.getByLabel("Letter to the authors"))
          .hasValue(Pattern.compile("major revision[\\s\\S]*Reviewer 2:"));
      chair.look("decide");
      chair.pressTwice("Send decision");
      chair.seesNoRefusal();
      chair.sees("The authors are asked for a new version with an answer to each comment.");
    }
  }

  private void answerAndResubmit(String reference) {
    try (Desk author = Desk.of(browser, jar, "author")) {
      author.page.getByLabel("Answer and revise: Revise “" + TITLE + "”").click();
      author.sees("0 of 2 comments answered");
      assertThat(author.page.content()).doesNotContain("Yuldashbek", "Fakalolo", "zanzibarite");
      author.press("Send new version");
      author.sees("Not sent: 2 comments have no answer yet.");
      Locator comments = author.page.locator(".comment:has(vaadin-select)");
      for (int i = 0; i < 2; i++) {
        Locator text = comments.nth(i).locator("textarea").first();
        text.fill("Done as far as the data allow.");
        text.blur();
        assertThat(comments.nth(i))
            .containsText("Saved. Choose what you did, and it counts as answered.");
        // Kept though it is not an answer yet.
        author.page.reload();
        assertThat(text).hasValue("Done as far as the data allow.");
        author.select(comments.nth(i), "What we did", i == 0 ? "Partly" : "Accepted");
        author.sees((i + 1) + " of 2 comments answered");
      }
      author.look("revise");
      author
          .page
          .locator("vaadin-upload input[type=file]")
          .first()
          .setInputFiles(Seeds.file(Seeds.SECOND));
      author.sees("Version 2 is uploaded and waits to be sent.");
      author.press("Send new version");
      author.sees("Not sent: say what changed in this version.");
      author.fill("What changed", "The provisional figure is gone.");
      author.press("Send new version");
      author.confirm("Send new version");
      author.sees("In review, round 2.");
    }
  }

  /** The second round: the PDF in the page, with the answers beside the earlier comments. */
  private void reviewSecond(String account, String passage) {
    try (Desk reviewer = Desk.of(browser, jar, account)) {
      reviewer.page.getByLabel("Read and review: Review “" + TITLE + "”").click();
      reviewer.sees("Authors: Done as far as the data allow.");
      if (passage != null) {
        Locator reader = reviewer.page.locator("plenary-reader");
        assertThat(reader.locator("[aria-label^='page 1 of ']")).isVisible();
        reader.evaluate("reader => reader.goTo(7)");
        Locator words = reader.locator("[aria-label^='page 7 of '] .reader-text span");
        mark(reviewer, words, passage);
        reviewer.sees("“" + passage + "”");
        reviewer.fill("Your comment", "Please say how large these strata are.");
        reviewer.press("Add comment");
        reviewer.sees("version 2 · page 7");
        reviewer.look("review-pdf");
      }
      score(reviewer, "Minor revision");
      reviewer.press("Submit review");
      reviewer.confirm("Submit review");
      assertThat(reviewer.heading("My desk")).isVisible();
    }
  }

  private void acceptanceIsRefused(String reference) {
    try (Desk chair = Desk.of(browser, jar, "chair")) {
      chair.open("/workspace/papers/" + reference);
      decide(chair, "Accept");
      chair.sees(Pattern.compile("The paper cannot be accepted: 2 substantive comments are"));
    }
  }

  private void decide(Desk chair, String outcome) {
    chair.press("Decide");
    chair.radio("Decision", outcome);
    assertThat(chair.page.getByLabel("Letter to the authors")).hasValue(Pattern.compile(".+"));
    chair.press("Send decision");
  }

  private void closeComments(String reference) {
    try (Desk editor = Desk.of(browser, jar, "editor")) {
      editor.page.getByLabel("Look at comments: Close comments on “" + TITLE + "”").click();
      editor.look("close-comments");
      // The one the authors have not seen yet needs a note.
      Locator unanswered =
          editor.page.locator(
              ".comment", new Page.LocatorOptions().setHasText("how large these strata"));
      unanswered.getByLabel("Note").fill("To be said in a footnote; no further round for it.");
      unanswered.getByText("Close as considered").click();
      assertThat(unanswered.getByText("✓ closed")).isVisible();
      Locator source =
          editor.page.locator(
              ".comment:has(.closing)",
              new Page.LocatorOptions().setHasText("where this number comes from"));
      source.getByText("Close as considered").click();
      assertThat(source.getByText("✓ closed")).isVisible();
    }
  }

  private void accept(String reference) {
    try (Desk chair = Desk.of(browser, jar, "chair")) {
      chair.open("/workspace/papers/" + reference);
      decide(chair, "Accept");
      chair.sees("Accepted. The secretariat publishes it.");
    }
  }

  private void publishPaper(String reference) {
    try (Desk secretariat = Desk.of(browser, jar, "secretariat")) {
      secretariat.page.getByLabel("Open paper: Publish “" + TITLE + "”").click();
      secretariat.look("paper-secretariat");
      secretariat.press("Publish");
      secretariat.confirm("Publish");
      secretariat.sees(reference + " is published.");
      secretariat.sees("Accepted and published.");
    }
  }

  /** Station 5: a brief from it, cleared by the chair, published by the secretariat. */
  private String writeAndPublishBrief(String reference) {
    try (Desk outreach = Desk.of(browser, jar, "outreach")) {
      outreach.open("/workspace/papers/" + reference);
      outreach.press("Write a brief from it");
      BriefForm.fill(outreach, BRIEF);
      outreach.look("brief-write");
      outreach.press("Hand to the chair");
      assertThat(outreach.heading(BRIEF)).isVisible();
    }
    try (Desk chair = Desk.of(browser, jar, "chair")) {
      chair.page.getByLabel(Pattern.compile("^(?!Put off).*: Clear .*“" + BRIEF + "”")).click();
      chair.look("brief-clear");
      chair.pressTwice("Clear for the group");
      chair.confirm("Clear for the group");
      chair.sees("Cleared");
      chair.seesNoRefusal();
    }
    try (Desk secretariat = Desk.of(browser, jar, "secretariat")) {
      secretariat
          .page
          .getByLabel(Pattern.compile("^(?!Put off).*: Publish .*“" + BRIEF + "”"))
          .click();
      secretariat.press("Publish");
      secretariat.confirm("Publish");
      Locator link = secretariat.page.getByText("Read it on the public site");
      assertThat(link).isVisible();
      return link.getAttribute("href");
    }
  }

  /** Station 6: a policymaker without session, cookie or script. */
  private void find(String reference, String slug) throws Exception {
    String words = Seeds.wordsOnPage(7);
    waitFor(words, "/papers/" + reference);
    Browser.NewContextOptions plain = new Browser.NewContextOptions().setJavaScriptEnabled(false);
    try (var context = browser.newContext(plain)) {
      Page page = context.newPage();
      page.navigate(jar.url("/search?q=" + encoded(words)));
      assertThat(page.getByText("page 7", new Page.GetByTextOptions().setExact(true)).first())
          .isVisible();
      assertThat(page.locator("a[href='/papers/" + reference + "']").first()).isVisible();
      for (String facet : List.of("Theme", "Country", "Language", "Year", "Kind")) {
        assertThat(page.getByText(facet, new Page.GetByTextOptions().setExact(true)).first())
            .isVisible();
      }
      page.navigate(jar.url("/search?q=" + encoded("trial district teach ministry")));
      assertThat(page.locator("a[href='" + slug + "']").first()).isVisible();
      page.navigate(jar.url(slug));
      assertThat(page.getByText(BRIEF).first()).isVisible();
      page.navigate(jar.url("/papers/" + reference));
      assertThat(page.getByText(TITLE).first()).isVisible();
      assertThat(context.cookies()).isEmpty();
    }
    nothingLeaks(reference, slug);
    try (Desk policymaker = new Desk(browser, jar)) {
      for (var pages :
          Map.of(
                  "/",
                  "home",
                  "/search?q=" + encoded(words),
                  "search",
                  "/briefs",
                  "briefs",
                  slug,
                  "brief",
                  "/papers/" + reference,
                  "paper",
                  "/groups",
                  "groups")
              .entrySet()) {
        policymaker.open(pages.getKey());
        policymaker.look("public-" + pages.getValue());
      }
    }
  }

  private void nothingLeaks(String reference, String slug) throws Exception {
    String sentence = Seeds.sentenceOfVersionOne();
    for (String hidden :
        List.of(
            "\"" + sentence.replace("\"", "") + "\"",
            "\"7,777 households\"",
            "Yuldashbek",
            "Fakalolo",
            "zanzibarite")) {
      assertThat(jar.get("/api/v1/search?q=" + encoded(hidden)).body())
          .as("searching for " + hidden)
          .contains("\"total\":0");
    }
    for (String address :
        List.of("/", "/search?q=trial", "/papers/" + reference, slug, "/briefs")) {
      assertThat(jar.get(address).body())
          .as(address)
          .doesNotContain("Yuldashbek", "Fakalolo", "zanzibarite", "7,777");
    }
    try (var pdf =
        org.apache.pdfbox.Loader.loadPDF(
            java.net
                .URI
                .create(jar.url("/papers/" + reference + "/file"))
                .toURL()
                .openStream()
                .readAllBytes())) {
      assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(pdf)).doesNotContain("7,777");
    }
  }

  private void waitFor(String words, String url) throws Exception {
    for (int i = 0; i < 60; i++) {
      if (jar.get("/api/v1/search?q=" + encoded(words)).body().contains(url)) {
        return;
      }
      Thread.sleep(250);
    }
    throw new AssertionError("not found within 15 s: " + url);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

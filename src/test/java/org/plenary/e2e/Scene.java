package org.plenary.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import jakarta.mail.internet.MimeMessage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the whole sample partnership as far as every page has something to show, and knows by name
 * what stands in addresses: {@code <submitted>} is the reference of a paper that was submitted.
 */
final class Scene {
  static final String SUBMITTED = "Sending in kind: goods, favours and the limits of counting cash";
  static final String REVIEWED =
      "Cover from Afar: Who Buys Health Insurance for Relatives at Home?";
  static final String RESUBMITTED =
      "Ahead of the Dry Month: Anticipatory Cash and Seasonal Departure in Two Rice Plains";
  static final String BRIEF = "Show the Whole Price of Sending Money";
  private static final String NEWCOMER = "newcomer@example.org";

  private final Browser browser;
  private final RunningJar jar;
  private final GreenMail mailbox;
  private final Map<String, String> known = new HashMap<>();

  Scene(Browser browser, RunningJar jar, GreenMail mailbox) {
    this.browser = browser;
    this.jar = jar;
    this.mailbox = mailbox;
  }

  /** The address with what is known put in its places. */
  String address(String pattern) {
    Matcher places = Pattern.compile("<([a-z-]+)>").matcher(pattern);
    return places.replaceAll(
        place -> {
          String value = known.get(place.group(1));
          if (value == null || value.isEmpty()) {
            throw new IllegalStateException("the scene has no " + place.group());
          }
          return Matcher.quoteReplacement(value);
        });
  }

  void prepare() throws Exception {
    readLists();
    askToRegister();
    invite();
    accept();
    publishWithItsReview();
    lookAround();
    known.put("invitation", mailed("labrmember2@example.org", SUBMITTED, "/invitations/"));
    known.put("account", mailed(NEWCOMER, "", "/accounts/"));
    known.put("stop", mailed("", "", "/mail/stop/"));
  }

  private void readLists() throws Exception {
    known.put("brief", found(BRIEF, "/briefs/"));
    known.put("brief-arabic", found("قبل السفر وبعد العودة", "/briefs/"));
    known.put("paper", found("What the Counter Does Not Say", "/papers/"));
    known.put("group", first(jar.get("/groups").body(), "/groups/"));
    known.put("person", first(jar.get("/people").body(), "/people/"));
  }

  private void askToRegister() {
    try (Desk visitor = new Desk(browser, jar)) {
      visitor.open("/register");
      visitor.fill("Name", "Newcomer of the Tour");
      visitor.fill("E-mail", NEWCOMER);
      visitor.press("Send me the link");
      assertThat(visitor.page).hasURL(jar.url("/accounts/sent"));
    }
  }

  private void invite() {
    try (Desk chair = Desk.of(browser, jar, "chair")) {
      chair.task("Choose reviewers", "Invite reviewers for", SUBMITTED).click();
      chair.page.waitForURL(Pattern.compile("/papers/REM-"));
      known.put("submitted", last(chair.page.url()));
      chair.press("Invite reviewers");
      chair.page.getByLabel("Sevara Yuldashbek").check();
      chair.page.getByLabel("Ezequiel Zamarripa-Todd").check();
      chair.press("Send invitations");
      chair.confirm("Invite without it");
      chair.sees("In review, round 1.");
      chair.open("/workspace/papers?all=1&q=" + encoded(RESUBMITTED));
      known.put("resubmitted", last(href(chair.page.getByText(RESUBMITTED))));
      chair.open("/workspace/");
      chair.task("Decide", "Decide on", REVIEWED).click();
      chair.page.waitForURL(Pattern.compile("/papers/REM-"));
      known.put("reviewed", last(chair.page.url()));
      chair.page.getByLabel("Publish the response table with the paper").check();
      chair.confirm("Publish it with the paper");
    }
  }

  private void accept() {
    try (Desk reviewer = Desk.of(browser, jar, "reviewer1")) {
      reviewer.task("Answer", "Invitation: will you review", SUBMITTED).click();
      reviewer.press("Accept");
      assertThat(reviewer.page.locator("[aria-label^='page 1 of ']")).isVisible();
      known.put("review", last(reviewer.page.url()));
    }
  }

  /** The last of its comments closed, accepted, and published with its response table. */
  private void publishWithItsReview() {
    try (Desk editor = Desk.of(browser, jar, "editor")) {
      editor.open(address("/workspace/papers/<reviewed>"));
      assertThat(editor.heading(REVIEWED)).isVisible();
      Locator open = editor.page.locator(".comment:has(.closing vaadin-button)");
      for (int left = open.count(); left > 0; left--) {
        Locator note = open.first().getByLabel("Note").first();
        note.fill("Considered; the authors say it in a footnote.");
        note.blur();
        open.first().getByText("Close as considered").click();
        assertThat(open).hasCount(left - 1);
      }
    }
    try (Desk chair = Desk.of(browser, jar, "chair")) {
      chair.open(address("/workspace/papers/<reviewed>"));
      chair.press("Decide");
      chair.radio("Decision", "Accept");
      assertThat(chair.page.getByLabel("Letter to the authors")).hasValue(Pattern.compile(".+"));
      chair.press("Send decision");
      chair.sees("Accepted. The secretariat publishes it.");
    }
    try (Desk secretariat = Desk.of(browser, jar, "secretariat")) {
      secretariat.open(address("/workspace/papers/<reviewed>"));
      secretariat.press("Publish");
      secretariat.confirm("Publish");
      secretariat.sees("Accepted and published.");
    }
  }

  /** What stands in no public address and follows from no step. */
  private void lookAround() {
    try (Desk volunteer = Desk.of(browser, jar, "reviewer2")) {
      volunteer.open("/workspace/papers");
      Locator draft = volunteer.page.locator("a[href*='papers/draft/']").first();
      known.put("draft", last(href(draft)));
    }
    try (Desk secretariat = Desk.of(browser, jar, "secretariat")) {
      secretariat.open("/workspace/inbox");
      known.put("mail", last(href(secretariat.page.locator("a[href^='inbox/']").first())));
      secretariat.open("/workspace/people");
      known.put("member", last(href(secretariat.page.locator("a[href^='people/']").first())));
    }
  }

  private String found(String title, String below) throws Exception {
    return first(jar.get("/api/v1/search?q=" + encoded("\"" + title + "\"")).body(), below);
  }

  private static String first(String text, String below) {
    Matcher link = Pattern.compile("\"" + below + "([^\"/#?]+)\"").matcher(text);
    if (!link.find()) {
      throw new IllegalStateException("nothing below " + below);
    }
    return link.group(1);
  }

  private static String href(Locator link) {
    return link.first().getAttribute("href");
  }

  private static String last(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The secret in the link of a mail; waits until the mail went out. */
  private String mailed(String to, String about, String below) throws Exception {
    Pattern link = Pattern.compile(below + "([A-Za-z0-9_-]{16,})");
    for (int i = 0; i < 100; i++) {
      for (MimeMessage mail : mailbox.getReceivedMessages()) {
        String text = mail.getContent().toString();
        Matcher secret = link.matcher(text);
        boolean his = to.isEmpty() || mail.getAllRecipients()[0].toString().contains(to);
        if (his && text.contains(about) && secret.find()) {
          return secret.group(1);
        }
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("no mail to " + to + " with a link to " + below);
  }
}

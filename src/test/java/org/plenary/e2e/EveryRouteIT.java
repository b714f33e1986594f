package org.plenary.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every page of the program, in light and dark, wide and narrow: axe finds no serious or critical
 * fault, nothing is wider than a narrow screen, the console has no error. A page that is not in the
 * table below fails the test, as does a line of the table without its page.
 */
class EveryRouteIT {
  private static final String ANYONE = "";
  private static final String ABSENT = "There is nothing here";
  private static final String SUPERSEDED =
      "one-grant-several-instalments-protecting-reintegration-funds";
  private static final String DRAFT =
      "colleagues-at-a-distance-remote-mentoring-by-expatriate-professionals";

  /**
   * One page to open.
   *
   * @param route as {@link Routes} finds it
   * @param account of the sample; empty for nobody
   * @param address with places that the {@link Scene} knows
   * @param sees what shows that it is this page, and whole
   */
  private record Row(String route, String account, String address, String sees) {}

  private static final List<Row> TABLE =
      List.of(
          // The public site.
          row("/", ANYONE, "/", "Newest"),
          row("/search", ANYONE, "/search?q=remittance+costs&theme=remittances", "result"),
          row("/search", ANYONE, "/search?q=zanzibarite+remitance", "Nothing"),
          row("/briefs", ANYONE, "/briefs", "Brief"),
          row("/briefs/{}", ANYONE, "/briefs/<brief>", Scene.BRIEF),
          row("/briefs/{}", ANYONE, "/briefs/<brief-arabic>", "قبل السفر"),
          row("/briefs/{}", ANYONE, "/briefs/" + SUPERSEDED, "One Grant, Several Instalments"),
          row("/options", ANYONE, "/options", "option"),
          row("/papers/{}", ANYONE, "/papers/<paper>", "What the Counter Does Not Say"),
          row("/papers/{}/review", ANYONE, "/papers/<reviewed>/review", Scene.REVIEWED),
          row("/calls", ANYONE, "/calls", "Calls"),
          row("/groups", ANYONE, "/groups", "Groups"),
          row("/groups/{}", ANYONE, "/groups/<group>", "Members"),
          row("/people", ANYONE, "/people", "People"),
          row("/people/{}", ANYONE, "/people/<person>", "Seats"),
          row("/register", ANYONE, "/register", "Send me the link"),
          row("/reset-password", ANYONE, "/reset-password", "Send me the link"),
          row("/accounts/sent", ANYONE, "/accounts/sent", "Look into your mail"),
          row("/accounts/ready", ANYONE, "/accounts/ready", "Sign in"),
          row("/accounts/{}", ANYONE, "/accounts/<account>", "newcomer@example.org"),
          row("/accounts/{}", ANYONE, "/accounts/used-or-never-there", "no longer valid"),
          row("/invitations/{}", ANYONE, "/invitations/<invitation>", Scene.SUBMITTED),
          row("/mail/stop/{}", ANYONE, "/mail/stop/<stop>", "Stop these mails"),
          row("/error", ANYONE, "/error", "There is nothing at this address"),
          row("/workspace/sign-in", ANYONE, "/workspace/sign-in", "To the library"),
          // The workspace.
          row("/workspace/", "secretariat", "/workspace/", "Open paper"),
          row("/workspace/", "donor", "/workspace/", "Nothing waits for you"),
          row("/workspace/inbox", "chair", "/workspace/inbox", "Unread"),
          row("/workspace/inbox/{}", "secretariat", "/workspace/inbox/<mail>", "All mails"),
          row("/workspace/mail", "chair", "/workspace/mail", "Mail settings"),
          row("/workspace/account", "reviewer1", "/workspace/account", "Password"),
          row("/workspace/search", "chair", "/workspace/search?q=remittance+costs", "result"),
          row("/workspace/papers", "secretariat", "/workspace/papers?all=1", "Last version"),
          row("/workspace/papers/new", "author", "/workspace/papers/new", "Title"),
          row("/workspace/papers/new/{}", "reviewer2", "/workspace/papers/new/<draft>", "Title"),
          row("/workspace/papers/draft", "author", "/workspace/papers/draft", "Title"),
          row(
              "/workspace/papers/draft/{}",
              "reviewer2",
              "/workspace/papers/draft/<draft>",
              "Title"),
          row("/workspace/papers/{}", "chair", "/workspace/papers/<submitted>", Scene.SUBMITTED),
          row("/workspace/papers/{}", "chair", "/workspace/papers/<reviewed>", Scene.REVIEWED),
          row("/workspace/papers/{}", "editor", "/workspace/papers/<resubmitted>", "Close as"),
          row("/workspace/papers/{}", "donor", "/workspace/papers/<submitted>", ABSENT),
          row(
              "/workspace/invite/{}",
              "chair",
              "/workspace/invite/<submitted>",
              "Sevara Yuldashbek"),
          row("/workspace/reviews/{}", "reviewer1", "/workspace/reviews/<review>", "Comments"),
          row("/workspace/responses/{}", "chair", "/workspace/responses/<reviewed>", "Round 1"),
          row(
              "/workspace/compare/{}/{}/{}",
              "chair",
              "/workspace/compare/<resubmitted>/1/2",
              "Next change"),
          row("/workspace/calls", "chair", "/workspace/calls", "Open a call"),
          row("/workspace/briefs", "secretariat", "/workspace/briefs", "Where it is"),
          row("/workspace/briefs/{}", "secretariat", "/workspace/briefs/<brief>", Scene.BRIEF),
          row("/workspace/briefs/new", "outreach", "/workspace/briefs/new", "Key message 1"),
          row(
              "/workspace/briefs/new/{}",
              "diasoutreach",
              "/workspace/briefs/new/" + DRAFT,
              "Key message 1"),
          row(
              "/workspace/briefs/translate/{}",
              "outreach",
              "/workspace/briefs/translate/<brief>?into=ar",
              "Original"),
          row("/workspace/people", "secretariat", "/workspace/people", "Organisations"),
          row("/workspace/people/{}", "secretariat", "/workspace/people/<member>", "Seats"),
          row(
              "/workspace/organisations",
              "secretariat",
              "/workspace/organisations",
              "Organisations"),
          row("/workspace/bodies", "secretariat", "/workspace/bodies", "Groups and committees"),
          row("/workspace/bodies/{}", "secretariat", "/workspace/bodies/<group>", "Give a seat"),
          row("/workspace/audit", "secretariat", "/workspace/audit", "Save the seal"),
          row("/workspace/outbox", "secretariat", "/workspace/outbox", "Outbox"));

  /** The page that only a house without an account has, and what is seen there. */
  private static final String FIRST_RUN = "/first-run";

  private static Row row(String route, String account, String address, String sees) {
    return new Row(route, account, address, sees);
  }

  @Test
  void everyRouteHasALineAndEveryLineARoute() {
    var lines = TABLE.stream().map(Row::route).collect(Collectors.toCollection(TreeSet::new));
    lines.add(FIRST_RUN);
    assertThat(lines).isEqualTo(Routes.all());
  }

  /** Lest a look that sees nothing passes for a page without a fault. */
  @Test
  void whatIsWrongIsSeen() {
    String page =
        """
        <!doctype html><html lang="en"><title>Wrong</title><main><h1>Wrong</h1>
        <p style="color: #bbb; background: #fff">Too pale</p>
        <p style="width: 500px">Too wide</p></main>
        <script>console.error("Too loud")</script></html>
        """;
    try (var playwright = Browsers.playwright();
        var browser = Browsers.chromium(playwright);
        var context = browser.newContext()) {
      context.route(
          "**/*",
          route ->
              route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(page)));
      assertThat(
              new Inspection(context.newPage()).of("/wrong", "http://wrong.invalid/", "Too pale"))
          .anyMatch(fault -> fault.startsWith("/wrong light 1280: color-contrast"))
          .anyMatch(fault -> fault.startsWith("/wrong dark 360: color-contrast"))
          .anyMatch(fault -> fault.startsWith("/wrong light 360: wider than the screen"))
          .anyMatch(fault -> fault.startsWith("/wrong console: Too loud"));
    }
  }

  @Test
  void noPageHasASeriousFault() throws Exception {
    GreenMail mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    mailbox.start();
    List<String> faults = new ArrayList<>();
    try (var playwright = Browsers.playwright();
        var browser = Browsers.chromium(playwright)) {
      try (RunningJar jar =
          RunningJar.start(
              Files.createTempDirectory("plenary-routes"),
              RunningJar.WHOLE,
              "--plenary.smtp.url=smtp://127.0.0.1:" + mailbox.getSmtp().getPort(),
              "--plenary.mail.from=plenary@example.org")) {
        Scene scene = new Scene(browser, jar, mailbox);
        scene.prepare();
        byAccount().forEach((account, rows) -> look(browser, jar, scene, account, rows, faults));
      }
      lookAtAnEmptyHouse(browser, faults);
    } finally {
      mailbox.stop();
    }
    assertThat(faults).as("faults of %d pages", TABLE.size() + 1).isEmpty();
  }

  private static Map<String, List<Row>> byAccount() {
    return TABLE.stream()
        .collect(Collectors.groupingBy(Row::account, LinkedHashMap::new, Collectors.toList()));
  }

  private static void look(
      Browser browser,
      RunningJar jar,
      Scene scene,
      String account,
      List<Row> rows,
      List<String> faults) {
    try (Desk desk =
        account.equals(ANYONE) ? new Desk(browser, jar) : Desk.of(browser, jar, account)) {
      Inspection inspection = new Inspection(desk.page);
      for (Row row : rows) {
        faults.addAll(
            inspection.of(row.route(), jar.url(scene.address(row.address())), row.sees()));
      }
    }
  }

  private static void lookAtAnEmptyHouse(Browser browser, List<String> faults) throws Exception {
    try (RunningJar jar =
            RunningJar.start(Files.createTempDirectory("plenary-empty"), RunningJar.EMPTY);
        Desk first = new Desk(browser, jar)) {
      Matcher address = Pattern.compile("http\\S+/first-run\\?\\S+").matcher(jar.log());
      assertThat(address.find()).as("the start prints where to begin").isTrue();
      Inspection inspection = new Inspection(first.page);
      faults.addAll(inspection.of(FIRST_RUN, address.group(), "E-mail"));
      faults.addAll(inspection.of("/briefs, empty", jar.url("/briefs"), "No brief"));
    }
  }
}

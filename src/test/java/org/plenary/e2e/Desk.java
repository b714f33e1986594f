package org.plenary.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** One person's browser: finds things as a person does, by their labels and words. */
final class Desk implements AutoCloseable {
  /** Of the sample accounts; the start prints it. */
  private static final String PASSWORD = "sample-partnership";

  private static final Path PICTURES =
      Path.of(System.getProperty("plenary.pictures", "target/pictures"));

  private static final AtomicInteger DESKS = new AtomicInteger();

  private final BrowserContext context;
  final Page page;
  private final RunningJar jar;
  private String account = "anyone";

  Desk(Browser browser, RunningJar jar) {
    this.jar = jar;
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(1280, 900)
                .setReducedMotion(ReducedMotion.REDUCE));
    page = context.newPage();
    // Patient with a busy machine: a text is read by a process that has to start first.
    com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    page.setDefaultTimeout(20_000);
  }

  /** A browser in which this sample account is signed in. */
  static Desk of(Browser browser, RunningJar jar, String account) {
    Desk desk = new Desk(browser, jar);
    desk.account = account;
    desk.open("/workspace/sign-in");
    desk.fill("E-mail", account + "@example.org");
    desk.fill("Password", PASSWORD);
    desk.press("Sign in");
    assertThat(desk.heading("My desk")).isVisible();
    return desk;
  }

  void open(String path) {
    page.navigate(jar.url(path));
  }

  void follow(String url) {
    page.navigate(url);
  }

  Locator heading(String text) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text)).first();
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .last();
  }

  void press(String name) {
    button(name).click();
  }

  /** As an impatient hand does; it must count once. */
  void pressTwice(String name) {
    button(name).dblclick();
  }

  /** The button that opens a task of the desk. */
  Locator task(String verb, String task, String title) {
    return page.getByLabel(verb + ": " + task + " “" + title + "”");
  }

  /** Presses the button that confirms in the dialog that asks. */
  void confirm(String name) {
    Locator button = page.locator("vaadin-confirm-dialog vaadin-button[slot='confirm-button']");
    assertThat(button).hasText(name);
    button.dblclick();
    assertThat(button).hasCount(0);
  }

  /** Nothing was refused and nothing went wrong. */
  void seesNoRefusal() {
    page.waitForTimeout(500);
    assertThat(page.locator("vaadin-notification-card[theme~='error']")).hasCount(0);
  }

  void fill(String label, String text) {
    Locator field = page.getByLabel(label).and(page.locator("input, textarea")).first();
    field.fill(text);
    field.blur();
  }

  /** Types into a combo box and takes the item. */
  void choose(String label, String item) {
    Locator field =
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label)).last();
    field.click();
    field.fill(item);
    page.locator("vaadin-combo-box-item:visible, vaadin-multi-select-combo-box-item:visible")
        .filter(new Locator.FilterOptions().setHasText(item))
        .first()
        .click();
    field.press("Escape");
  }

  /** Takes an item of a select, found within this part of the page. */
  void select(Locator within, String label, String item) {
    within
        .locator("vaadin-select")
        .filter(new Locator.FilterOptions().setHasText(label))
        .first()
        .click();
    page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(item).setExact(true))
        .click();
  }

  void select(String label, String item) {
    select(page.locator("body"), label, item);
  }

  void radio(String group, String option) {
    page.getByRole(AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName(group))
        .getByText(option, new Locator.GetByTextOptions().setExact(true))
        .click();
  }

  void sees(String text) {
    assertThat(page.getByText(text).first()).isVisible();
  }

  void sees(Pattern text) {
    assertThat(page.getByText(text).first()).isVisible();
  }

  /**
   * Pictures in light and dark, wide and narrow, and no serious fault found by axe in any of them.
   */
  void look(String name) {
    for (int width : List.of(1280, 360)) {
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        page.setViewportSize(width, width == 1280 ? 900 : 740);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.waitForTimeout(250);
        String picture = name + "-" + scheme.name().toLowerCase() + "-" + width + ".png";
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(picture)));
        AxeResults results = new AxeBuilder(page).analyze();
        assertThat(
                results.getViolations().stream()
                    .filter(v -> List.of("serious", "critical").contains(v.getImpact()))
                    .map(
                        v ->
                            v.getId()
                                + ": "
                                + v.getHelp()
                                + " "
                                + v.getNodes().stream()
                                    .map(n -> n.getHtml() + " " + n.getFailureSummary())
                                    .toList()))
            .as("axe on " + picture)
            .isEmpty();
      }
    }
    page.setViewportSize(1280, 900);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }

  /** Keeps a picture of the last screen: where a test failed, it shows what was there. */
  @Override
  public void close() {
    String name = "last-%02d-%s.png".formatted(DESKS.incrementAndGet(), account);
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name)));
    context.close();
  }
}

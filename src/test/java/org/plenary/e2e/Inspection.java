package org.plenary.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Looks at a page in light and dark, wide and narrow, and says what is wrong with it. The page is
 * loaded once; the screen changes around it.
 */
final class Inspection {
  private static final String AXE = axe();

  /** Nothing is under way: the workspace's program has answered. */
  static final String AT_REST =
      """
      () => {
        const clients = Object.values(window.Vaadin?.Flow?.clients ?? {});
        const workspace = location.pathname.startsWith("/workspace/");
        return (!workspace || clients.length > 0) && clients.every(c => !c.isActive?.());
      }
      """;

  private static final String VIOLATIONS =
      """
      async () => {
        const found = await axe.run(document, { resultTypes: ["violations"] });
        return found.violations
            .filter(v => ["serious", "critical"].includes(v.impact))
            .map(v => v.id + ": " + v.help + " " + v.nodes.slice(0, 4)
                .map(n => n.html.slice(0, 240) + " " + n.failureSummary.replaceAll(/\\s+/g, " "))
                .join(" | "));
      }
      """;

  /** What is wider than its box, from the heading out to the window, through shadow roots too. */
  private static final String TOO_WIDE =
      """
      () => {
        const wide = [];
        const root = document.scrollingElement;
        if (root.scrollWidth > innerWidth) wide.push("window " + root.scrollWidth);
        let at = document.querySelector("h1") ?? document.querySelector("main") ?? document.body;
        for (; at; at = at.assignedSlot ?? at.parentNode ?? at.host) {
          if (at.nodeType !== Node.ELEMENT_NODE || at === root) continue;
          if (getComputedStyle(at).display === "inline") continue;
          if (at.clientWidth > 1 && at.scrollWidth > at.clientWidth + 1) {
            wide.push(at.localName + "." + at.className + " " + at.scrollWidth + " in " + at.clientWidth);
          }
        }
        if (wide.length === 0) return "";
        const out = [...document.querySelectorAll("body *")]
            .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
            .slice(-3).map(e => e.outerHTML.slice(0, 160));
        return wide.join(", ") + "; sticks out: " + out.join(" | ");
      }
      """;

  private final Page page;
  private final List<String> console = new ArrayList<>();

  Inspection(Page page) {
    this.page = page;
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            console.add(message.text() + " " + message.location());
          }
        });
    page.onPageError(console::add);
  }

  /** The faults, each with where it was found. */
  List<String> of(String route, String url, String sees) {
    List<String> faults = new ArrayList<>();
    console.clear();
    try {
      wide(1280, ColorScheme.LIGHT);
      open(url, sees);
      page.evaluate(AXE);
      for (int width : List.of(1280, 360)) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          wide(width, scheme);
          // Two frames: what the change of the screen moves has moved.
          page.evaluate(
              "() => new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))");
          page.waitForTimeout(100);
          String where = route + " " + scheme.name().toLowerCase() + " " + width + ": ";
          for (Object found : (List<?>) page.evaluate(VIOLATIONS)) {
            faults.add(where + found);
          }
          if (width == 360 && scheme == ColorScheme.LIGHT) {
            String tooWide = (String) page.evaluate(TOO_WIDE);
            if (!tooWide.isEmpty()) {
              faults.add(where + "wider than the screen: " + tooWide);
            }
          }
        }
      }
    } catch (PlaywrightException | AssertionError e) {
      faults.add(
          route + " at " + url + ": " + String.valueOf(e.getMessage()).lines().limit(6).toList());
    }
    console.forEach(error -> faults.add(route + " console: " + error));
    return faults;
  }

  private void open(String url, String sees) {
    Response response = Objects.requireNonNull(page.navigate(url));
    if (response.status() == 404) {
      // That there is nothing at this address is what was asked for.
      console.removeIf(error -> error.contains("404") && error.contains(" " + url));
    }
    page.waitForFunction(AT_REST);
    Locator text = page.getByText(sees).locator("visible=true").first();
    assertThat(text).isVisible();
  }

  private void wide(int width, ColorScheme scheme) {
    page.setViewportSize(width, width == 1280 ? 900 : 740);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
  }

  /** The script that {@link AxeBuilder} brings; it would load it anew for each look. */
  private static String axe() {
    try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

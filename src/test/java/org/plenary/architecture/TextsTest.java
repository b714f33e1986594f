package org.plenary.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plenary.bodies.AccountState;
import org.plenary.kernel.SeatRole;
import org.plenary.mail.DeliveryState;
import org.plenary.mail.Oversight;
import org.plenary.mail.Way;
import org.plenary.papers.Blindness;
import org.plenary.papers.CallState;
import org.plenary.papers.PaperState;
import org.plenary.people.LinkPurpose;
import org.plenary.people.OrganisationKind;
import org.plenary.review.AssignmentState;
import org.plenary.review.CaseState;
import org.plenary.review.CommentKind;
import org.plenary.review.Criterion;
import org.plenary.review.Disposition;
import org.plenary.review.Outcome;

/** Every text that code or pages ask for exists, once, and is well formed. */
class TextsTest {
  private static final Path MAIN = Path.of("src", "main");
  private static final List<String> BUNDLES = List.of("messages", "workspace", "mail");

  @Test
  void everyKeyInCodeAndPagesHasAText() throws IOException {
    Properties texts = texts();
    Set<String> missing = new TreeSet<>();
    Pattern inCode =
        Pattern.compile(
            "(?:getTranslation|getMessage|text|heading|DomainException|Menu\\(title =)\\s*\\(?\\s*"
                + "\"([a-zA-Z]+(?:\\.[a-zA-Z]+)+)\"(?!\\s*\\+)");
    each(MAIN.resolve("java"), ".java", inCode, key -> check(texts, key, missing));
    each(MAIN.resolve("jte"), ".jte", inCode, key -> check(texts, key, missing));
    each(
        MAIN.resolve("java"),
        ".java",
        Pattern.compile("tell\\([^;]*?\"((?:paper|review|brief)\\.[a-zA-Z]+)\""),
        kind -> mail(texts, kind, missing));
    each(
        MAIN.resolve("java"),
        ".java",
        Pattern.compile("[tT]ask\\(\\s*\"((?:paper|review|brief)\\.[a-zA-Z]+)\""),
        kind -> {
          check(texts, "task." + kind, missing);
          check(texts, "task." + kind + ".verb", missing);
        });
    assertThat(missing).isEmpty();
  }

  @Test
  void everyStateHasAName() throws IOException {
    Properties texts = texts();
    Map<String, Enum<?>[]> named = new HashMap<>();
    named.put("paperState.", PaperState.values());
    named.put("case.", CaseState.values());
    named.put("assignmentState.", AssignmentState.values());
    named.put("outcome.", Outcome.values());
    named.put("letter.", Outcome.values());
    named.put("criterion.", Criterion.values());
    named.put("commentKind.", CommentKind.values());
    named.put("disposition.", Disposition.values());
    named.put("answer.", Disposition.values());
    named.put("delivery.", DeliveryState.values());
    named.put("way.", Way.values());
    named.put("outbox.which.", Oversight.Filter.values());
    named.put("outbox.empty.", Oversight.Filter.values());
    named.put("role.", SeatRole.values());
    named.put("accountState.", AccountState.values());
    named.put("organisationKind.", OrganisationKind.values());
    named.put("link.", LinkPurpose.values());
    named.put("callState.", CallState.values());
    named.put("blindness.", Blindness.values());
    named.put("blindness.means.", Blindness.values());
    named.put("blindness.reviewer.", Blindness.values());
    Set<String> missing = new TreeSet<>();
    named.forEach(
        (prefix, values) -> {
          for (Enum<?> value : values) {
            check(texts, prefix + value.name(), missing);
          }
        });
    assertThat(missing).isEmpty();
  }

  @Test
  void noKeyStandsTwiceAndEveryPatternIsWellFormed() throws IOException {
    Map<String, String> seen = new HashMap<>();
    List<String> twice = new ArrayList<>();
    for (String bundle : BUNDLES) {
      for (String line : Files.readAllLines(MAIN.resolve("resources/" + bundle + ".properties"))) {
        int at = line.indexOf('=');
        if (at > 0 && !line.startsWith("#")) {
          String before = seen.put(line.substring(0, at), bundle);
          if (before != null) {
            twice.add(line.substring(0, at) + " in " + before + " and " + bundle);
          }
        }
      }
    }
    assertThat(twice).isEmpty();
    texts().forEach((key, text) -> assertThat(new MessageFormat((String) text)).isNotNull());
    texts()
        .forEach(
            (key, text) ->
                // MessageFormat takes a straight apostrophe for the start of a quotation.
                assertThat((String) text).as((String) key).doesNotContain("'"));
  }

  private static void check(Properties texts, String key, Set<String> missing) {
    if (!texts.containsKey(key)) {
      missing.add(key);
    }
  }

  private static void mail(Properties texts, String kind, Set<String> missing) {
    for (String part : List.of(".subject", ".body", ".why")) {
      check(texts, "mail." + kind + part, missing);
    }
  }

  private static Properties texts() throws IOException {
    Properties texts = new Properties();
    for (String bundle : BUNDLES) {
      try (Reader in =
          Files.newBufferedReader(MAIN.resolve("resources/" + bundle + ".properties"))) {
        texts.load(in);
      }
    }
    return texts;
  }

  private static void each(
      Path root, String ending, Pattern pattern, java.util.function.Consumer<String> then)
      throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
          then.accept(matcher.group(1));
        }
      }
    }
  }
}

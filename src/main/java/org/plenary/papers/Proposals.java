package org.plenary.papers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plenary.files.OpeningBlock;
import org.plenary.files.OpeningBlock.Kind;

/**
 * Guesses title, abstract and keywords from how a file begins. The abstract stands after its
 * heading; the title is what is set largest before it, or else comes first. Where nothing fits,
 * nothing is proposed.
 */
final class Proposals {
  private static final String ABSTRACT_WORDS =
      "abstract|executive summary|summary|résumé|resume|resumen|resumo|zusammenfassung"
          + "|аннотация|резюме|ملخص|الملخص";

  /** A heading of its own, or the words before an abstract that goes on in the same line. */
  private static final Pattern ABSTRACT =
      Pattern.compile(
          "(?iu)^(?:" + ABSTRACT_WORDS + ")\\s*(?:[:.—–-]+\\s*|\\n|$)(?<rest>.*)", Pattern.DOTALL);

  private static final Pattern KEYWORDS =
      Pattern.compile(
          "(?iu)^(?:key\\s?-?words?|index terms|mots[- ]cl[ée]s|palabras clave|palavras[- ]chave"
              + "|ключевые слова|الكلمات المفتاحية)\\b(?:[^:\\n]{0,20})[:.—–\\n-]+\\s*(?<rest>.*)",
          Pattern.DOTALL);

  private static final Pattern FIRST_SECTION =
      Pattern.compile(
          "(?iu)^(?:[\\divx]+[.)]?(?:\\d+)?\\s+)?(?:introduction|introducción|introdução|background"
              + "|einleitung|введение|مقدمة|المقدمة|jel\\b).*");

  private static final int LONGEST_PARAGRAPHS = 8;
  private static final int SHORTEST_GUESS = 300;

  private Proposals() {}

  static Proposal of(List<OpeningBlock> blocks, String fileName) {
    if (blocks.isEmpty()) {
      return Proposal.NOTHING;
    }
    int at = 0;
    while (at < blocks.size() && !ABSTRACT.matcher(blocks.get(at).text()).matches()) {
      at++;
    }
    boolean found = at < blocks.size();
    int body = found ? at : firstSection(blocks);
    String abstractText = found ? abstractAt(blocks, at) : firstLongParagraph(blocks, body);
    return new Proposal(
        title(blocks.subList(0, body), blocks, fileName),
        abstractText.length() > PaperDraft.LONGEST_ABSTRACT ? "" : abstractText,
        keywords(blocks));
  }

  private static int firstSection(List<OpeningBlock> blocks) {
    for (int i = 1; i < blocks.size(); i++) {
      if (FIRST_SECTION.matcher(blocks.get(i).text()).matches()
          && blocks.get(i).text().length() < 80) {
        return i;
      }
    }
    return Math.min(blocks.size(), 6);
  }

  private static String title(List<OpeningBlock> before, List<OpeningBlock> all, String fileName) {
    Optional<OpeningBlock> marked = before.stream().filter(b -> b.kind() == Kind.TITLE).findFirst();
    if (marked.isPresent()) {
      return asTitle(marked.get().text());
    }
    // A program that makes such files may put the file's own name first.
    List<OpeningBlock> candidates =
        before.stream().dropWhile(block -> isFileName(block.text(), fileName)).toList();
    if (candidates.isEmpty()) {
      return "";
    }
    double largest = candidates.stream().mapToDouble(OpeningBlock::size).max().orElse(0);
    if (largest > sizeOfText(all) * 1.1) {
      return asTitle(
          candidates.stream()
              .dropWhile(block -> block.size() < largest - 0.5)
              .takeWhile(block -> block.size() >= largest - 0.5)
              .limit(4)
              .map(OpeningBlock::text)
              .collect(Collectors.joining(" ")));
    }
    OpeningBlock first = candidates.getFirst();
    if (first.kind() == Kind.TEXT && first.text().length() > PaperDraft.LONGEST_TITLE) {
      return candidates.stream()
          .filter(block -> block.kind() == Kind.HEADING)
          .findFirst()
          .map(block -> asTitle(block.text()))
          .orElse("");
    }
    return asTitle(first.text());
  }

  /** The size in which most of the text is set. */
  private static double sizeOfText(List<OpeningBlock> blocks) {
    Map<Double, Integer> letters = new HashMap<>();
    blocks.forEach(block -> letters.merge(block.size(), block.text().length(), Integer::sum));
    return letters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0.0);
  }

  private static boolean isFileName(String text, String fileName) {
    int dot = fileName.lastIndexOf('.');
    String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
    return text.equalsIgnoreCase(stem)
        || text.equalsIgnoreCase(fileName)
        || text.matches("\\S+[-_]\\S+|\\d+|\\S+\\.(?i:docx?|pdf)");
  }

  /** On one line, without the marks of its footnotes. */
  private static String asTitle(String text) {
    String line = joined(text, "").replaceAll("[\\s*†‡§¹²³⁴-⁹]+$", "").strip();
    return line.length() > PaperDraft.LONGEST_TITLE ? "" : line;
  }

  private static String abstractAt(List<OpeningBlock> blocks, int at) {
    Matcher heading = ABSTRACT.matcher(blocks.get(at).text());
    String rest = heading.matches() ? heading.group("rest").strip() : "";
    String context = blocks.stream().map(OpeningBlock::text).collect(Collectors.joining("\n"));
    List<String> paragraphs = new ArrayList<>();
    if (!rest.isEmpty()) {
      add(paragraphs, joined(untilKeywords(rest), context));
    }
    boolean ended = !rest.isEmpty() && !untilKeywords(rest).equals(rest);
    for (int i = at + 1; i < blocks.size() && !ended; i++) {
      OpeningBlock block = blocks.get(i);
      if (endsAbstract(block) && !paragraphs.isEmpty()) {
        ended = true;
      } else if (!block.text().matches("\\d{1,4}")) {
        String text = untilKeywords(block.text());
        add(paragraphs, joined(text, context));
        ended = !text.equals(block.text());
      }
    }
    // Where no heading says where it ends, only its first paragraph is sure.
    return !ended || paragraphs.size() > LONGEST_PARAGRAPHS
        ? paragraphs.isEmpty() ? "" : paragraphs.getFirst()
        : String.join("\n\n", paragraphs);
  }

  private static boolean endsAbstract(OpeningBlock block) {
    return block.kind() != Kind.TEXT
        || KEYWORDS.matcher(block.text()).matches()
        || (block.text().length() < 80 && FIRST_SECTION.matcher(block.text()).matches());
  }

  /** Keywords that follow in the same paragraph are none of the abstract. */
  private static String untilKeywords(String text) {
    String[] lines = text.split("\n");
    for (int i = 1; i < lines.length; i++) {
      if (KEYWORDS.matcher(lines[i]).matches()) {
        return String.join("\n", Arrays.copyOf(lines, i));
      }
    }
    return text;
  }

  /** A paragraph that a page's end cut in two is one again. */
  private static void add(List<String> paragraphs, String text) {
    if (!paragraphs.isEmpty()
        && !paragraphs.getLast().matches("(?s).*[.!?:;…»”)]$")
        && !text.isEmpty()
        && Character.isLowerCase(text.codePointAt(0))) {
      paragraphs.set(paragraphs.size() - 1, paragraphs.getLast() + " " + text);
    } else {
      paragraphs.add(text);
    }
  }

  private static String firstLongParagraph(List<OpeningBlock> blocks, int end) {
    return blocks.subList(Math.min(1, end), end).stream()
        .filter(block -> block.kind() == Kind.TEXT)
        .map(block -> joined(block.text(), ""))
        .filter(text -> text.length() >= SHORTEST_GUESS && text.endsWith("."))
        .findFirst()
        .orElse("");
  }

  private static List<String> keywords(List<OpeningBlock> blocks) {
    for (OpeningBlock block : blocks) {
      String[] lines = block.text().split("\n");
      for (int i = 0; i < lines.length; i++) {
        String tail = String.join("\n", Arrays.copyOfRange(lines, i, lines.length));
        Matcher matcher = KEYWORDS.matcher(tail);
        if (matcher.matches()) {
          List<String> words =
              Arrays.stream(joined(matcher.group("rest"), "").split("[,;·•،]"))
                  .map(word -> word.strip().replaceAll("\\.$", ""))
                  .filter(word -> !word.isEmpty() && word.length() <= 100)
                  .distinct()
                  .toList();
          return words.size() > 12 ? List.of() : words;
        }
      }
    }
    return List.of();
  }

  /**
   * Lines made one. A hyphen at a line's end stays, as in socio-economic, unless the text has the
   * word in one elsewhere and never with the hyphen.
   */
  private static String joined(String lines, String context) {
    StringBuilder text = new StringBuilder();
    for (String line : lines.split("\n")) {
      String next = line.strip();
      Matcher split = Pattern.compile("(\\p{L}+)-$").matcher(text);
      if (split.find() && !next.isEmpty() && Character.isLowerCase(next.codePointAt(0))) {
        String tail = next.split("[^\\p{L}]", 2)[0];
        boolean one =
            context.contains(split.group(1) + tail)
                && !context.contains(split.group(1) + "-" + tail);
        if (one) {
          text.setLength(text.length() - 1);
        }
        text.append(next);
      } else {
        text.append(text.isEmpty() ? "" : " ").append(next);
      }
    }
    return text.toString().strip();
  }
}

package org.plenary.papers;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plenary.files.TextUnit;

/**
 * A version’s text as a row of words, as far as possible the same for the same text in a PDF and in
 * a DOCX: no running heads and page numbers, words split at a line’s end joined, one kind of
 * quotation mark and dash, no bullets.
 *
 * @param words in reading order
 * @param ends the numbers of the words that end a sentence or paragraph
 */
record Wording(List<Word> words, Set<Integer> ends) {
  /** How many lines at either end of a page may be a running head or a page number. */
  private static final int EDGE = 3;

  private static final int FEWEST_PAGES = 3;
  private static final Pattern BULLET = Pattern.compile("[•◦▪▫●○■□‣⁃∙·\uF000-\uF0FF]+");
  private static final Pattern PAGE_NUMBER =
      Pattern.compile("(?i)(?:page |p\\. ?|[-–—] ?)?(\\d{1,4})(?: ?(?:of|/) ?\\d{1,4}| ?[-–—])?");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");
  private static final Pattern SENTENCE_END = Pattern.compile("[^.!?…]*\\p{L}.*[.!?…][\"”’)\\]]*");
  private static final Pattern PLAIN = Pattern.compile("[\\p{ASCII}&&[^-`]]*");
  private static final Pattern DOUBLE_QUOTES = Pattern.compile("[“”„‟«»″]");
  private static final Pattern SINGLE_QUOTES = Pattern.compile("[‘’‚‛′`´]");
  private static final Pattern DASHES = Pattern.compile("[\\u2012-\\u2015\\u2212]");
  private static final Pattern UNSEEN = Pattern.compile("[\\u00AD\\u200B-\\u200D\\u2060\\uFEFF]");
  private static final Pattern HYPHEN =
      Pattern.compile("(?<=\\p{L})[-\\u2010\\u2011]|[-\\u2010\\u2011](?=\\p{L})");
  private static final Pattern SPLIT = Pattern.compile(".*[\\p{L}\\p{N}][-\u2010\u00AD]");

  /** After “short-” these begin the next word and do not end this one. */
  private static final Set<String> SUSPENDED =
      Set.of("and", "or", "to", "et", "ou", "y", "o", "e", "und", "oder");

  /**
   * One word.
   *
   * @param key what it is compared by
   */
  record Word(String text, String key, Comparison.Place place) {}

  static Wording of(List<TextUnit> units) {
    List<Word> words = new ArrayList<>();
    Set<Integer> ends = new HashSet<>();
    Set<String> heads = heads(units);
    OptionalInt numbers = numbering(units);
    for (TextUnit unit : units) {
      Comparison.Place place = new Comparison.Place(unit.kind(), unit.number());
      boolean page = unit.kind() == TextUnit.Kind.PAGE;
      for (String line : page ? body(unit, heads, numbers) : unit.text().lines().toList()) {
        boolean first = true;
        for (String token : SPACE.split(line)) {
          if (!token.isEmpty() && !BULLET.matcher(token).matches()) {
            add(words, ends, token, first && page, place);
            first = false;
          }
        }
      }
      if (!page && !words.isEmpty()) {
        ends.add(words.size() - 1);
      }
    }
    return new Wording(words, ends);
  }

  private static void add(
      List<Word> words, Set<Integer> ends, String token, boolean lineStart, Comparison.Place at) {
    Word last = words.isEmpty() ? null : words.getLast();
    if (last != null && belongs(last.text, token, lineStart)) {
      boolean split = lineStart && Character.isLowerCase(token.codePointAt(0));
      String joined = (split ? last.text.substring(0, last.text.length() - 1) : last.text) + token;
      words.set(words.size() - 1, new Word(joined, key(joined), last.place));
      ends.remove(words.size() - 1);
    } else {
      words.add(new Word(token, key(token), at));
    }
    String end = words.getLast().text;
    if (!Character.isLetterOrDigit(end.charAt(end.length() - 1))
        && SENTENCE_END.matcher(end).matches()) {
      ends.add(words.size() - 1);
    }
  }

  /** Whether a word was split, by a line’s end or by a space behind its hyphen. */
  private static boolean belongs(String before, String token, boolean lineStart) {
    if (Character.isLetterOrDigit(before.charAt(before.length() - 1))
        || !SPLIT.matcher(before).matches()
        || SUSPENDED.contains(token.toLowerCase(Locale.ROOT))) {
      return false;
    }
    int first = token.codePointAt(0);
    return lineStart ? Character.isLetterOrDigit(first) : Character.isLowerCase(first);
  }

  /** What a word is compared by: no hyphens, for a line’s end may have put one in. */
  static String key(String word) {
    if (PLAIN.matcher(word).matches()) {
      return word;
    }
    String plain = Normalizer.normalize(word, Normalizer.Form.NFKC);
    plain = DOUBLE_QUOTES.matcher(plain).replaceAll("\"");
    plain = SINGLE_QUOTES.matcher(plain).replaceAll("'");
    plain = DASHES.matcher(plain).replaceAll("-");
    plain = UNSEEN.matcher(plain).replaceAll("");
    plain = HYPHEN.matcher(plain).replaceAll("");
    return plain.isEmpty() ? "-" : plain;
  }

  /** Words without the spaces between, which a text layer puts elsewhere than the extraction. */
  static String squeezed(String text) {
    StringBuilder squeezed = new StringBuilder();
    for (String token : SPACE.split(text)) {
      if (!token.isEmpty() && !BULLET.matcher(token).matches()) {
        squeezed.append(key(token).toLowerCase(Locale.ROOT));
      }
    }
    return squeezed.toString();
  }

  /** Lines at the edges of pages that come back on many of them, whatever number stands in them. */
  private static Set<String> heads(List<TextUnit> units) {
    Map<String, Integer> pages = new HashMap<>();
    int all = 0;
    for (TextUnit unit : units) {
      if (unit.kind() == TextUnit.Kind.PAGE) {
        all++;
        List<String> lines = unit.text().lines().toList();
        Set<String> edges = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
          if (isEdge(i, lines.size())) {
            edges.add(shape(lines.get(i)));
          }
        }
        edges.forEach(edge -> pages.merge(edge, 1, Integer::sum));
      }
    }
    // Left and right pages may have heads of their own, and the first pages none.
    int enough = Math.max(FEWEST_PAGES, all / 3);
    Set<String> heads = new HashSet<>();
    pages.forEach(
        (edge, count) -> {
          if (count >= enough && !edge.isBlank()) {
            heads.add(edge);
          }
        });
    return heads;
  }

  /**
   * How far the printed page numbers are from the count of pages; empty where there are none. A
   * number at the edge of a page may also be a cell of a table.
   */
  private static OptionalInt numbering(List<TextUnit> units) {
    Map<Integer, Integer> pages = new HashMap<>();
    for (TextUnit unit : units) {
      List<String> lines = unit.text().lines().map(String::strip).toList();
      Set<Integer> offsets = new HashSet<>();
      for (String line : lines.isEmpty() ? lines : List.of(lines.getFirst(), lines.getLast())) {
        number(line).ifPresent(number -> offsets.add(number - unit.number()));
      }
      offsets.forEach(offset -> pages.merge(offset, 1, Integer::sum));
    }
    return pages.entrySet().stream()
        .filter(e -> e.getValue() >= FEWEST_PAGES)
        .max(Map.Entry.comparingByValue())
        .map(e -> OptionalInt.of(e.getKey()))
        .orElse(OptionalInt.empty());
  }

  private static OptionalInt number(String line) {
    Matcher number = PAGE_NUMBER.matcher(line);
    return number.matches()
        ? OptionalInt.of(Integer.parseInt(number.group(1)))
        : OptionalInt.empty();
  }

  private static List<String> body(TextUnit page, Set<String> heads, OptionalInt offset) {
    List<String> lines = page.text().lines().toList();
    List<String> body = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      boolean outermost = i == 0 || i == lines.size() - 1;
      OptionalInt printed = outermost ? number(line) : OptionalInt.empty();
      boolean number =
          printed.isPresent()
              && offset.isPresent()
              && printed.getAsInt() == page.number() + offset.getAsInt();
      // A number elsewhere than at the edge of most pages is one of the text.
      boolean onlyNumber = number(line).isPresent();
      if (!number && !(!onlyNumber && isEdge(i, lines.size()) && heads.contains(shape(line)))) {
        body.add(line);
      }
    }
    return body;
  }

  private static boolean isEdge(int line, int lines) {
    return line < EDGE || line >= lines - EDGE;
  }

  private static String shape(String line) {
    return line.strip().toLowerCase(Locale.ROOT).replaceAll("\\d+", "#");
  }
}

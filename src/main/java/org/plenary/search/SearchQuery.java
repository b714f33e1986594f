package org.plenary.search;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is asked of the library. Anything may be typed: what cannot be read as a query is read as
 * words.
 *
 * @param text at most {@value #MAX_TEXT} characters of it count, cut between words
 * @param filters values per facet; values of one facet widen, facets narrow
 * @param loosely whether an item may lack one in four of the words
 * @param page from 1, at most {@value #MAX_PAGE}
 */
public record SearchQuery(
    String text, Map<Facet, List<String>> filters, int page, boolean loosely) {
  public static final int MAX_TEXT = 500;
  public static final int MAX_PAGE = 100;
  public static final int PAGE_SIZE = 10;
  private static final int LONGEST_VALUE = 60;
  private static final Pattern JOINED = Pattern.compile("[\\uFB00-\\uFDFF\\uFE70-\\uFEFC]+");

  /** What results can be narrowed by, in the order shown. */
  public enum Facet {
    THEME,
    COUNTRY,
    LANGUAGE,
    YEAR,
    KIND;

    /** Its name in addresses and in the index. */
    public String parameter() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * One spelling of what is typed and pasted: letters apart where a ligature joins them, no marks
   * that cannot be seen, and each pair of quotation marks as the one that means a phrase.
   */
  private static String plain(String typed) {
    return JOINED
        .matcher(Normalizer.normalize(typed, Normalizer.Form.NFC))
        .replaceAll(forms -> quoted(Normalizer.normalize(forms.group(), Normalizer.Form.NFKC)))
        .replaceAll("[\\p{Cf}&&[^\\u200C\\u200D]]", "")
        .replaceAll("\\p{Cntrl}", " ")
        .replaceAll("[“”„‟«»‹›″]", "\"");
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }

  /** Every word is asked for. */
  public SearchQuery(String text, Map<Facet, List<String>> filters, int page) {
    this(text, filters, page, false);
  }

  /** Whether not all of this text would count. */
  public static boolean isTooLong(String text) {
    return text.strip().length() > MAX_TEXT;
  }

  public SearchQuery {
    text = plain(text).strip();
    if (text.length() > MAX_TEXT) {
      text = text.substring(0, MAX_TEXT + 1).replaceFirst("\\s+\\S*$", "");
      text = text.substring(0, Math.min(MAX_TEXT, text.length()));
    }
    page = Math.clamp(page, 1, MAX_PAGE);
    Map<Facet, List<String>> copy = new LinkedHashMap<>();
    filters.forEach(
        (facet, values) -> {
          List<String> kept =
              values.stream()
                  .map(SearchQuery::plain)
                  .filter(v -> !v.isBlank())
                  .map(v -> v.substring(0, Math.min(LONGEST_VALUE, v.length())))
                  .distinct()
                  .limit(20)
                  .toList();
          if (!kept.isEmpty()) {
            copy.put(facet, kept);
          }
        });
    filters = Map.copyOf(copy);
  }
}

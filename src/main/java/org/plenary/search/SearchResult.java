package org.plenary.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of results.
 *
 * @param total how many items match, exact
 * @param instead what to try where nothing matches; null where something does
 * @param facets per facet its values with counts, most frequent first; each count is what choosing
 *     that value too would show
 */
public record SearchResult(
    int total,
    @Nullable Instead instead,
    List<Hit> hits,
    Map<SearchQuery.Facet, List<FacetValue>> facets) {

  /**
   * What finds something where the words as typed find nothing.
   *
   * @param didYouMean the text with its spelling mended; null if that finds nothing either
   * @param most how many items have three in four of the words
   */
  public record Instead(@Nullable String didYouMean, int most) {}

  /** An item that matches, its best passages first. */
  public record Hit(
      String reference,
      String title,
      String url,
      String kind,
      String language,
      LocalDate published,
      List<Passage> passages) {}

  /**
   * @param page of the PDF, null where the text is on none
   * @param html escaped text in which only {@code <mark>} is markup
   */
  public record Passage(@Nullable Integer page, String html) {}

  /** A value of a facet and how many items have it. */
  public record FacetValue(String value, int count) {}
}

package org.plenary.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of results.
 *
 * @param total how many items match, exact
 * @param loosened whether no item has all of the words, and these have most of them
 * @param facets per facet its values with counts, most frequent first; each count is what choosing
 *     that value too would show
 */
public record SearchResult(
    int total, boolean loosened, List<Hit> hits, Map<SearchQuery.Facet, List<FacetValue>> facets) {

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

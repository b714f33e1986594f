package org.plenary.site;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.search.SearchQuery;
import org.plenary.search.SearchQuery.Facet;
import org.plenary.search.SearchResult;

/**
 * What the page of a search shows.
 *
 * @param pages how many there are
 * @param mended the text with its spelling mended; null if that finds nothing either
 * @param most what has most of the words; null if nothing has
 * @param cut whether not all of the text counts
 */
public record SearchPage(
    SearchQuery query,
    SearchResult result,
    Map<Facet, List<Choice>> facets,
    int pages,
    @Nullable Mended mended,
    @Nullable Most most,
    boolean cut,
    @Nullable String previous,
    @Nullable String next) {

  /** A facet's value with its label and the link that takes it in or out. */
  public record Choice(String value, String label, int count, boolean chosen, String url) {}

  /** Another text to search for. */
  public record Mended(String text, String url) {}

  /** A search that asks for most of the words only, and how much it finds. */
  public record Most(int count, String url) {}

  /** What the results are narrowed by. */
  public List<Choice> chosen() {
    return facets.values().stream().flatMap(List::stream).filter(Choice::chosen).toList();
  }
}

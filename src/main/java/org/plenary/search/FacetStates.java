package org.plenary.search;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.MultiFacets;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.taxonomy.TaxonomyReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.plenary.search.SearchQuery.Facet;

/**
 * The doc values of each facet, read once for a state of the index: they number every value of all
 * segments, which costs more than a search. Thread-safe.
 */
final class FacetStates {
  private static final Map<IndexReader.CacheKey, FacetStates> KNOWN = new ConcurrentHashMap<>();

  private final Map<String, DefaultSortedSetDocValuesReaderState> states = new LinkedHashMap<>();

  /** For the searcher's state of its index; let go when the last searcher of that state is. */
  static FacetStates of(IndexSearcher searcher) throws IOException {
    IndexReader.CacheHelper helper =
        Objects.requireNonNull(searcher.getIndexReader().getReaderCacheHelper());
    FacetStates known = KNOWN.get(helper.getKey());
    if (known != null) {
      return known;
    }
    FacetStates made = new FacetStates(searcher);
    FacetStates first = KNOWN.putIfAbsent(helper.getKey(), made);
    if (first != null) {
      return first;
    }
    helper.addClosedListener(KNOWN::remove);
    return made;
  }

  private FacetStates(IndexSearcher searcher) throws IOException {
    for (Facet facet : Facet.values()) {
      String field = "facet_" + facet.parameter();
      boolean used = false;
      for (var leaf : searcher.getIndexReader().leaves()) {
        used |= leaf.reader().getSortedSetDocValues(field) != null;
      }
      if (used) {
        states.put(
            facet.parameter(),
            new DefaultSortedSetDocValuesReaderState(
                searcher.getIndexReader(), field, Documents.FACETS));
      }
    }
  }

  boolean has(Facet facet) {
    return states.containsKey(facet.parameter());
  }

  DrillSideways sideways(IndexSearcher searcher) {
    return new DrillSideways(searcher, Documents.FACETS, (TaxonomyReader) null) {
      @Override
      protected Facets buildFacetsResult(
          FacetsCollector drillDowns, FacetsCollector[] sideways, String[] dims)
          throws IOException {
        Map<String, Facets> byFacet = new LinkedHashMap<>();
        for (var state : states.entrySet()) {
          byFacet.put(
              state.getKey(), new SortedSetDocValuesFacetCounts(state.getValue(), drillDowns));
        }
        if (sideways != null) {
          for (int i = 0; i < sideways.length; i++) {
            var state = states.get(dims[i]);
            if (state != null) {
              byFacet.put(dims[i], new SortedSetDocValuesFacetCounts(state, sideways[i]));
            }
          }
        }
        return new MultiFacets(byFacet);
      }

      @Override
      protected boolean scoreSubDocsAtOnce() {
        return true;
      }
    };
  }
}

package org.plenary.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Actor;
import org.plenary.search.SearchQuery.Facet;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/**
 * Search over what is published, and over what an actor may read. Never fails on what is typed: the
 * simple syntax ("…" for a phrase, - for not, | for or) falls back to words. Thread-safe.
 */
@Service
public class Search {
  private static final int FACET_VALUES = 50;

  private final SearchIndex published;
  private final SearchIndex restricted;

  Search(
      @Qualifier("publicIndex") SearchIndex published,
      @Qualifier("restrictedIndex") SearchIndex restricted) {
    this.published = published;
    this.restricted = restricted;
  }

  /**
   * The asked page of what is published, with facets; an empty text lists everything, newest first.
   */
  public SearchResult published(SearchQuery query) {
    return published.search(searcher -> search(searcher, query, null));
  }

  /**
   * The same over everything the actor may read, published or not. Who may not read an item finds
   * no trace of it: it is filtered inside the query, so hits, totals and facets never count it.
   */
  public SearchResult readable(Actor actor, SearchQuery query) {
    return restricted.search(searcher -> search(searcher, query, actor));
  }

  /**
   * What is published and most like something that is; each once, in the language asked for where
   * it is there in that.
   */
  public List<Alike.Found> alike(Alike asked, int most) {
    return published.search(
        searcher -> {
          Sort sort =
              new Sort(
                  SortField.FIELD_SCORE,
                  new SortField(Fields.PUBLISHED, SortField.Type.LONG, true));
          // A thing may stand there in two languages.
          TopDocs docs = searcher.search(asked.query(), most * 2, sort);
          Map<String, Alike.Found> found = new LinkedHashMap<>();
          for (ScoreDoc doc : docs.scoreDocs) {
            Alike.Found one =
                Alike.Found.of(searcher.storedFields().document(doc.doc, Alike.SHOWN));
            found.merge(
                one.reference(),
                one,
                (before, now) -> now.language().equals(asked.language()) ? now : before);
          }
          return found.values().stream().limit(most).toList();
        });
  }

  private static Query readableBy(@Nullable Actor actor, Query words) {
    if (actor == null) {
      return words;
    }
    List<BytesRef> terms = actor.terms().stream().map(BytesRef::new).toList();
    return new BooleanQuery.Builder()
        .add(words, BooleanClause.Occur.MUST)
        .add(new TermInSetQuery(Fields.READER, terms), BooleanClause.Occur.FILTER)
        .add(new TermInSetQuery(Fields.EXCLUDED, terms), BooleanClause.Occur.MUST_NOT)
        .build();
  }

  private SearchResult search(IndexSearcher searcher, SearchQuery query, @Nullable Actor actor)
      throws IOException {
    if (searcher.getIndexReader().numDocs() == 0) {
      return new SearchResult(0, null, List.of(), Map.of());
    }
    if (query.text().isEmpty()) {
      return search(searcher, query, Words.NONE, actor);
    }
    Words words = query.loosely() ? Words.most(query.text()) : Words.all(query.text());
    SearchResult result = search(searcher, query, words, actor);
    return result.total() > 0
        ? result
        : new SearchResult(0, instead(searcher, query, actor), List.of(), result.facets());
  }

  private SearchResult.Instead instead(
      IndexSearcher searcher, SearchQuery query, @Nullable Actor actor) throws IOException {
    Words most = Words.most(query.text());
    int some = query.loosely() ? 0 : searcher.count(filtered(query, most, actor));
    String mended =
        published
            .search(known -> new Spelling(known.getIndexReader()).mended(query.text()))
            .orElse(null);
    boolean finds = mended != null && searcher.count(filtered(query, Words.all(mended), actor)) > 0;
    return new SearchResult.Instead(finds ? mended : null, some);
  }

  private static DrillDownQuery filtered(SearchQuery query, Words words, @Nullable Actor actor) {
    DrillDownQuery drill = new DrillDownQuery(Documents.FACETS, readableBy(actor, words.query()));
    query.filters().forEach((f, values) -> values.forEach(v -> drill.add(f.parameter(), v)));
    return drill;
  }

  private static SearchResult search(
      IndexSearcher searcher, SearchQuery query, Words words, @Nullable Actor actor)
      throws IOException {
    FacetStates states = FacetStates.of(searcher);
    int top = query.page() * SearchQuery.PAGE_SIZE;
    Sort sort =
        query.text().isEmpty()
            ? new Sort(new SortField(Fields.PUBLISHED, SortField.Type.LONG, true))
            : new Sort(
                SortField.FIELD_SCORE, new SortField(Fields.PUBLISHED, SortField.Type.LONG, true));
    var found =
        states
            .sideways(searcher)
            .search(
                filtered(query, words, actor),
                new TopFieldCollectorManager(sort, top, Integer.MAX_VALUE));
    TopDocs docs = found.collectorResult;
    List<SearchResult.Hit> hits = hits(searcher, words, docs, top - SearchQuery.PAGE_SIZE);
    return new SearchResult((int) docs.totalHits.value(), null, hits, facets(states, found.facets));
  }

  private static List<SearchResult.Hit> hits(
      IndexSearcher searcher, Words words, TopDocs docs, int from) throws IOException {
    int end = docs.scoreDocs.length;
    if (from >= end) {
      return List.of();
    }
    Passages passages = new Passages(searcher, words);
    List<SearchResult.Hit> hits = new ArrayList<>();
    for (int i = from; i < end; i++) {
      ScoreDoc found = docs.scoreDocs[i];
      Document document = searcher.storedFields().document(found.doc);
      String language = document.get(Fields.LANGUAGE);
      Number day = document.getField(Fields.PUBLISHED).numericValue();
      hits.add(
          new SearchResult.Hit(
              document.get(Fields.REFERENCE),
              document.get(Fields.TITLE),
              document.get(Fields.URL),
              document.get(Fields.KIND),
              language,
              LocalDate.ofEpochDay(day.longValue()),
              passages.of(found.doc, Languages.of(language), document)));
    }
    return hits;
  }

  private static Map<Facet, List<SearchResult.FacetValue>> facets(FacetStates states, Facets facets)
      throws IOException {
    Map<Facet, List<SearchResult.FacetValue>> all = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      // Lucene refuses a facet of which no item has a value.
      FacetResult result =
          states.has(facet) ? facets.getTopChildren(FACET_VALUES, facet.parameter()) : null;
      List<SearchResult.FacetValue> values = new ArrayList<>();
      if (result != null) {
        for (LabelAndValue value : result.labelValues) {
          values.add(new SearchResult.FacetValue(value.label, value.value.intValue()));
        }
      }
      all.put(facet, values);
    }
    return all;
  }
}

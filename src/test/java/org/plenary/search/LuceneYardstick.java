package org.plenary.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.plenary.kernel.Readers;
import org.plenary.kernel.Terms;
import org.springframework.context.ApplicationContext;

/**
 * Lucene by itself on an index of this house: what the product's search is measured against. It
 * asks the same query of the same index and uses the library as its manual shows, with none of the
 * house's own passages, pages or filters by reader.
 */
public final class LuceneYardstick implements AutoCloseable {
  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Map<String, DefaultSortedSetDocValuesReaderState> facets = new LinkedHashMap<>();

  /** Opens the public index of a running house to read; its writer may go on. */
  public LuceneYardstick(ApplicationContext house) throws IOException {
    directory = new MMapDirectory(house.getBean("publicIndex", SearchIndex.class).current().path());
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    for (SearchQuery.Facet facet : SearchQuery.Facet.values()) {
      String field = "facet_" + facet.parameter();
      facets.put(
          facet.parameter(),
          new DefaultSortedSetDocValuesReaderState(reader, field, Documents.FACETS));
    }
  }

  /** How many items the index holds. */
  public int documents() {
    return reader.numDocs();
  }

  /** The ten best and nothing else; returns how many match. */
  public long top(SearchQuery asked) throws IOException {
    return searcher.search(query(asked), collector(asked)).totalHits.value();
  }

  /** The ten best with their stored fields, five facets and highlights; returns how many match. */
  public long all(SearchQuery asked) throws IOException {
    Query query = query(asked);
    Object[] found =
        searcher.search(
            query, new MultiCollectorManager(collector(asked), new FacetsCollectorManager()));
    TopDocs docs = (TopDocs) found[0];
    for (Map.Entry<String, DefaultSortedSetDocValuesReaderState> facet : facets.entrySet()) {
      new SortedSetDocValuesFacetCounts(facet.getValue(), (FacetsCollector) found[1])
          .getTopChildren(50, facet.getKey());
    }
    Map<String, List<Integer>> byField = new TreeMap<>();
    for (var hit : docs.scoreDocs) {
      Document document = searcher.storedFields().document(hit.doc);
      byField
          .computeIfAbsent(
              Fields.text(Languages.of(document.get(Fields.LANGUAGE))), f -> new ArrayList<>())
          .add(hit.doc);
    }
    if (!asked.text().isEmpty()) {
      UnifiedHighlighter highlighter =
          UnifiedHighlighter.builder(searcher, Languages.byField())
              .withMaxLength(5_000_000)
              .build();
      for (Map.Entry<String, List<Integer>> field : byField.entrySet()) {
        int[] ids = field.getValue().stream().mapToInt(Integer::intValue).toArray();
        highlighter.highlightFields(new String[] {field.getKey()}, query, ids, new int[] {3});
      }
    }
    return docs.totalHits.value();
  }

  private static Query query(SearchQuery asked) {
    Query words = asked.text().isEmpty() ? Words.NONE.query() : Words.all(asked.text()).query();
    if (asked.filters().values().stream().allMatch(List::isEmpty)) {
      return words;
    }
    DrillDownQuery drill = new DrillDownQuery(Documents.FACETS, words);
    asked.filters().forEach((f, values) -> values.forEach(v -> drill.add(f.parameter(), v)));
    return drill;
  }

  private static TopFieldCollectorManager collector(SearchQuery asked) {
    SortField newest = new SortField(Fields.PUBLISHED, SortField.Type.LONG, true);
    Sort sort = asked.text().isEmpty() ? new Sort(newest) : new Sort(SortField.FIELD_SCORE, newest);
    return new TopFieldCollectorManager(sort, 10, Integer.MAX_VALUE);
  }

  /** Writes these items to a new index with one commit, on so many threads. */
  public static void write(Path folder, List<SearchSource.Restricted> items, int threads)
      throws Exception {
    try (Directory directory = new MMapDirectory(folder);
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig(Languages.byField()));
        ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      AtomicInteger next = new AtomicInteger();
      List<Callable<Void>> work = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        work.add(
            () -> {
              for (int at = next.getAndIncrement();
                  at < items.size();
                  at = next.getAndIncrement()) {
                SearchSource.Restricted item = items.get(at);
                writer.addDocument(Documents.of(item.document(), item.readers()));
              }
              return null;
            });
      }
      for (Future<Void> done : pool.invokeAll(work)) {
        done.get();
      }
      writer.commit();
    }
  }

  /** All that this house would put into its indexes: the public one first, then the other. */
  public static List<List<SearchSource.Restricted>> documents(List<SearchSource> sources) {
    Readers everyone = new Readers(Set.of(Terms.PUBLIC), Set.of());
    List<SearchSource.Restricted> published = new ArrayList<>();
    List<SearchSource.Restricted> restricted = new ArrayList<>();
    for (SearchSource source : sources) {
      for (List<UUID> ids : Indexer.parts(source.ids())) {
        source
            .published(ids)
            .forEach(item -> published.add(new SearchSource.Restricted(item, everyone)));
        restricted.addAll(source.restricted(ids));
      }
    }
    return List.of(published, restricted);
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}

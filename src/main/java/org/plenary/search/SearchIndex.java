package org.plenary.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.plenary.kernel.Readers;

/**
 * A Lucene index: one writer and one searcher manager for the process. The position in the change
 * log is part of each commit, so the index and its position cannot part. Thread-safe; closed with
 * the application.
 */
class SearchIndex implements AutoCloseable {
  private static final String POSITION = "position";
  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;

  SearchIndex(Path folder) throws IOException {
    Files.createDirectories(folder);
    directory = new MMapDirectory(folder);
    writer =
        new IndexWriter(
            directory, new IndexWriterConfig(Languages.byField()).setCommitOnClose(false));
    searchers = new SearcherManager(writer, null);
  }

  /** Up to which change the last commit holds everything; 0 for a new index. */
  long position() {
    Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
    if (data != null) {
      for (Map.Entry<String, String> entry : data) {
        if (entry.getKey().equals(POSITION)) {
          return Long.parseLong(entry.getValue());
        }
      }
    }
    return 0;
  }

  void put(SearchDocument item, Readers readers) throws IOException {
    writer.updateDocument(
        new Term(Fields.KEY, Documents.key(item.kind(), item.id())), Documents.of(item, readers));
  }

  void remove(String kind, UUID id) throws IOException {
    writer.deleteDocuments(new Term(Fields.KEY, Documents.key(kind, id)));
  }

  void commit(long position) throws IOException {
    Map<String, String> data = new HashMap<>();
    data.put(POSITION, Long.toString(position));
    writer.setLiveCommitData(data.entrySet());
    writer.commit();
    searchers.maybeRefreshBlocking();
  }

  /** What is done with a searcher; it must not be kept. */
  interface Work<T> {
    T with(IndexSearcher searcher) throws IOException;
  }

  <T> T search(Work<T> work) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return work.with(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    writer.close();
    directory.close();
  }
}

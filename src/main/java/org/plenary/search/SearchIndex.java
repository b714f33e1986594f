package org.plenary.search;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.plenary.kernel.Readers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Lucene index: one writer and one searcher manager for the process. The position in the change
 * log is part of each commit, so the index and its position cannot part. Thread-safe; closed with
 * the application.
 */
class SearchIndex implements AutoCloseable {
  static {
    // As many words as a query may have, in each language, in each field; more are not typed.
    IndexSearcher.setMaxClauseCount(32_768);
  }

  private static final String POSITION = "position";
  private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);
  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;

  SearchIndex(Path folder) throws IOException {
    Files.createDirectories(folder);
    directory = new MMapDirectory(folder);
    writer = writer(folder);
    searchers = new SearcherManager(writer, null);
  }

  /** A damaged index is begun anew: everything in it can be read from the database again. */
  private IndexWriter writer(Path folder) throws IOException {
    try {
      if (DirectoryReader.indexExists(directory)) {
        try (CheckIndex check = new CheckIndex(directory)) {
          check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_CHECKSUM_CHECKS);
          if (!check.checkIndex().clean) {
            throw new CorruptIndexException("checksums differ", folder.toString());
          }
        }
      }
      return new IndexWriter(directory, config());
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | FileNotFoundException
        | NoSuchFileException
        | EOFException e) {
      LOG.warn("The index in {} is damaged ({}); it is made anew", folder, e.getMessage());
      for (String file : directory.listAll()) {
        directory.deleteFile(file);
      }
      return new IndexWriter(directory, config());
    }
  }

  private static IndexWriterConfig config() {
    return new IndexWriterConfig(Languages.byField()).setCommitOnClose(false);
  }

  /** Takes everything out, to be filled from the first change on. */
  void clear() throws IOException {
    writer.deleteAll();
    commit(0);
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

  /** Puts all views of one item in place of those before, at once. */
  void put(List<SearchSource.Restricted> views) throws IOException {
    SearchDocument item = views.getFirst().document();
    List<Document> documents = new ArrayList<>();
    for (SearchSource.Restricted view : views) {
      documents.add(Documents.of(view.document(), view.readers()));
    }
    writer.updateDocuments(new Term(Fields.KEY, Documents.key(item.kind(), item.id())), documents);
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

package org.plenary.search;

import java.io.IOException;
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
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;

/**
 * One folder of an index. Each commit says up to which change of the log it holds everything, from
 * which database it was made and in which form, so that none of these can part from what is in it.
 */
class IndexFolder implements AutoCloseable {
  /** Goes up when documents are made otherwise, so that an index of before is made anew. */
  private static final String FORMAT = "2";

  private static final String POSITION = "position";
  private static final String INSTALLATION = "installation";
  private static final String FORMAT_KEY = "format";
  private final Path path;
  private final String installation;
  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;

  private IndexFolder(Path path, String installation, Directory directory) throws IOException {
    this.path = path;
    this.installation = installation;
    this.directory = directory;
    this.writer =
        new IndexWriter(
            directory, new IndexWriterConfig(Languages.byField()).setCommitOnClose(false));
    this.searchers = new SearcherManager(writer, null);
  }

  static IndexFolder open(Path path, String installation) throws IOException {
    Files.createDirectories(path);
    Directory directory = new MMapDirectory(path);
    try {
      return new IndexFolder(path, installation, directory);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** Reads a folder that nothing has open against its checksums. */
  static void checkSums(Directory directory) throws IOException {
    try (CheckIndex check = new CheckIndex(directory)) {
      check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_CHECKSUM_CHECKS);
      if (!check.checkIndex().clean) {
        throw new CorruptIndexException("checksums differ", directory.toString());
      }
    }
  }

  Path path() {
    return path;
  }

  /** The files of the last commit. */
  List<Path> files() throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      if (isKnown()) {
        throw new NoSuchFileException(path.toString());
      }
      return List.of();
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return reader.getIndexCommit().getFileNames().stream().map(path::resolve).toList();
    }
  }

  boolean isKnown() {
    Map<String, String> data = commitData();
    return installation.equals(data.get(INSTALLATION)) && FORMAT.equals(data.get(FORMAT_KEY));
  }

  long position() {
    return Long.parseLong(commitData().getOrDefault(POSITION, "0"));
  }

  private Map<String, String> commitData() {
    Map<String, String> data = new HashMap<>();
    Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
    if (live != null) {
      live.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    }
    return data;
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
    data.put(INSTALLATION, installation);
    data.put(FORMAT_KEY, FORMAT);
    writer.setLiveCommitData(data.entrySet());
    writer.commit();
    searchers.maybeRefreshBlocking();
  }

  <T> T search(SearchIndex.Work<T> work) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return work.with(searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    writer.close();
    directory.close();
  }
}

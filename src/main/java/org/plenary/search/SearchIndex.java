package org.plenary.search;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.plenary.kernel.Readers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Lucene index: one writer and one searcher manager for the process. It lies in a numbered
 * folder; another can be built beside it and take its place while searches go on. The newest folder
 * with a commit is the index, so a swap that was cut short leaves the one before. Thread-safe;
 * closed with the application.
 */
class SearchIndex implements AutoCloseable {
  static {
    // As many words as a query may have, in each language, in each field; more are not typed.
    IndexSearcher.setMaxClauseCount(32_768);
  }

  private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);
  private final Path folder;
  private final String installation;
  private volatile IndexFolder current;
  private volatile boolean damaged;

  /**
   * @param installation of the database that it is made from
   */
  SearchIndex(Path folder, String installation) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.installation = installation;
    this.current = newest();
    sweep();
  }

  /** A damaged index is begun anew: everything in it can be read from the database again. */
  private IndexFolder newest() throws IOException {
    List<Integer> numbers = numbers();
    for (int number : numbers.reversed()) {
      try (FSDirectory directory = FSDirectory.open(path(number))) {
        if (DirectoryReader.indexExists(directory)) {
          IndexFolder.checkSums(directory);
          return IndexFolder.open(path(number), installation);
        }
      } catch (CorruptIndexException
          | IndexFormatTooOldException
          | IndexFormatTooNewException
          | FileNotFoundException
          | NoSuchFileException
          | EOFException e) {
        LOG.warn("The index in {} is damaged ({}); it is made anew", folder, e.getMessage());
        break;
      }
    }
    return begin();
  }

  /** An empty index beside the current one, to be filled, committed and {@link #swap swapped}. */
  IndexFolder begin() throws IOException {
    Files.createDirectories(folder);
    List<Integer> numbers = numbers();
    return IndexFolder.open(path(numbers.isEmpty() ? 1 : numbers.getLast() + 1), installation);
  }

  /** Puts a committed index in the place of the current one; searches under way end on theirs. */
  synchronized void swap(IndexFolder next) throws IOException {
    IndexFolder before = current;
    current = next;
    damaged = false;
    try {
      before.close();
    } catch (IOException | RuntimeException e) {
      LOG.warn("What was left of an index could not be closed", e);
    }
    sweep();
  }

  /** Whether this index was made from this database, in today's form. */
  boolean isKnown() {
    return current.isKnown();
  }

  /** Up to which change the last commit holds everything; 0 for a new index. */
  long position() {
    return current.position();
  }

  void put(SearchDocument item, Readers readers) throws IOException {
    current.put(List.of(new SearchSource.Restricted(item, readers)));
  }

  void remove(String kind, UUID id) throws IOException {
    current.remove(kind, id);
  }

  void commit(long position) throws IOException {
    current.commit(position);
  }

  IndexFolder current() {
    return current;
  }

  /** Whether a search met damage, or the files are not what they were when they were written. */
  boolean isDamaged() {
    if (!damaged) {
      try {
        verify();
      } catch (IOException | UncheckedIOException e) {
        LOG.warn("The index in {} is damaged: {}", folder, e.getMessage());
        damaged = true;
      }
    }
    return damaged;
  }

  /** Whether a search met damage since the last rebuild. */
  boolean metDamage() {
    return damaged;
  }

  /** Reads every file of the last commit against its checksum. */
  private void verify() throws IOException {
    for (Path file : current.files()) {
      if (!Files.exists(file)) {
        throw new NoSuchFileException(file.toString());
      }
    }
    search(
        searcher -> {
          for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            leaf.reader().checkIntegrity();
          }
          return true;
        });
  }

  /** What the documents of each item were made of, by the item's key, in order. */
  Map<String, List<String>> digests() {
    return search(
        searcher -> {
          Map<String, List<String>> digests = new HashMap<>();
          StoredFields fields = searcher.getIndexReader().storedFields();
          Bits live = MultiBits.getLiveDocs(searcher.getIndexReader());
          for (int doc = 0; doc < searcher.getIndexReader().maxDoc(); doc++) {
            if (live == null || live.get(doc)) {
              Document item = fields.document(doc, Set.of(Fields.KEY, Fields.DIGEST));
              digests
                  .computeIfAbsent(item.get(Fields.KEY), key -> new ArrayList<>())
                  .add(item.get(Fields.DIGEST));
            }
          }
          digests.values().forEach(Collections::sort);
          return digests;
        });
  }

  /** What is done with a searcher; it must not be kept. */
  interface Work<T> {
    T with(IndexSearcher searcher) throws IOException;
  }

  <T> T search(Work<T> work) {
    while (true) {
      IndexFolder asked = current;
      try {
        return asked.search(work);
      } catch (AlreadyClosedException e) {
        if (asked == current) {
          throw e;
        }
        // Another took its place between the two lines above.
      } catch (IOException e) {
        if (e instanceof CorruptIndexException) {
          damaged = true;
        }
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    current.close();
  }

  private Path path(int number) {
    return folder.resolve(Integer.toString(number));
  }

  private List<Integer> numbers() throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      List<Integer> numbers =
          new ArrayList<>(
              inside
                  .map(path -> path.getFileName().toString())
                  .filter(name -> name.matches("[0-9]{1,9}"))
                  .map(Integer::valueOf)
                  .toList());
      Collections.sort(numbers);
      return numbers;
    }
  }

  /** Removes what is not the index: those before it, and what an older program left here. */
  private void sweep() throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      for (Path path : inside.toList()) {
        if (!path.equals(current.path())) {
          try {
            org.springframework.util.FileSystemUtils.deleteRecursively(path);
          } catch (IOException e) {
            LOG.warn("{} could not be removed", path, e);
          }
        }
      }
    }
  }
}

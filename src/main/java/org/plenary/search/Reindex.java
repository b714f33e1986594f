package org.plenary.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/** Makes this node's indexes anew while searches go on. Thread-safe. */
@Service
public class Reindex {
  private final List<Indexer> indexers;

  Reindex(
      @Qualifier("publicIndexer") Indexer publicIndexer,
      @Qualifier("restrictedIndexer") Indexer restrictedIndexer) {
    this.indexers = List.of(publicIndexer, restrictedIndexer);
  }

  /**
   * Reads every item from the database into new indexes, which then take the place of the old.
   *
   * @param progress is told how far it is, a line at a time
   */
  public void all(Consumer<String> progress) {
    for (Indexer indexer : indexers) {
      try {
        indexer.rebuild(progress);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

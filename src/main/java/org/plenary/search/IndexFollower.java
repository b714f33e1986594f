package org.plenary.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets each index follow the log on its own, so that one that fails does not hold the other. One
 * that is damaged under the running program is made anew while the site stays up.
 */
@Component
class IndexFollower {
  /** How long a mark is kept: a node that was away for longer makes its indexes anew. */
  static final Duration KEPT = Duration.ofDays(14);

  private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);
  private final Indexer publicIndexer;
  private final Indexer restrictedIndexer;
  private final SearchLog log;
  private final Clock clock;

  IndexFollower(
      @Qualifier("publicIndexer") Indexer publicIndexer,
      @Qualifier("restrictedIndexer") Indexer restrictedIndexer,
      SearchLog log,
      Clock clock) {
    this.publicIndexer = publicIndexer;
    this.restrictedIndexer = restrictedIndexer;
    this.log = log;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${plenary.search.follow-every}")
  void followPublic() throws IOException {
    follow(publicIndexer);
  }

  @Scheduled(fixedDelayString = "${plenary.search.follow-every}")
  void followRestricted() throws IOException {
    follow(restrictedIndexer);
  }

  /** Looks at every byte of both, and takes out of the log what they and all others have passed. */
  @Scheduled(cron = "${plenary.search.look-at}")
  void nightly() throws IOException {
    for (Indexer indexer : List.of(publicIndexer, restrictedIndexer)) {
      if (indexer.index().isDamaged()) {
        renew(indexer);
      }
    }
    log.prune(
        Math.min(publicIndexer.position(), restrictedIndexer.position()),
        clock.instant().minus(KEPT));
  }

  private static void follow(Indexer indexer) throws IOException {
    if (indexer.index().metDamage()) {
      renew(indexer);
      return;
    }
    try {
      indexer.catchUp();
    } catch (CorruptIndexException | NoSuchFileException | AlreadyClosedException e) {
      LOG.warn("The {} cannot be written to: {}", indexer.name(), e.getMessage());
      renew(indexer);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void renew(Indexer indexer) throws IOException {
    LOG.warn("The {} is made anew; until then the old one answers", indexer.name());
    indexer.rebuild(progress -> {});
    LOG.warn("The {} is whole again", indexer.name());
  }
}

package org.plenary.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.plenary.kernel.BeforeOpening;
import org.plenary.kernel.Installation;
import org.plenary.kernel.Readers;
import org.plenary.kernel.Terms;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The two indexes and what feeds them. The public one never holds a restricted word: what is in it
 * was read as the public reads it. The restricted one holds everything with its readers.
 */
@Configuration
class Indexing {
  private static final Readers EVERYONE = new Readers(Set.of(Terms.PUBLIC), Set.of());

  @Bean
  SearchIndex publicIndex(@Value("${plenary.data}") Path data, Installation installation)
      throws IOException {
    return new SearchIndex(data.resolve("index").resolve("public"), installation.id().toString());
  }

  @Bean
  SearchIndex restrictedIndex(@Value("${plenary.data}") Path data, Installation installation)
      throws IOException {
    return new SearchIndex(
        data.resolve("index").resolve("restricted"), installation.id().toString());
  }

  @Bean
  Indexer publicIndexer(
      @Qualifier("publicIndex") SearchIndex index,
      List<SearchSource> sources,
      JdbcClient jdbc,
      Clock clock) {
    Indexer.View published =
        (source, ids) ->
            source.published(ids).stream()
                .map(item -> new SearchSource.Restricted(item, EVERYONE))
                .toList();
    return new Indexer("public index", index, published, sources, jdbc, clock);
  }

  @Bean
  Indexer restrictedIndexer(
      @Qualifier("restrictedIndex") SearchIndex index,
      List<SearchSource> sources,
      JdbcClient jdbc,
      Clock clock) {
    return new Indexer("restricted index", index, SearchSource::restricted, sources, jdbc, clock);
  }

  /** Takes in what is there before the web server opens its port. */
  @Bean
  BeforeOpening indexesBeforeOpening(
      @Qualifier("publicIndexer") Indexer publicIndexer,
      @Qualifier("restrictedIndexer") Indexer restrictedIndexer) {
    return new BeforeOpening(1) {
      @Override
      protected void work() throws IOException {
        for (Indexer indexer : List.of(publicIndexer, restrictedIndexer)) {
          while (indexer.catchUp() > 0) {
            // On to the next batch.
          }
        }
      }
    };
  }
}

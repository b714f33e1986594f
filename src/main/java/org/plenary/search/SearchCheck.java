package org.plenary.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plenary.jobs.Findings;
import org.plenary.jobs.InvariantCheck;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The indexes are what the database says, item by item and word by word: nothing is missing, old or
 * more than there should be, and the public one holds nothing that is not published.
 */
@Component
class SearchCheck implements InvariantCheck {
  private final List<Indexer> indexers;
  private final List<SearchSource> sources;

  SearchCheck(
      @Qualifier("publicIndexer") Indexer publicIndexer,
      @Qualifier("restrictedIndexer") Indexer restrictedIndexer,
      List<SearchSource> sources) {
    this.indexers = List.of(publicIndexer, restrictedIndexer);
    this.sources = sources;
  }

  @Override
  public String name() {
    return "search.index";
  }

  @Override
  public void check(Findings findings) {
    for (Indexer indexer : indexers) {
      try {
        if (indexer.index().isDamaged()) {
          findings.fault("the " + indexer.name() + " is damaged and is made anew");
        } else {
          compare(indexer, findings);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void compare(Indexer indexer, Findings findings) throws IOException {
    catchUp(indexer);
    Map<String, List<String>> held = indexer.index().digests();
    Set<String> keys = new HashSet<>(held.keySet());
    for (SearchSource source : sources) {
      source.ids().forEach(id -> keys.add(Documents.key(source.kind(), id)));
    }
    Set<String> suspects = new HashSet<>();
    for (String key : keys) {
      if (fault(indexer, key, held).isPresent()) {
        suspects.add(key);
      }
    }
    if (suspects.isEmpty()) {
      return;
    }
    // It may have changed while this was looking; then it is right by now.
    catchUp(indexer);
    Map<String, List<String>> now = indexer.index().digests();
    suspects.stream()
        .sorted()
        .map(key -> fault(indexer, key, now))
        .flatMap(Optional::stream)
        .forEach(findings::fault);
  }

  private static Optional<String> fault(
      Indexer indexer, String key, Map<String, List<String>> held) {
    String kind = key.substring(0, key.indexOf(':'));
    UUID id = UUID.fromString(key.substring(key.indexOf(':') + 1));
    List<SearchSource.Restricted> expected = indexer.expected(kind, id);
    String item = kind + " " + id;
    String of = " the " + indexer.name();
    if (expected.isEmpty()) {
      return held.containsKey(key)
          ? Optional.of(item + " is in" + of + " and should not be")
          : Optional.empty();
    }
    if (!held.containsKey(key)) {
      return Optional.of(item + " is missing from" + of);
    }
    List<String> digests =
        expected.stream()
            .map(view -> Documents.digest(view.document(), view.readers()))
            .sorted()
            .toList();
    return digests.equals(held.get(key))
        ? Optional.empty()
        : Optional.of(item + " is in" + of + " as it no longer is");
  }

  private static void catchUp(Indexer indexer) throws IOException {
    int taken = 1;
    while (taken > 0) {
      taken = indexer.catchUp();
    }
  }
}

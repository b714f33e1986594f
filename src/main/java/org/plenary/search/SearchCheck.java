package org.plenary.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    Set<String> keys = new TreeSet<>(held.keySet());
    for (SearchSource source : sources) {
      source.ids().forEach(id -> keys.add(Documents.key(source.kind(), id)));
    }
    Map<String, String> suspects = faults(indexer, keys, held);
    if (suspects.isEmpty()) {
      return;
    }
    // It may have changed while this was looking; then it is right by now.
    catchUp(indexer);
    faults(indexer, suspects.keySet(), indexer.index().digests()).values().forEach(findings::fault);
  }

  /** What is wrong with each of the items, by its key. */
  private static Map<String, String> faults(
      Indexer indexer, Set<String> keys, Map<String, List<String>> held) {
    Map<String, List<UUID>> byKind = new TreeMap<>();
    for (String key : keys) {
      String kind = key.substring(0, key.indexOf(':'));
      byKind
          .computeIfAbsent(kind, k -> new ArrayList<>())
          .add(UUID.fromString(key.substring(kind.length() + 1)));
    }
    Map<String, String> faults = new TreeMap<>();
    for (Map.Entry<String, List<UUID>> of : byKind.entrySet()) {
      for (List<UUID> ids : Indexer.parts(of.getValue())) {
        var expected = indexer.expected(of.getKey(), ids);
        for (UUID id : ids) {
          fault(indexer, of.getKey(), id, expected.getOrDefault(id, List.of()), held)
              .ifPresent(fault -> faults.put(Documents.key(of.getKey(), id), fault));
        }
      }
    }
    return faults;
  }

  private static Optional<String> fault(
      Indexer indexer,
      String kind,
      UUID id,
      List<SearchSource.Restricted> expected,
      Map<String, List<String>> held) {
    String key = Documents.key(kind, id);
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

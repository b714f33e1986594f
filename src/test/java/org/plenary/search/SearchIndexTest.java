package org.plenary.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenary.kernel.Readers;
import org.plenary.kernel.Terms;

/** An index that is whole is kept; one that is not is begun anew. */
class SearchIndexTest {
  @TempDir Path folder;

  @Test
  void theCommitHoldsTheItemsAndThePosition() throws Exception {
    filled();
    try (SearchIndex again = new SearchIndex(folder, "test")) {
      assertThat(again.position()).isEqualTo(7);
      assertThat(items(again)).isOne();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"truncated", "flipped", "missing"})
  void aDamagedIndexIsBegunAnew(String damage) throws Exception {
    filled();
    Path largest;
    try (var files = Files.walk(folder)) {
      largest =
          files
              .filter(file -> file.getFileName().toString().startsWith("_"))
              .max(java.util.Comparator.comparingLong(file -> file.toFile().length()))
              .orElseThrow();
    }
    switch (damage) {
      case "missing" -> Files.delete(largest);
      default -> {
        try (RandomAccessFile file = new RandomAccessFile(largest.toFile(), "rw")) {
          if (damage.equals("truncated")) {
            file.setLength(file.length() / 2);
          } else {
            file.seek(file.length() / 2);
            int was = file.read();
            file.seek(file.length() / 2);
            file.write(was ^ 1);
          }
        }
      }
    }
    try (SearchIndex again = new SearchIndex(folder, "test")) {
      assertThat(again.position()).isZero();
      assertThat(items(again)).isZero();
      again.commit(1);
    }
  }

  private void filled() throws Exception {
    try (SearchIndex index = new SearchIndex(folder, "test")) {
      index.put(
          new SearchDocument(
              UUID.randomUUID(),
              "paper",
              "X-1",
              "Fees",
              "/x",
              "en",
              LocalDate.of(2026, 1, 1),
              List.of(),
              List.of(),
              List.of(),
              List.of(new SearchDocument.Section(1, "What a corridor costs. ".repeat(200)))),
          new Readers(Set.of(Terms.PUBLIC), Set.of()));
      index.commit(7);
    }
  }

  private static int items(SearchIndex index) {
    return index.search(searcher -> searcher.getIndexReader().numDocs());
  }
}

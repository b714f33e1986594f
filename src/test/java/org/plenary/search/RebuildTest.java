package org.plenary.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenary.Cast;
import org.plenary.OnMariaDb;
import org.plenary.bodies.Bodies;
import org.plenary.jobs.Doctor;
import org.plenary.jobs.Findings.Finding;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Installation;
import org.plenary.kernel.Readers;
import org.plenary.kernel.Terms;
import org.plenary.papers.Papers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** An index that is not what the database says is noticed and made anew, while searches go on. */
@OnMariaDb
class RebuildTest {
  @Autowired
  @Qualifier("publicIndex")
  SearchIndex publicIndex;

  @Autowired
  @Qualifier("restrictedIndexer")
  Indexer restrictedIndexer;

  @Autowired List<SearchSource> sources;
  @Autowired SearchLog log;
  @Autowired Search search;
  @Autowired Reindex reindex;
  @Autowired Doctor doctor;
  @Autowired Papers papers;
  @Autowired Bodies bodies;
  @Autowired Installation installation;
  @Autowired Cast cast;
  @Autowired JdbcClient jdbc;

  @TempDir Path folder;

  @Test
  void whatIsMissingOrTooMuchIsNamedAndReindexedWhileSearchesGoOn() throws Exception {
    UUID published =
        sources.stream()
            .filter(source -> source.kind().equals("paper"))
            .flatMap(source -> source.ids().stream().filter(id -> source.published(id).isPresent()))
            .findFirst()
            .orElseThrow();
    UUID group = bodies.byCode("REM").orElseThrow().id();
    UUID hidden =
        papers.start(Actor.SYSTEM, group, cast.draft("Hidden", "hidden", Set.of(), "author"));
    List<String> before = faults();
    publicIndex.remove("paper", published);
    publicIndex.put(
        restrictedIndexer.expected("paper", hidden).getFirst().document(),
        new Readers(Set.of(Terms.PUBLIC), Set.of()));
    publicIndex.commit(publicIndex.position());
    assertThat(faults())
        .contains(
            "paper " + published + " is missing from the public index",
            "paper " + hidden + " is in the public index and should not be");
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger answers = new AtomicInteger();
    Thread reader =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (!done.get()) {
                    assertThat(search.published(new SearchQuery("", Map.of(), 1)).total())
                        .isPositive();
                    answers.incrementAndGet();
                  }
                });
    for (int i = 0; i < 3; i++) {
      reindex.all(line -> {});
    }
    done.set(true);
    reader.join();
    assertThat(answers.get()).isGreaterThan(3);
    assertThat(faults()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"flipped", "deleted"})
  void anIndexDamagedUnderTheRunningProgramIsNamedAndMadeAnew(String damage) throws Exception {
    List<String> before = faults();
    Path path = publicIndex.current().path();
    if (damage.equals("flipped")) {
      flip(path);
    } else {
      FileSystemUtils.deleteRecursively(path.getParent());
    }
    assertThat(faults()).anyMatch(text -> text.startsWith("the public index is damaged"));
    Instant until = Instant.now().plusSeconds(30);
    while (publicIndex.metDamage()) {
      assertThat(Instant.now()).isBefore(until);
      Thread.sleep(50);
    }
    assertThat(faults()).isEqualTo(before);
    assertThat(search.published(new SearchQuery("", Map.of(), 1)).total()).isPositive();
  }

  @Test
  void anIndexOfAnotherDatabaseOrOfAnotherDayIsMadeAnew() throws Exception {
    UUID group = bodies.byCode("REM").orElseThrow().id();
    papers.start(Actor.SYSTEM, group, cast.draft("In it", "in it", Set.of(), "author"));
    int all = views();
    // A mark that is old: nothing before it can still be on its way.
    jdbc.sql(
            "insert into search_change (kind, subject_id, changed_at) select 'paper', id, ?"
                + " from paper limit 1")
        .param(java.time.LocalDateTime.of(2026, 1, 1, 0, 0))
        .update();
    long position;
    // Of another database: its marks would pass for ours.
    try (SearchIndex other = new SearchIndex(folder, "another")) {
      other.commit(3);
    }
    try (SearchIndex index = ours()) {
      assertThat(index.isKnown()).isFalse();
      Indexer indexer = indexer(index);
      indexer.catchUp();
      assertThat(items(index)).isEqualTo(all);
      assertThat(index.isKnown()).isTrue();
      position = indexer.position();
    }
    try (SearchIndex index = ours()) {
      Path before = index.current().path();
      indexer(index).catchUp();
      assertThat(index.current().path()).as("what fits is kept").isEqualTo(before);
      index.remove("paper", sources.getFirst().ids().getFirst());
      // As after an older copy of the database: the index knows of more than the log.
      index.commit(position + 1_000_000);
    }
    try (SearchIndex index = ours()) {
      indexer(index).catchUp();
      assertThat(items(index)).isEqualTo(all);
      assertThat(Files.list(folder)).as("the old one is gone").hasSize(1);
    }
  }

  @Test
  void theLogIsShortenedBehindEveryoneAndWhoWasAwayForLongerBeginsAnew() throws Exception {
    try (SearchIndex index = ours()) {
      Indexer away = indexer(index);
      away.catchUp();
      index.commit(1);
    }
    List<String> before = faults();
    long newest = jdbc.sql("select max(seq) from search_change").query(Long.class).single();
    log.prune(newest - 3, Instant.EPOCH);
    long all = jdbc.sql("select count(*) from search_change").query(Long.class).single();
    assertThat(all).as("marks that are young stay").isGreaterThan(4);
    log.prune(newest - 3, Instant.now().plusSeconds(60));
    assertThat(jdbc.sql("select min(seq) from search_change").query(Long.class).single())
        .isEqualTo(newest - 2);
    log.prune(newest, Instant.now().plusSeconds(60));
    assertThat(jdbc.sql("select seq from search_change").query(Long.class).list())
        .as("the newest tells how far the log went")
        .containsExactly(newest);
    try (SearchIndex index = ours()) {
      Path old = index.current().path();
      indexer(index).catchUp();
      assertThat(index.current().path()).isNotEqualTo(old);
      assertThat(items(index)).isEqualTo(views());
    }
    assertThat(faults()).isEqualTo(before);
  }

  private SearchIndex ours() throws Exception {
    return new SearchIndex(folder, installation.id().toString());
  }

  private Indexer indexer(SearchIndex index) {
    return new Indexer(
        "index under test", index, SearchSource::views, sources, jdbc, Clock.systemUTC());
  }

  private List<String> faults() {
    return doctor.examine("search.index").stream().map(Finding::text).toList();
  }

  /**
   * What is to be in the index: of some records nothing, of others a view for each sort of reader.
   */
  private int views() {
    return sources.stream()
        .mapToInt(source -> source.ids().stream().mapToInt(id -> source.views(id).size()).sum())
        .sum();
  }

  private static int items(SearchIndex index) {
    return index.search(searcher -> searcher.getIndexReader().numDocs());
  }

  private static void flip(Path index) throws Exception {
    Path largest;
    try (var files = Files.list(index)) {
      largest =
          files
              .filter(file -> file.getFileName().toString().startsWith("_"))
              .max(java.util.Comparator.comparingLong(file -> file.toFile().length()))
              .orElseThrow();
    }
    try (RandomAccessFile file = new RandomAccessFile(largest.toFile(), "rw")) {
      file.seek(file.length() / 2);
      int was = file.read();
      file.seek(file.length() / 2);
      file.write(was ^ 1);
    }
  }
}

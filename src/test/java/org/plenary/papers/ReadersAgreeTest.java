package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plenary.Cast;
import org.plenary.OnMariaDb;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Body;
import org.plenary.kernel.Actor;
import org.plenary.kernel.ReaderTable;
import org.plenary.kernel.Readers;
import org.plenary.kernel.Uuids;
import org.plenary.search.Search;
import org.plenary.search.SearchQuery;
import org.plenary.search.SearchResult;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One rule, three renderings: on generated papers every actor may read the same in Java, in SQL and
 * in the index.
 */
@OnMariaDb
class ReadersAgreeTest {
  private static final String WORD = "lanternfish";
  private static final List<String> PEOPLE =
      List.of(
          "chair",
          "vicechair",
          "datachair",
          "author",
          "reviewer1",
          "reviewer2",
          "editor",
          "outreach",
          "secretariat",
          "officer",
          "steering",
          "donor",
          "member2");

  @Autowired Papers papers;
  @Autowired Bodies bodies;
  @Autowired Cast cast;
  @Autowired Search search;
  @Autowired JdbcClient jdbc;

  @Test
  void everyActorReadsTheSameInJavaInSqlAndInTheIndex() throws Exception {
    Random random = new Random(20261122);
    List<UUID> made = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      made.add(make(random, i));
    }
    // The last one is for everyone: once it is found, all before it have been taken in.
    Actor author = cast.actor("author");
    Instant until = Instant.now().plus(Duration.ofSeconds(30));
    SearchQuery last = new SearchQuery("lastlanternfish", Map.of(), 1);
    while (search.readable(author, last).total() == 0 && Instant.now().isBefore(until)) {
      Thread.sleep(50);
    }
    List<Actor> actors = new ArrayList<>(PEOPLE.stream().map(cast::actor).toList());
    actors.add(Actor.PUBLIC);
    actors.add(Actor.SYSTEM);
    ReaderTable table = new ReaderTable(jdbc, "paper_reader", "paper_id");
    int admitted = 0;
    int refused = 0;
    for (Actor actor : actors) {
      Set<UUID> bySql = sql(table, PaperAccess.TEXT, actor);
      Set<UUID> linesBySql = sql(table, PaperAccess.LINE, actor);
      Set<String> byIndex = found(actor, WORD);
      for (UUID id : made) {
        Paper paper = papers.loaded(id).orElseThrow();
        Readers text = PaperAccess.text(paper.facts());
        boolean may = text.admit(actor);
        String who = actor.name() + " on a paper that is " + paper.state;
        assertThat(bySql.contains(id)).as("SQL: " + who).isEqualTo(may);
        assertThat(byIndex.contains(address(paper))).as("index: " + who).isEqualTo(may);
        assertThat(linesBySql.contains(id))
            .as("SQL, line: " + who)
            .isEqualTo(PaperAccess.line(paper.facts()).admit(actor));
        admitted += may ? 1 : 0;
        refused += may ? 0 : 1;
      }
    }
    // The data must be able to tell a wrong rule from a right one.
    assertThat(admitted).isGreaterThan(50);
    assertThat(refused).isGreaterThan(50);
  }

  private UUID make(Random random, int number) {
    String by = number == 39 ? "author" : PEOPLE.get(random.nextInt(PEOPLE.size()));
    Set<UUID> conflicts = new HashSet<>();
    for (int c = random.nextInt(3); c > 0; c--) {
      conflicts.add(cast.id(PEOPLE.get(random.nextInt(PEOPLE.size()))));
    }
    Body group = bodies.byCode(random.nextBoolean() ? "REM" : "DATA").orElseThrow();
    Actor author = cast.actor(by);
    String text = number == 39 ? WORD + " lastlanternfish" : WORD;
    UUID id = papers.start(author, group.id(), cast.draft("Paper " + number, text, conflicts, by));
    TakenFile file = papers.take(author, Cast.pdf(WORD + " in the file"), "paper.pdf");
    papers.addVersion(author, id, file.file(), "paper.pdf");
    int steps = random.nextInt(6);
    if (steps > 0) {
      papers.submit(Actor.SYSTEM, id);
    }
    if (steps > 1) {
      papers.admitReviewer(Actor.SYSTEM, id, cast.id("reviewer" + (1 + random.nextInt(2))));
      papers.follow(Actor.SYSTEM, id, PaperState.IN_REVIEW);
    }
    if (steps > 2) {
      papers.follow(Actor.SYSTEM, id, steps == 3 ? PaperState.REJECTED : PaperState.ACCEPTED);
    }
    if (steps > 4) {
      papers.publish(Actor.SYSTEM, id);
    }
    return id;
  }

  private static String address(Paper paper) {
    return "/workspace/papers/" + (paper.reference == null ? "draft/" + paper.id : paper.reference);
  }

  private Set<UUID> sql(ReaderTable table, String scope, Actor actor) {
    return new HashSet<>(
        jdbc.sql("select p.id from paper p where " + table.predicate("p.id"))
            .param("scope", scope)
            .param("terms", actor.terms())
            .query((rs, n) -> Uuids.of(rs.getBytes(1)))
            .list());
  }

  private Set<String> found(Actor actor, String word) {
    Set<String> addresses = new HashSet<>();
    for (int page = 1; page <= 10; page++) {
      SearchResult result = search.readable(actor, new SearchQuery(word, Map.of(), page));
      result.hits().forEach(hit -> addresses.add(hit.url()));
      // What is counted is what is shown: no total betrays a hidden hit.
      if (page == 10) {
        assertThat(addresses).hasSize(result.total());
      }
    }
    return addresses;
  }
}

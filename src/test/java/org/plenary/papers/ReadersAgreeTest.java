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

  /** An author of each of the papers, who has no account. */
  private static final String NAME = "Silverbream";

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
  @Autowired Calls calls;
  @Autowired Bodies bodies;
  @Autowired Cast cast;
  @Autowired Search search;
  @Autowired JdbcClient jdbc;

  private final Map<UUID, UUID> open = new java.util.HashMap<>();

  @Test
  void everyActorReadsTheSameInJavaInSqlAndInTheIndex() throws Exception {
    Random random = new Random(20261122);
    List<UUID> made = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      made.add(make(random, i));
    }
    // One more with a single change: once it is found, everything before it has been taken in, and
    // nothing moves while results are read page by page.
    Actor author = cast.actor("author");
    UUID group = bodies.byCode("REM").orElseThrow().id();
    papers.start(author, group, cast.draft("One more", "lastlanternfish", Set.of(), "author"));
    Instant until = Instant.now().plus(Duration.ofSeconds(60));
    SearchQuery last = new SearchQuery("lastlanternfish", Map.of(), 1);
    while (search.readable(author, last).total() == 0 && Instant.now().isBefore(until)) {
      Thread.sleep(50);
    }
    assertThat(search.readable(author, last).total()).as("taken in within the time").isOne();
    List<Actor> actors = new ArrayList<>(PEOPLE.stream().map(cast::actor).toList());
    actors.add(Actor.PUBLIC);
    actors.add(Actor.SYSTEM);
    ReaderTable table = new ReaderTable(jdbc, "paper_reader", "paper_id");
    int admitted = 0;
    int refused = 0;
    int unnamed = 0;
    for (Actor actor : actors) {
      Set<UUID> bySql = sql(table, PaperAccess.TEXT, actor);
      Set<UUID> linesBySql = sql(table, PaperAccess.LINE, actor);
      Set<String> byIndex = found(actor, WORD);
      Set<UUID> namesBySql = sql(table, PaperAccess.NAMES, actor);
      Set<String> byName = found(actor, NAME);
      for (UUID id : made) {
        Paper paper = papers.loaded(List.of(id)).getFirst();
        Readers text = PaperAccess.text(paper.facts());
        boolean may = text.admit(actor);
        String who = actor.name() + " on " + paper.facts() + " as " + actor.terms();
        assertThat(bySql.contains(id)).as("SQL: " + who).isEqualTo(may);
        assertThat(byIndex.contains(address(paper))).as("index: " + who).isEqualTo(may);
        assertThat(linesBySql.contains(id))
            .as("SQL, line: " + who)
            .isEqualTo(PaperAccess.line(paper.facts()).admit(actor));
        boolean names = PaperAccess.names(paper.facts()).admit(actor);
        assertThat(namesBySql.contains(id)).as("SQL, names: " + who).isEqualTo(names);
        assertThat(byName.contains(address(paper)))
            .as("index, names: " + who + ", " + paper.blindness)
            .isEqualTo(may && names);
        admitted += may ? 1 : 0;
        refused += may ? 0 : 1;
        unnamed += may && !names ? 1 : 0;
      }
    }
    // The data must be able to tell a wrong rule from a right one.
    assertThat(admitted).isGreaterThan(50);
    assertThat(refused).isGreaterThan(50);
    assertThat(unnamed).isGreaterThan(10);
  }

  private UUID make(Random random, int number) {
    String by = PEOPLE.get(random.nextInt(PEOPLE.size()));
    Set<UUID> conflicts = new HashSet<>();
    for (int c = random.nextInt(3); c > 0; c--) {
      conflicts.add(cast.id(PEOPLE.get(random.nextInt(PEOPLE.size()))));
    }
    Body group = bodies.byCode(random.nextBoolean() ? "REM" : "DATA").orElseThrow();
    Actor author = cast.actor(by);
    PaperDraft draft = cast.draft("Paper " + number, WORD, conflicts, by);
    UUID id = papers.start(author, group.id(), withName(draft));
    if (random.nextBoolean()) {
      calls.choose(author, id, doubleBlind(group), papers.loaded(List.of(id)).getFirst().revision);
    }
    TakenFile file = papers.take(author, Cast.pdf(WORD + " in the file"), "paper.pdf");
    papers.addVersion(author, id, file.file(), "paper.pdf");
    int steps = random.nextInt(6);
    if (steps > 0) {
      papers.submit(Actor.SYSTEM, id);
    }
    if (steps > 1) {
      papers.admitReviewer(Actor.SYSTEM, id, cast.id(PEOPLE.get(random.nextInt(PEOPLE.size()))));
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

  private static PaperDraft withName(PaperDraft of) {
    List<PaperDraft.Author> authors = new ArrayList<>(of.authors());
    authors.add(new PaperDraft.Author("Ottoline " + NAME, "A pond"));
    return new PaperDraft(
        of.type(),
        of.title(),
        of.abstractText(),
        of.language(),
        of.themes(),
        of.countries(),
        authors,
        of.conflicts());
  }

  private UUID doubleBlind(Body group) {
    return open.computeIfAbsent(
        group.id(),
        id ->
            calls.open(
                cast.actor(group.code().equals("REM") ? "chair" : "datachair"),
                id,
                new CallDraft("For this test", "", null, null, Blindness.DOUBLE, false)));
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

package org.plenary.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plenary.Cast;
import org.plenary.OnMariaDb;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Body;
import org.plenary.bodies.Theme;
import org.plenary.briefs.PublicBriefs;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Uuids;
import org.plenary.papers.PaperLists;
import org.plenary.search.SearchDocument;
import org.plenary.search.SearchSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** What the benchmark writes past the commands is what they would have left: it can be read. */
@OnMariaDb
@Transactional
class LibraryTest {
  @Autowired JdbcTemplate jdbc;
  @Autowired Bodies bodies;
  @Autowired PublicBriefs briefs;
  @Autowired List<SearchSource> sources;
  @Autowired PaperLists lists;
  @Autowired Cast cast;

  @Test
  void madeUpBriefsArePublishedBriefs() {
    List<UUID> groups = bodies.groups().stream().filter(Body::active).map(Body::id).toList();
    List<UUID> before = briefs();
    new Library().briefs(jdbc, 3, groups, bodies.themes().stream().map(Theme::code).toList());
    List<UUID> made = briefs().stream().filter(id -> !before.contains(id)).toList();
    assertThat(made).hasSize(3);
    SearchSource source = source("brief");
    assertThat(source.published(made)).hasSize(3).allMatch(SearchDocument.class::isInstance);
    assertThat(source.restricted(made)).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(briefs.published(Actor.PUBLIC, "bench-" + i)).isPresent();
    }
  }

  @Test
  void copiesOfAPaperAreSeenByWhoSeesThePaper() {
    Actor chair = cast.actor("chair");
    Actor donor = cast.actor("donor");
    Map<String, Object> like =
        jdbc.queryForMap(
            "select paper_id as id from review_case where reference = ?",
            lists.visible(chair, false, "", 0, 500).stream()
                .map(line -> line.reference())
                .filter(this::isUnderReview)
                .filter(reference -> lists.count(donor, false, reference) == 0)
                .findFirst()
                .orElseThrow());
    int before = lists.count(chair, false, "");
    Copies.of(jdbc, Uuids.of((byte[]) like.get("id")), 7);
    assertThat(lists.count(chair, false, "")).isEqualTo(before + 7);
    assertThat(lists.count(donor, false, "BENCH-")).isZero();
  }

  private boolean isUnderReview(String reference) {
    return Integer.valueOf(1)
        .equals(
            jdbc.queryForObject(
                "select count(*) from review_case where reference = ?", Integer.class, reference));
  }

  private List<UUID> briefs() {
    return source("brief").ids();
  }

  private SearchSource source(String kind) {
    return sources.stream().filter(s -> s.kind().equals(kind)).findFirst().orElseThrow();
  }
}

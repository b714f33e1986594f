package org.plenary.briefs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.audit.Audit;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Seat;
import org.plenary.kernel.Actor;
import org.plenary.kernel.SeatRole;
import org.plenary.kernel.Uuids;
import org.plenary.papers.PaperLists;
import org.plenary.papers.PaperStanding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happened to the papers that published briefs draw on. It is worked out at each look from how
 * the papers stand; only what a brief's owner has looked at is kept.
 */
@Service
public class BriefSources {
  private static final Set<SeatRole> WRITERS =
      Set.of(SeatRole.OUTREACH_OFFICER, SeatRole.CHAIR, SeatRole.VICE_CHAIR);

  private final BriefRecords records;
  private final PaperLists papers;
  private final Bodies bodies;
  private final Audit audit;
  private final JdbcClient jdbc;

  BriefSources(
      BriefRecords records, PaperLists papers, Bodies bodies, Audit audit, JdbcClient jdbc) {
    this.records = records;
    this.papers = papers;
    this.bodies = bodies;
    this.audit = audit;
    this.jdbc = jdbc;
  }

  /**
   * A source that is no longer what the brief draws on.
   *
   * @param drawn the version that the brief draws on
   */
  public record News(UUID brief, String slug, String title, PaperStanding paper, int drawn) {}

  /** What the owner of this brief has not looked at yet; nothing for anyone else. */
  @Transactional(readOnly = true)
  public List<News> news(Actor actor, UUID brief) {
    return waiting(actor).stream().filter(news -> news.brief().equals(brief)).toList();
  }

  /** The owner has looked at all there is. */
  @Transactional
  public void lookedAt(Actor actor, UUID id) {
    Brief brief = records.one(actor, id);
    BriefRecords.allow(BriefAccess.mayWrite(actor, brief.bodyId), "brief.write.who");
    for (News news : news(actor, id)) {
      jdbc.sql("delete from brief_source_look where brief_id = ? and paper_id = ?")
          .params(Uuids.bytes(id), Uuids.bytes(news.paper().id()))
          .update();
      jdbc.sql("insert into brief_source_look (brief_id, paper_id, seen) values (?,?,?)")
          .params(Uuids.bytes(id), Uuids.bytes(news.paper().id()), seen(news.paper()))
          .update();
      audit.record(
          actor,
          "brief.source.lookedAt",
          Briefs.KIND,
          id,
          news.paper().reference() + " " + seen(news.paper()));
    }
  }

  /** What waits for the actor as owner of briefs; three queries, however many groups. */
  List<News> waiting(Actor actor) {
    List<UUID> groups =
        actor.seats().stream()
            .filter(seat -> BriefAccess.mayWrite(actor, seat.body()))
            .map(Actor.SeatIn::body)
            .distinct()
            .toList();
    if (groups.isEmpty()) {
      return List.of();
    }
    List<Drawn> drawn =
        jdbc.sql(
                "select b.id, b.slug, b.title, b.body_id, b.owner_id, s.paper_id, s.version, l.seen"
                    + " from brief b join brief_source s on s.brief_id = b.id"
                    + " left join brief_source_look l"
                    + " on l.brief_id = b.id and l.paper_id = s.paper_id"
                    + " where b.state = 'PUBLISHED' and b.body_id in (:groups) order by b.id")
            .param("groups", groups.stream().map(Uuids::bytes).toList())
            .query(
                (rs, n) -> {
                  byte[] owner = rs.getBytes(5);
                  return new Drawn(
                      Uuids.of(rs.getBytes(1)),
                      rs.getString(2),
                      rs.getString(3),
                      Uuids.of(rs.getBytes(4)),
                      owner == null ? null : Uuids.of(owner),
                      Uuids.of(rs.getBytes(6)),
                      rs.getInt(7),
                      rs.getString(8));
                })
            .list();
    Map<UUID, Set<UUID>> writers = writers(groups);
    Map<UUID, PaperStanding> standings =
        papers.standings(actor, drawn.stream().map(Drawn::paper).collect(Collectors.toSet()));
    List<News> all = new ArrayList<>();
    for (Drawn source : drawn) {
      PaperStanding now = standings.get(source.paper());
      if (now != null
          && (!now.published() || now.version() != source.version())
          && !seen(now).equals(source.seen())
          && owns(actor, source, writers)) {
        all.add(new News(source.brief(), source.slug(), source.title(), now, source.version()));
      }
    }
    return all;
  }

  private record Drawn(
      UUID brief,
      String slug,
      String title,
      UUID group,
      @Nullable UUID owner,
      UUID paper,
      int version,
      @Nullable String seen) {}

  private static boolean owns(Actor actor, Drawn source, Map<UUID, Set<UUID>> writers) {
    UUID owner = source.owner();
    boolean stillWrites =
        owner != null && Objects.requireNonNull(writers.get(source.group())).contains(owner);
    return BriefAccess.owns(actor, source.group(), owner, stillWrites);
  }

  private Map<UUID, Set<UUID>> writers(Collection<UUID> groups) {
    Map<UUID, Set<UUID>> writers = new HashMap<>();
    groups.forEach(group -> writers.put(group, new HashSet<>()));
    for (Seat seat : bodies.seats(groups)) {
      if (WRITERS.contains(seat.role())) {
        Objects.requireNonNull(writers.get(seat.body())).add(seat.person());
      }
    }
    return writers;
  }

  private static String seen(PaperStanding paper) {
    return paper.version() + (paper.published() ? "" : " ended");
  }
}

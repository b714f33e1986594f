package org.plenary.papers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Actor;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.ReaderTable;
import org.plenary.kernel.Terms;
import org.plenary.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Lists of papers: one query each, with the rights in it. Thread-safe. */
@Service
public class PaperLists {
  private static final String COLUMNS =
      "select p.id, p.reference, p.title, p.state, b.name, (select max(v.uploaded_at)"
          + " from paper_version v where v.paper_id = p.id)"
          + " from paper p left join body b on b.id = p.body_id where ";
  private final JdbcClient jdbc;
  private final String readable;

  PaperLists(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.readable = new ReaderTable(jdbc, "paper_reader", "paper_id").predicate("p.id");
  }

  /**
   * Papers whose line the actor may see, newest reference first.
   *
   * @param mine only those the actor is an author of
   * @param words part of title or reference; empty for all
   */
  public List<PaperLine> visible(Actor actor, boolean mine, String words, int offset, int limit) {
    return jdbc.sql(
            COLUMNS + where(mine) + " order by p.id desc limit " + limit + " offset " + offset)
        .params(parameters(actor, mine, words, PaperAccess.LINE))
        .query(PaperLists::line)
        .list();
  }

  /** How many {@link #visible} are. */
  public int count(Actor actor, boolean mine, String words) {
    return jdbc.sql("select count(*) from paper p where " + where(mine))
        .params(parameters(actor, mine, words, PaperAccess.LINE))
        .query(Integer.class)
        .single();
  }

  /** The ids of the papers that the actor is an author of. */
  public List<UUID> authored(Actor actor) {
    return jdbc.sql("select paper_id from paper_person where tie = 'AUTHOR' and person_id = ?")
        .param(Uuids.bytes(actor.id()))
        .query((rs, n) -> Uuids.of(rs.getBytes(1)))
        .list();
  }

  /**
   * Who wrote, who is in conflict and who reviews without knowing the authors, for each of the
   * papers; for other modules' rules, never for a page.
   */
  public Map<UUID, Ties> ties(Actor actor, Collection<UUID> papers) {
    if (!actor.isSystem()) {
      throw new NotFoundException("papers");
    }
    Map<UUID, Ties> ties = new HashMap<>();
    papers.forEach(id -> ties.put(id, new Ties(new HashSet<>(), new HashSet<>(), new HashSet<>())));
    if (!papers.isEmpty()) {
      jdbc.sql(
              "select t.paper_id, t.person_id, t.tie from paper_person t"
                  + " join paper p on p.id = t.paper_id where t.paper_id in (:papers)"
                  + " and (t.tie in ('AUTHOR', 'CONFLICT')"
                  + " or (t.tie = 'REVIEWER' and p.blindness = 'DOUBLE'"
                  + " and p.state <> 'PUBLISHED'))")
          .param("papers", papers.stream().map(Uuids::bytes).toList())
          .query(
              rs -> {
                Ties of = Objects.requireNonNull(ties.get(Uuids.of(rs.getBytes(1))));
                Set<UUID> tied =
                    switch (Tie.valueOf(rs.getString(3))) {
                      case AUTHOR -> of.authors();
                      case CONFLICT -> of.conflicted();
                      case REVIEWER, HANDLER -> of.blinded();
                    };
                tied.add(Uuids.of(rs.getBytes(2)));
              });
    }
    return ties;
  }

  /**
   * The persons tied to a paper.
   *
   * @param blinded its reviewers, if it is double blind
   */
  public record Ties(Set<UUID> authors, Set<UUID> conflicted, Set<UUID> blinded) {}

  /** Accepted and published papers that the actor may read: what a brief may draw on. */
  public List<PaperLine> sources(Actor actor) {
    return jdbc.sql(
            COLUMNS
                + where(false)
                + " and p.state in ('ACCEPTED', 'PUBLISHED') order by p.id desc limit 500")
        .params(parameters(actor, false, "", PaperAccess.TEXT))
        .query(PaperLists::line)
        .list();
  }

  /** How those of the papers stand that were ever published: what everyone may know; one query. */
  public Map<UUID, PaperStanding> standings(Actor actor, Collection<UUID> papers) {
    Map<UUID, PaperStanding> standings = new HashMap<>();
    if (!papers.isEmpty()) {
      jdbc.sql(
              "select id, reference, published_version, state from paper"
                  + " where published_version is not null and id in (:papers)")
          .param("papers", papers.stream().map(Uuids::bytes).toList())
          .query(
              rs -> {
                UUID id = Uuids.of(rs.getBytes(1));
                boolean published = rs.getString(4).equals(PaperState.PUBLISHED.name());
                standings.put(id, new PaperStanding(id, rs.getString(2), rs.getInt(3), published));
              });
    }
    return standings;
  }

  /** Accepted papers that wait for the secretariat to publish them; none for anyone else. */
  public List<PaperLine> toPublish(Actor actor) {
    if (!actor.holds(Terms.SECRETARIAT)) {
      return List.of();
    }
    return jdbc.sql(COLUMNS + where(false) + " and p.state = 'ACCEPTED' order by p.id limit 200")
        .params(parameters(actor, false, "", PaperAccess.TEXT))
        .query(PaperLists::line)
        .list();
  }

  private String where(boolean mine) {
    return readable
        + " and (:words = '' or lower(p.title) like :pattern or lower(p.reference) like :pattern)"
        + (mine
            ? " and exists (select 1 from paper_person t where t.paper_id = p.id"
                + " and t.tie = 'AUTHOR' and t.person_id = :me)"
            : "");
  }

  private static Map<String, Object> parameters(
      Actor actor, boolean mine, String words, String scope) {
    String plain = words.strip().toLowerCase(Locale.ROOT);
    String pattern =
        "%" + plain.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    Map<String, Object> common =
        Map.of("scope", scope, "terms", actor.terms(), "words", plain, "pattern", pattern);
    if (!mine) {
      return common;
    }
    var withMe = new HashMap<>(common);
    withMe.put("me", Uuids.bytes(actor.id()));
    return withMe;
  }

  private static PaperLine line(ResultSet rs, int n) throws SQLException {
    LocalDateTime uploaded = rs.getObject(6, LocalDateTime.class);
    var id = Uuids.of(rs.getBytes(1));
    return new PaperLine(
        id,
        orEmpty(rs.getString(2)),
        rs.getString(3),
        PaperState.valueOf(rs.getString(4)),
        orEmpty(rs.getString(5)),
        uploaded == null
            // A version 7 id begins with the milliseconds at which the draft was started.
            ? Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16)
            : uploaded.toInstant(ZoneOffset.UTC));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}

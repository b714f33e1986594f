package org.plenary.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Actor;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who wrote what with whom, for other modules' rules; in few queries. Thread-safe. */
@Service
public class PaperWorks {
  private final JdbcClient jdbc;
  private final KnownNames known;

  PaperWorks(JdbcClient jdbc, KnownNames known) {
    this.jdbc = jdbc;
    this.known = known;
  }

  /**
   * Every paper that was handed in.
   *
   * @param actor the program itself: what comes of it is for rules, and for a page only as far as
   *     the reader may see it
   * @param reader for whom it is made; a paper is told to them only if its authors are
   */
  public List<PaperWork> all(Actor actor, Actor reader) {
    if (!actor.isSystem()) {
      throw new NotFoundException("papers");
    }
    Set<UUID> seen = known.papers(reader);
    Map<UUID, Set<String>> themes = words("select paper_id, theme from paper_theme");
    Map<UUID, Set<String>> countries = words("select paper_id, country from paper_country");
    Map<UUID, Set<String>> affiliations = words("select paper_id, affiliation from paper_author");
    Map<UUID, Set<String>> names = words("select paper_id, name from paper_author");
    Map<UUID, Set<UUID>> authors = new HashMap<>();
    jdbc.sql("select paper_id, person_id from paper_person where tie = 'AUTHOR'")
        .query(
            rs -> {
              authors
                  .computeIfAbsent(Uuids.of(rs.getBytes(1)), id -> new HashSet<>())
                  .add(Uuids.of(rs.getBytes(2)));
            });
    return jdbc.sql(
            "select p.id, p.reference, p.title, p.published_on, (select max(v.uploaded_at)"
                + " from paper_version v where v.paper_id = p.id)"
                + " from paper p where p.state <> 'DRAFT' order by p.id")
        .query(
            (rs, n) -> {
              UUID id = Uuids.of(rs.getBytes(1));
              boolean told = seen.contains(id);
              return new PaperWork(
                  id,
                  told ? rs.getString(2) : null,
                  told ? rs.getString(3) : "",
                  told ? themes.getOrDefault(id, Set.of()) : Set.of(),
                  told ? countries.getOrDefault(id, Set.of()) : Set.of(),
                  authors.getOrDefault(id, Set.of()),
                  told ? names.getOrDefault(id, Set.of()) : Set.of(),
                  told ? affiliations.getOrDefault(id, Set.of()) : Set.of(),
                  day(rs.getObject(4, LocalDate.class), rs.getObject(5, LocalDateTime.class), id));
            })
        .list();
  }

  private Map<UUID, Set<String>> words(String sql) {
    Map<UUID, Set<String>> words = new HashMap<>();
    jdbc.sql(sql)
        .query(
            rs -> {
              words
                  .computeIfAbsent(Uuids.of(rs.getBytes(1)), id -> new HashSet<>())
                  .add(rs.getString(2));
            });
    return words;
  }

  private static LocalDate day(
      @Nullable LocalDate published, @Nullable LocalDateTime uploaded, UUID id) {
    if (published != null) {
      return published;
    }
    return uploaded != null
        ? uploaded.toLocalDate()
        // A version 7 id begins with the milliseconds at which the draft was started.
        : Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16)
            .atZone(ZoneOffset.UTC)
            .toLocalDate();
  }
}

package org.plenary.search;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plenary.kernel.Uuids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tails the change log into one of this node's indexes. Numbers of the log become visible out of
 * order, for a slow transaction may commit a lower one late; so the stored position only passes a
 * gap once the rows behind it are older than any transaction may be, and what was read ahead is
 * remembered.
 */
class Indexer {
  /** Longer than any transaction is allowed to take. */
  private static final Duration SETTLED = Duration.ofMinutes(5);

  private static final int BATCH = 500;
  private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);

  /** How an item of a source reads in this index; empty where it has no place in it. */
  interface View {
    List<SearchSource.Restricted> of(SearchSource source, UUID id);
  }

  private final SearchIndex index;
  private final View view;
  private final Map<String, SearchSource> sources;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Set<Long> ahead = new HashSet<>();
  private long position;
  private boolean compared;

  Indexer(SearchIndex index, View view, List<SearchSource> sources, JdbcClient jdbc, Clock clock) {
    this.index = index;
    this.view = view;
    this.sources =
        sources.stream().collect(Collectors.toMap(SearchSource::kind, Function.identity()));
    this.jdbc = jdbc;
    this.clock = clock;
    this.position = index.position();
  }

  private record Change(long seq, String kind, UUID id, Instant at) {}

  /** Takes in what has changed since the last call; returns how many changes that were. */
  synchronized int catchUp() throws IOException {
    // Once: a database is put in another's place only while nothing runs on it.
    if (!compared && position > 0 && isOfAnotherDatabase()) {
      LOG.warn("The index knows of changes that the database does not; it is made anew");
      index.clear();
      ahead.clear();
      position = 0;
    }
    compared = true;
    List<Change> changes = changes();
    Set<String> seen = new HashSet<>();
    int taken = 0;
    for (Change change : changes) {
      if (ahead.add(change.seq())) {
        taken++;
        if (seen.add(change.kind() + change.id())) {
          take(change);
        }
      }
    }
    if (taken > 0) {
      advance(changes);
      index.commit(position);
    }
    return taken;
  }

  /** As after a database was restored, or another put in its place: the log ends earlier. */
  private boolean isOfAnotherDatabase() {
    return jdbc.sql("select coalesce(max(seq), 0) from search_change").query(Long.class).single()
        < position;
  }

  private void take(Change change) throws IOException {
    SearchSource source = sources.get(change.kind());
    List<SearchSource.Restricted> views = source == null ? List.of() : view.of(source, change.id());
    if (views.isEmpty()) {
      index.remove(change.kind(), change.id());
    } else {
      index.put(views);
    }
  }

  private void advance(List<Change> changes) {
    Instant settled = clock.instant().minus(SETTLED);
    for (Change change : changes) {
      if (change.seq() == position + 1 || change.at().isBefore(settled)) {
        position = change.seq();
      } else {
        break;
      }
    }
    ahead.removeIf(seq -> seq <= position);
  }

  private List<Change> changes() {
    // What was read ahead is read again and skipped: the window is small, for gaps settle.
    return jdbc.sql(
            "select seq, kind, subject_id, changed_at from search_change where seq > ?"
                + " order by seq limit ?")
        .params(position, BATCH + ahead.size())
        .query(
            (rs, n) ->
                new Change(
                    rs.getLong(1),
                    rs.getString(2),
                    Uuids.of(rs.getBytes(3)),
                    rs.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC)))
        .list();
  }
}

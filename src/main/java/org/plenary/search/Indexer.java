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
import java.util.function.Consumer;
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

  private final String name;
  private final SearchIndex index;
  private final View view;
  private final Map<String, SearchSource> sources;
  private final JdbcClient jdbc;
  private final Clock clock;

  /** Held while an index is built, always before this object's own lock. */
  private final Object building = new Object();

  private Place place;
  private boolean compared;

  /**
   * @param name of the index, for people
   */
  Indexer(
      String name,
      SearchIndex index,
      View view,
      List<SearchSource> sources,
      JdbcClient jdbc,
      Clock clock) {
    this.name = name;
    this.index = index;
    this.view = view;
    this.sources =
        sources.stream().collect(Collectors.toMap(SearchSource::kind, Function.identity()));
    this.jdbc = jdbc;
    this.clock = clock;
    this.place = new Place(index.position());
  }

  private record Change(long seq, String kind, UUID id, Instant at) {}

  /** How far the log was followed: all up to the position, and what was read ahead of it. */
  private static final class Place {
    private long position;
    private final Set<Long> ahead = new HashSet<>();

    Place(long position) {
      this.position = position;
    }
  }

  String name() {
    return name;
  }

  SearchIndex index() {
    return index;
  }

  /** All of this change log up to here is in the index. */
  synchronized long position() {
    return place.position;
  }

  /** Takes in what has changed since the last call; returns how many changes that were. */
  int catchUp() throws IOException {
    compare();
    synchronized (this) {
      int taken = follow(place, index.current());
      if (taken > 0) {
        index.commit(place.position);
      }
      return taken;
    }
  }

  /** Once: a database is put in another's place only while nothing runs on it. */
  private void compare() throws IOException {
    synchronized (building) {
      if (!compared) {
        if (!index.isKnown()) {
          rebuild(progress -> {});
        } else if (isOfAnotherState()) {
          LOG.warn("The {} does not fit the database's change log; it is made anew", name);
          rebuild(progress -> {});
        }
        compared = true;
      }
    }
  }

  /**
   * As after an older copy of the database was put in its place (the log ends earlier), or after
   * this node was away for so long that the log was shortened past it.
   */
  private boolean isOfAnotherState() {
    long position = position();
    return jdbc.sql("select coalesce(min(seq), 0), coalesce(max(seq), 0) from search_change")
        .query((rs, n) -> rs.getLong(2) < position || rs.getLong(1) > position + 1)
        .single();
  }

  /**
   * Makes the index anew from the database, beside the one that is searched meanwhile, and puts it
   * in its place.
   */
  void rebuild(Consumer<String> progress) throws IOException {
    synchronized (building) {
      // What is in the log from here on may not be seen yet by what is read below.
      Place begun = new Place(settled());
      IndexFolder next = index.begin();
      boolean whole = false;
      try {
        int items = 0;
        for (SearchSource source : sources.values()) {
          for (UUID id : source.ids()) {
            List<SearchSource.Restricted> views = view.of(source, id);
            if (!views.isEmpty()) {
              next.put(views);
              if (++items % BATCH == 0) {
                progress.accept(name + ": " + items + " items");
              }
            }
          }
        }
        synchronized (this) {
          int taken = 1;
          while (taken > 0) {
            taken = follow(begun, next);
          }
          next.commit(begun.position);
          index.swap(next);
          place = begun;
          compared = true;
        }
        whole = true;
        progress.accept(name + ": " + items + " items, done");
      } finally {
        if (!whole) {
          next.close();
        }
      }
    }
  }

  private long settled() {
    return jdbc.sql("select coalesce(max(seq), 0) from search_change where changed_at < ?")
        .param(LocalDateTime.ofInstant(clock.instant().minus(SETTLED), ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /** The views of the item as they should be in the index now; none if it has no place there. */
  List<SearchSource.Restricted> expected(String kind, UUID id) {
    SearchSource source = sources.get(kind);
    return source == null ? List.of() : view.of(source, id);
  }

  private int follow(Place from, IndexFolder into) throws IOException {
    List<Change> changes = changes(from);
    Set<String> seen = new HashSet<>();
    int taken = 0;
    for (Change change : changes) {
      if (from.ahead.add(change.seq())) {
        taken++;
        if (seen.add(change.kind() + change.id())) {
          take(change, into);
        }
      }
    }
    if (taken > 0) {
      advance(from, changes);
    }
    return taken;
  }

  private void take(Change change, IndexFolder into) throws IOException {
    List<SearchSource.Restricted> views = expected(change.kind(), change.id());
    if (views.isEmpty()) {
      into.remove(change.kind(), change.id());
    } else {
      into.put(views);
    }
  }

  private void advance(Place from, List<Change> changes) {
    Instant settled = clock.instant().minus(SETTLED);
    for (Change change : changes) {
      if (change.seq() == from.position + 1 || change.at().isBefore(settled)) {
        from.position = change.seq();
      } else {
        break;
      }
    }
    from.ahead.removeIf(seq -> seq <= from.position);
  }

  private List<Change> changes(Place from) {
    // What was read ahead is read again and skipped: the window is small, for gaps settle.
    return jdbc.sql(
            "select seq, kind, subject_id, changed_at from search_change where seq > ?"
                + " order by seq limit ?")
        .params(from.position, BATCH + from.ahead.size())
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

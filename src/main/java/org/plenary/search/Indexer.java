package org.plenary.search;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
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

  /** Items read from the database together. */
  private static final int TOGETHER = 100;

  /** Of a rebuild; each may hold a connection to the database, of which there are ten. */
  private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4);

  private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);

  /** How items of a source read in this index; without those that have no place in it. */
  interface View {
    List<SearchSource.Restricted> of(SearchSource source, Collection<UUID> ids);
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
        int items = fill(next, progress);
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

  /** Puts in all items there are, on several threads: some read while others write. */
  private int fill(IndexFolder next, Consumer<String> progress) throws IOException {
    AtomicInteger items = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<Void>> parts = new ArrayList<>();
      for (SearchSource source : sources.values()) {
        for (List<UUID> ids : parts(source.ids())) {
          parts.add(
              threads.submit(
                  () -> {
                    for (List<SearchSource.Restricted> views :
                        expected(source.kind(), ids).values()) {
                      next.put(views);
                      int now = items.incrementAndGet();
                      if (now % BATCH == 0) {
                        progress.accept(name + ": " + now + " items");
                      }
                    }
                    return null;
                  }));
        }
      }
      try {
        for (Future<Void> part : parts) {
          part.get();
        }
      } catch (ExecutionException | InterruptedException e) {
        threads.shutdownNow();
        if (e instanceof InterruptedException) {
          Thread.currentThread().interrupt();
        }
        throw new IOException("the " + name + " could not be made", e);
      }
    }
    return items.get();
  }

  /** So many at a time as are read in one go. */
  static List<List<UUID>> parts(List<UUID> ids) {
    List<List<UUID>> parts = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += TOGETHER) {
      parts.add(ids.subList(from, Math.min(ids.size(), from + TOGETHER)));
    }
    return parts;
  }

  /** The views of items as they should be in the index now; none of one that has no place there. */
  Map<UUID, List<SearchSource.Restricted>> expected(String kind, Collection<UUID> ids) {
    SearchSource source = sources.get(kind);
    return source == null
        ? Map.of()
        : view.of(source, ids).stream()
            .collect(Collectors.groupingBy(item -> item.document().id()));
  }

  private int follow(Place from, IndexFolder into) throws IOException {
    List<Change> changes = changes(from);
    List<Change> fresh = changes.stream().filter(c -> !from.ahead.contains(c.seq())).toList();
    Map<String, Set<UUID>> changed = new LinkedHashMap<>();
    fresh.forEach(c -> changed.computeIfAbsent(c.kind(), k -> new LinkedHashSet<>()).add(c.id()));
    for (Map.Entry<String, Set<UUID>> of : changed.entrySet()) {
      for (List<UUID> ids : parts(List.copyOf(of.getValue()))) {
        take(of.getKey(), ids, into);
      }
    }
    // Only now: what could not be taken in is tried again.
    fresh.forEach(change -> from.ahead.add(change.seq()));
    if (!fresh.isEmpty()) {
      advance(from, changes);
    }
    return fresh.size();
  }

  private void take(String kind, List<UUID> ids, IndexFolder into) throws IOException {
    Map<UUID, List<SearchSource.Restricted>> items = expected(kind, ids);
    for (UUID id : ids) {
      List<SearchSource.Restricted> views = items.get(id);
      if (views == null) {
        into.remove(kind, id);
      } else {
        into.put(views);
      }
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

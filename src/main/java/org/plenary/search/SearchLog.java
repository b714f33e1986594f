package org.plenary.search;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.plenary.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The change log that each node's index tails. A row is a mark that an item changed, not what
 * changed: taking it in twice does no harm.
 */
@Service
public class SearchLog {
  private static final int BATCH = 500;
  private final JdbcClient jdbc;
  private final Clock clock;

  SearchLog(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Takes out marks that everyone has passed; the newest one stays, for it tells how far the log
   * went.
   *
   * @param passed up to where this node's indexes hold everything
   * @param before only marks that are older, for other nodes may be behind
   */
  void prune(long passed, Instant before) {
    LocalDateTime limit = LocalDateTime.ofInstant(before, ZoneOffset.UTC);
    int taken = BATCH;
    while (taken == BATCH) {
      List<Long> marks =
          jdbc.sql(
                  "select seq from search_change where seq <= ? and changed_at < ?"
                      + " and seq < (select max(seq) from search_change) order by seq limit "
                      + BATCH)
              .params(passed, limit)
              .query(Long.class)
              .list();
      if (!marks.isEmpty()) {
        jdbc.sql("delete from search_change where seq in (:marks)").param("marks", marks).update();
      }
      taken = marks.size();
    }
  }

  /** Marks the item as changed, in the transaction that changes it: both happen or neither. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void changed(String kind, UUID id) {
    jdbc.sql("insert into search_change (kind, subject_id, changed_at) values (?,?,?)")
        .params(kind, Uuids.bytes(id), LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
  }
}

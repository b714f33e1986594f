package org.plenary.search;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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
  private final JdbcClient jdbc;
  private final Clock clock;

  SearchLog(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Marks the item as changed, in the transaction that changes it: both happen or neither. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void changed(String kind, UUID id) {
    jdbc.sql("insert into search_change (kind, subject_id, changed_at) values (?,?,?)")
        .params(kind, Uuids.bytes(id), LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
  }
}

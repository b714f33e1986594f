package org.plenary.kernel;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which database this is: an id made once and kept with it, in its backups too, so that what lies
 * beside a database (an index, an exported head) can be held against it. Thread-safe.
 */
@Component
public class Installation {
  private final JdbcClient jdbc;
  private final Clock clock;
  private volatile @Nullable UUID id;

  Installation(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The database's id; made at the first call on a new one. */
  public UUID id() {
    UUID known = id;
    if (known == null) {
      known = read().orElseGet(this::found);
      id = known;
    }
    return known;
  }

  private Optional<UUID> read() {
    return jdbc.sql("select id from installation where one = 1")
        .query((rs, n) -> Uuids.of(rs.getBytes(1)))
        .optional();
  }

  private UUID found() {
    // Of two nodes that start at once the first one's stays.
    jdbc.sql(
            "insert into installation (one, id, founded_at) values (1, ?, ?)"
                + " on duplicate key update one = 1")
        .params(
            Uuids.bytes(Uuids.v7(clock.instant())),
            LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
    return read().orElseThrow();
  }
}

package org.plenary.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A line as the table holds it. */
record Line(
    long seq,
    LocalDateTime happenedAt,
    byte @Nullable [] actor,
    String actorName,
    String action,
    String subjectKind,
    byte[] subject,
    @Nullable String detail) {

  static final String COLUMNS =
      "l.seq, l.happened_at, l.actor_id, l.actor_name, l.action, l.subject_kind, l.subject_id,"
          + " l.detail";

  static Line of(ResultSet rs) throws SQLException {
    return new Line(
        rs.getLong("seq"),
        rs.getObject("happened_at", LocalDateTime.class),
        rs.getBytes("actor_id"),
        rs.getString("actor_name"),
        rs.getString("action"),
        rs.getString("subject_kind"),
        rs.getBytes("subject_id"),
        rs.getString("detail"));
  }

  /** Microseconds since the epoch, as fine as both databases keep them. */
  static long micros(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC) * 1_000_000 + time.getNano() / 1_000;
  }
}

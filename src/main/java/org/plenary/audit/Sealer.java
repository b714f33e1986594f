package org.plenary.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals lines into the chain within seconds of their commit, so that writers never wait for one
 * another. Lines become visible out of order, for a slow transaction may commit a lower number
 * late; so the order of the chain is that of sealing, and a late line gets a later position. Of
 * several nodes one seals at a time: the row of the head is locked. A seal and the head are written
 * in one transaction, so a crash leaves nothing half sealed.
 */
@Component
class Sealer {
  /** Longer than any transaction is allowed to take. */
  private static final Duration SETTLED = Duration.ofMinutes(5);

  /** How often every line is looked at again, for one that came later than any should. */
  private static final Duration WHOLE = Duration.ofHours(1);

  private static final int BATCH = 5_000;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  /** Up to here every line is sealed. */
  private long from;

  private Instant whole = Instant.EPOCH;

  Sealer(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Seals what is not sealed yet; returns how many lines that were. */
  @Scheduled(fixedDelayString = "${plenary.audit.seal-every}")
  synchronized int seal() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (Duration.between(whole, now).abs().compareTo(WHOLE) > 0) {
      from = 0;
      whole = now;
    }
    int sealed = 0;
    while (!unsealed(1).isEmpty()) {
      sealed += Objects.requireNonNull(transaction.execute(status -> link(now)));
    }
    // Lower numbers may still come, but not behind lines that are older than any transaction.
    from =
        jdbc.sql("select coalesce(max(seq), ?) from audit_line where seq > ? and happened_at < ?")
            .params(from, from, LocalDateTime.ofInstant(now.minus(SETTLED), ZoneOffset.UTC))
            .query(Long.class)
            .single();
    return sealed;
  }

  private List<Line> unsealed(int limit) {
    return jdbc.sql(
            "select "
                + Line.COLUMNS
                + " from audit_line l left join audit_seal s on s.line_seq = l.seq"
                + " where l.seq > ? and s.line_seq is null order by l.seq limit ?")
        .params(from, limit)
        .query((rs, n) -> Line.of(rs))
        .list();
  }

  private record Link(long position, String hash) {}

  private int link(Instant now) {
    LocalDateTime sealedAt = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    Link head = locked(sealedAt);
    long position = head.position();
    String hash = head.hash();
    // Read only now: what another node sealed before it let go of the head is seen as sealed.
    List<Line> lines = unsealed(BATCH);
    for (Line line : lines) {
      position++;
      hash = Chain.hash(hash, position, sealedAt, line);
      jdbc.sql("insert into audit_seal (position, line_seq, hash, sealed_at) values (?,?,?,?)")
          .params(position, line.seq(), hash, sealedAt)
          .update();
    }
    jdbc.sql("update audit_head set position = ?, hash = ?, sealed_at = ? where one = 1")
        .params(position, hash, sealedAt)
        .update();
    return lines.size();
  }

  /** The head, locked until the commit; made at the first sealing, or from what was sealed. */
  private Link locked(LocalDateTime now) {
    jdbc.sql(
            "insert into audit_head (one, position, hash, sealed_at) values (1, 0, ?, ?)"
                + " on duplicate key update one = 1")
        .params(Chain.START, now)
        .update();
    Link head =
        link("select position, hash from audit_head where one = 1 for update", new Link(0, ""));
    return head.position() > 0
        ? head
        : link(
            "select position, hash from audit_seal order by position desc limit 1",
            new Link(0, Chain.START));
  }

  private Link link(String sql, Link otherwise) {
    return jdbc.sql(sql)
        .query((rs, n) -> new Link(rs.getLong(1), rs.getString(2)))
        .optional()
        .orElse(otherwise);
  }
}

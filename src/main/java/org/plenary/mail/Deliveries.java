package org.plenary.mail;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The way of each mail out of the house. A sender takes a delivery by moving its next moment a
 * lease ahead, in a statement that only one sender can win; what a sender that died had taken falls
 * due again when the lease ends. Thread-safe, on several nodes too.
 */
@Component
class Deliveries {
  /** Longer than a sender works at one batch. */
  static final Duration LEASE = Duration.ofMinutes(10);

  /** Between two attempts; the last is used until there were {@link #ATTEMPTS}: three days. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4));

  static final int ATTEMPTS = 23;
  private static final int FAILURE = 500;
  private static final SecureRandom RANDOM = new SecureRandom();
  private final JdbcClient jdbc;
  private final Clock clock;

  Deliveries(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A delivery that this sender has taken.
   *
   * @param attempt its number, from 1: no other sender has the same
   */
  record Taken(UUID mail, int attempt, Instant until) {}

  /**
   * Writes the delivery of a mail, in the transaction of the mail.
   *
   * @param host of this site; the mail's id before it is the same at each attempt
   */
  void add(UUID mail, DeliveryState state, String host) {
    byte[] secret = new byte[20];
    RANDOM.nextBytes(secret);
    jdbc.sql(
            "insert into mail_delivery (mail_id, state, attempts, next_at, message_id, stop_token)"
                + " values (?,?,0,?,?,?)")
        .param(Uuids.bytes(mail))
        .param(state.name())
        .param(state == DeliveryState.WAITING ? at(clock.instant()) : null)
        .param("<" + mail + "@" + host + ">")
        .param(HexFormat.of().formatHex(secret))
        .update();
  }

  /** Takes at most so many of those that are due, the oldest first. */
  List<Taken> take(int most) {
    Instant now = clock.instant();
    Instant until = now.plus(LEASE);
    List<Taken> due =
        jdbc.sql(
                "select mail_id, attempts from mail_delivery"
                    + " where state = 'WAITING' and next_at <= ? order by next_at, mail_id limit ?")
            .params(at(now), most)
            .query((rs, n) -> new Taken(Uuids.of(rs.getBytes(1)), rs.getInt(2) + 1, until))
            .list();
    List<Taken> taken = new ArrayList<>();
    for (Taken one : due) {
      if (move(one.attempt() - 1, one, "attempts = attempts + 1, next_at = ?", at(until))) {
        taken.add(one);
      }
    }
    return taken;
  }

  /** The mail server has it. */
  void sent(Taken one) {
    move(
        one.attempt(),
        one,
        "state = 'SENT', next_at = null, failure = null, sent_at = ?",
        at(clock.instant()));
  }

  /** Not this time: again after a pause, or never if it was tried for three days. */
  void later(Taken one, String why) {
    if (one.attempt() >= ATTEMPTS) {
      failed(one, why);
      return;
    }
    Duration pause = PAUSES.get(Math.min(one.attempt(), PAUSES.size()) - 1);
    move(one.attempt(), one, "next_at = ?, failure = ?", at(clock.instant().plus(pause)), cut(why));
  }

  /** Given up. */
  void failed(Taken one, String why) {
    move(one.attempt(), one, "state = 'FAILED', next_at = null, failure = ?", cut(why));
  }

  /** A delivery that was given up begins anew; false for any other. */
  boolean again(UUID mail) {
    return jdbc.sql(
                "update mail_delivery set state = 'WAITING', attempts = 0, next_at = ?"
                    + " where mail_id = ? and state = 'FAILED'")
            .params(at(clock.instant()), Uuids.bytes(mail))
            .update()
        > 0;
  }

  /** Sets one to the values if it waits and this many attempts were made; true if it was so. */
  private boolean move(int attempts, Taken one, String set, @Nullable Object... values) {
    return jdbc.sql(
                "update mail_delivery set "
                    + set
                    + " where mail_id = ? and state = 'WAITING' and attempts = ?")
            .params(values)
            .params(Uuids.bytes(one.mail()), attempts)
            .update()
        > 0;
  }

  private static String cut(String why) {
    String line = Lines.one(why);
    return line.substring(0, Math.min(line.length(), FAILURE));
  }

  static LocalDateTime at(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}

package org.plenary.audit;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The trace of commands; append-only. Thread-safe. */
@Service
public class Audit {
  /**
   * The kind of what is done to the data as a whole; see {@link org.plenary.kernel.Installation}.
   */
  public static final String INSTALLATION = "installation";

  private static final int DETAIL = 2_000;
  private final JdbcClient jdbc;
  private final Clock clock;

  Audit(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Writes the line of a command, in the transaction of the command: both happen or neither.
   *
   * @param action subject and past participle, {@code paper.submitted}
   * @param detail what a later reader needs to understand it; at most 2,000 characters are kept
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(
      Actor actor, String action, String subjectKind, UUID subject, @Nullable String detail) {
    UUID person = actor.person();
    jdbc.sql(
            "insert into audit_line"
                + " (happened_at, actor_id, actor_name, action, subject_kind, subject_id, detail)"
                + " values (?,?,?,?,?,?,?)")
        .param(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .param(person == null ? null : Uuids.bytes(person))
        .param(actor.name())
        .param(action)
        .param(subjectKind)
        .param(Uuids.bytes(subject))
        .param(detail == null || detail.length() <= DETAIL ? detail : detail.substring(0, DETAIL))
        .update();
  }
}

package org.plenary.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.plenary.kernel.Uuids;
import org.plenary.review.CaseFiles.File;
import org.plenary.ui.Dates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which reminders were sent; the row and the mail are written together or not at all. */
@Component
class ReminderLog {
  private final JdbcClient jdbc;
  private final InvitationTokens tokens;
  private final CaseFiles files;
  private final Clock clock;

  ReminderLog(JdbcClient jdbc, InvitationTokens tokens, CaseFiles files, Clock clock) {
    this.jdbc = jdbc;
    this.tokens = tokens;
    this.files = files;
    this.clock = clock;
  }

  /** A reminder of one assignment. */
  record Sent(UUID assignment, Reminder reminder) {}

  /** Everything sent for assignments that are still waited for. */
  Set<Sent> sent() {
    return new HashSet<>(
        jdbc.sql(
                "select r.assignment_id, r.kind, r.for_on, r.number from review_reminder r"
                    + " join review_assignment a on a.id = r.assignment_id"
                    + " where a.state in ('INVITED', 'ACCEPTED')")
            .query(ReminderLog::row)
            .list());
  }

  private static Sent row(ResultSet rs, int n) throws SQLException {
    return new Sent(
        Uuids.of(rs.getBytes(1)),
        new Reminder(
            Reminder.Kind.valueOf(rs.getString(2)),
            rs.getObject(3, LocalDate.class),
            rs.getInt(4)));
  }

  /** When each was last reminded. */
  Map<UUID, Instant> last(Collection<UUID> assignments) {
    Map<UUID, Instant> last = new HashMap<>();
    if (!assignments.isEmpty()) {
      jdbc.sql(
              "select assignment_id, max(sent_at) from review_reminder"
                  + " where assignment_id in (:ids) group by assignment_id")
          .param("ids", assignments.stream().map(Uuids::bytes).toList())
          .query(
              rs -> {
                last.put(
                    Uuids.of(rs.getBytes(1)),
                    rs.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC));
              });
    }
    return last;
  }

  /**
   * Writes that it is sent, and the mail.
   *
   * @throws org.springframework.dao.DataIntegrityViolationException if another node was faster
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void send(Assignment to, Reminder reminder, File file) {
    jdbc.sql(
            "insert into review_reminder (assignment_id, kind, for_on, number, sent_at)"
                + " values (?,?,?,?,?)")
        .params(
            Uuids.bytes(to.id),
            reminder.kind().name(),
            reminder.forOn(),
            reminder.number(),
            LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
    String title = file.of().title;
    String day = Dates.day(to.dueOn);
    if (to.state == AssignmentState.INVITED) {
      String path = InvitationTokens.path(tokens.another(to.id));
      files.tell(file, to.personId, "review.unanswered", path, title, files.group(file), day);
      return;
    }
    String path = "/workspace/reviews/" + to.id;
    if (to.dueOn.isBefore(LocalDate.now(clock))) {
      files.tell(file, to.personId, "review.overdue", path, title, day);
    } else {
      files.tell(file, to.personId, "review.dueSoon", path, title, day);
    }
  }
}

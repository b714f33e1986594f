package org.plenary.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.plenary.audit.Audit;
import org.plenary.jobs.Job;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Uuids;
import org.plenary.review.ReminderLog.Sent;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds reviewers: of an invitation that goes unanswered, before the due date and after it. Each
 * reminder is written in a transaction of its own with its mail, so that a run that is cut off, or
 * done twice, sends none twice and loses none.
 */
@Component
class Reminders implements Job {
  private static final Duration EVERY = Duration.ofHours(1);
  private final AssignmentRepository assignments;
  private final ReminderLog log;
  private final CaseFiles files;
  private final Audit audit;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Reminders(
      AssignmentRepository assignments,
      ReminderLog log,
      CaseFiles files,
      Audit audit,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock) {
    this.assignments = assignments;
    this.log = log;
    this.files = files;
    this.audit = audit;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "review-reminders";
  }

  @Override
  public Duration every() {
    return EVERY;
  }

  private record Waiting(UUID id, AssignmentState state, LocalDate invited, LocalDate due) {}

  @Override
  public void run() {
    LocalDate today = LocalDate.now(clock);
    Set<Sent> sent = log.sent();
    for (Waiting waiting : waiting()) {
      Reminder.on(today, waiting.state, waiting.invited, waiting.due)
          .filter(reminder -> !sent.contains(new Sent(waiting.id, reminder)))
          .ifPresent(reminder -> send(waiting.id, reminder));
    }
  }

  private void send(UUID id, Reminder reminder) {
    try {
      transaction.executeWithoutResult(
          status ->
              assignments
                  .findById(id)
                  // It may have been answered since the list was read.
                  .filter(assignment -> asks(assignment, reminder))
                  .ifPresent(
                      assignment -> {
                        log.send(assignment, reminder, files.open(assignment.caseId));
                        audit.record(
                            Actor.SYSTEM,
                            "reviewer.reminded",
                            "assignment",
                            id,
                            reminder.kind() + " " + reminder.number());
                      }));
    } catch (DataIntegrityViolationException e) {
      // Another node sent it in the same moment.
    }
  }

  private static boolean asks(Assignment assignment, Reminder reminder) {
    return assignment.state
        == (reminder.kind() == Reminder.Kind.UNANSWERED
            ? AssignmentState.INVITED
            : AssignmentState.ACCEPTED);
  }

  private List<Waiting> waiting() {
    return jdbc.sql(
            "select a.id, a.state, a.invited_at, a.due_on from review_assignment a"
                + " join review_case c on c.id = a.case_id and c.round = a.round"
                + " where a.state in ('INVITED', 'ACCEPTED') and c.state = 'IN_REVIEW'"
                + " order by a.id")
        .query(Reminders::row)
        .list();
  }

  private static Waiting row(ResultSet rs, int n) throws SQLException {
    return new Waiting(
        Uuids.of(rs.getBytes(1)),
        AssignmentState.valueOf(rs.getString(2)),
        rs.getObject(3, LocalDateTime.class).toLocalDate(),
        rs.getObject(4, LocalDate.class));
  }
}

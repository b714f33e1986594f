package org.plenary.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.desk.Task;
import org.plenary.desk.TaskSource;
import org.plenary.kernel.Actor;
import org.plenary.kernel.SeatRole;
import org.plenary.kernel.Terms;
import org.plenary.kernel.Uuids;
import org.plenary.papers.PaperLists;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What waits for someone in a review, in few queries whatever the number of cases. What is the
 * handling editor’s waits for that one person, not for all who may handle the case.
 */
@Component
class ReviewTasks implements TaskSource {
  private final JdbcClient jdbc;
  private final CaseFiles files;
  private final PaperLists papers;
  private final MessageSource texts;
  private final Clock clock;

  ReviewTasks(
      JdbcClient jdbc, CaseFiles files, PaperLists papers, MessageSource texts, Clock clock) {
    this.jdbc = jdbc;
    this.files = files;
    this.papers = papers;
    this.texts = texts;
    this.clock = clock;
  }

  private record Own(
      UUID assignment,
      String title,
      String reference,
      int version,
      int round,
      String state,
      Instant since,
      LocalDate due) {}

  private record Row(
      UUID paper,
      UUID body,
      String title,
      String reference,
      CaseState state,
      int round,
      Instant since,
      int waiting,
      int submitted,
      int open,
      int unanswered,
      @Nullable UUID handler,
      @Nullable LocalDate lastDue,
      @Nullable LocalDate lateSince,
      int requests) {}

  @Override
  public List<Task> waitingFor(Actor actor) {
    if (actor.person() == null) {
      return List.of();
    }
    List<Task> tasks = new ArrayList<>();
    own(actor.id()).forEach(own -> tasks.add(task(own)));
    List<Row> open = openCases(actor);
    Map<UUID, ReviewAccess.Facts> facts =
        files.facts(
            open.stream()
                .map(row -> new CaseFiles.Ruled(row.paper(), row.body(), row.handler()))
                .toList());
    for (Row row : open) {
      ReviewAccess.Facts of = Objects.requireNonNull(facts.get(row.paper()));
      String path = "papers/" + row.reference();
      if (ReviewAccess.mayAnswer(actor, of) && row.state() == CaseState.REVISION) {
        tasks.add(
            task(
                "review.revise",
                row,
                path,
                text("desk.unanswered", row.unanswered()),
                Pace.revision(row.since())));
      }
      boolean handles = ReviewAccess.mayHandle(actor, of) && actor.is(of.handler());
      if (handles) {
        handling(tasks, row, path);
      } else if (of.handler() == null && ReviewAccess.mayName(actor, of)) {
        tasks.add(task("review.name", row, path, text("desk.toName"), Pace.desk(row.since())));
      }
      boolean closes =
          ReviewAccess.mayClose(actor, of)
              && (handles || actor.holds(Terms.seat(SeatRole.REVIEW_EDITOR, of.body())));
      if (closes && row.state() == CaseState.IN_REVIEW && row.round() > 1 && row.open() > 0) {
        tasks.add(task("review.close", row, path, text("desk.toClose", row.open()), null));
      }
    }
    return tasks;
  }

  private void handling(List<Task> tasks, Row row, String path) {
    if (row.state() == CaseState.DESK) {
      tasks.add(task("review.invite", row, path, text("desk.atDesk"), Pace.desk(row.since())));
    } else if (row.state() == CaseState.IN_REVIEW && row.waiting() == 0) {
      LocalDate due = row.lastDue();
      tasks.add(
          task(
              "review.decide",
              row,
              path,
              text("desk.reviewsIn", row.submitted(), row.round(), row.open()),
              due == null ? null : Pace.decision(due)));
    } else if (row.state() == CaseState.IN_REVIEW) {
      LocalDate since = row.lateSince();
      if (row.requests() > 0) {
        tasks.add(task("review.extension", row, path, text("desk.requests", row.requests()), null));
      }
      if (since != null && since.isBefore(LocalDate.now(clock))) {
        tasks.add(task("review.chase", row, path, text("desk.stillOut", row.waiting()), since));
      }
    }
  }

  private List<Own> own(UUID person) {
    return jdbc.sql(
            "select a.id, c.title, c.reference, c.version, a.round, a.state, a.invited_at, a.due_on"
                + " from review_assignment a join review_case c on c.id = a.case_id"
                + " where a.person_id = ? and a.state in ('INVITED', 'ACCEPTED')")
        .param(Uuids.bytes(person))
        .query(
            (rs, n) ->
                new Own(
                    Uuids.of(rs.getBytes(1)),
                    rs.getString(2),
                    rs.getString(3),
                    rs.getInt(4),
                    rs.getInt(5),
                    rs.getString(6),
                    instant(rs, 7),
                    rs.getObject(8, LocalDate.class)))
        .list();
  }

  /** Cases not closed in the actor's groups, and of the actor's own papers. */
  private List<Row> openCases(Actor actor) {
    List<byte[]> groups =
        actor.seats().stream().map(seat -> Uuids.bytes(seat.body())).distinct().toList();
    return jdbc.sql(
            "select c.paper_id, c.body_id, c.title, c.reference, c.state, c.round, c.moved_at,"
                + " (select count(*) from review_assignment a where a.case_id = c.id"
                + " and a.round = c.round and a.state in ('INVITED', 'ACCEPTED')),"
                + " (select count(*) from review_assignment a where a.case_id = c.id"
                + " and a.round = c.round and a.state = 'SUBMITTED'),"
                + " (select count(*) from review_comment m where m.case_id = c.id"
                + " and m.state = 'OPEN' and m.kind = 'SUBSTANTIVE'),"
                + " (select count(*) from review_comment m"
                + " left join review_answer_draft d on d.comment_id = m.id"
                + " where m.case_id = c.id and m.state = 'OPEN'"
                + " and (case when d.comment_id is null then m.disposition is null"
                + " else d.disposition is null or d.answer = '' end)),"
                + " c.handling_editor,"
                + " (select max(a.due_on) from review_assignment a where a.case_id = c.id"
                + " and a.round = c.round and a.state <> 'DECLINED'),"
                + " (select min(a.due_on) from review_assignment a where a.case_id = c.id"
                + " and a.round = c.round and a.state in ('INVITED', 'ACCEPTED')),"
                + " (select count(*) from review_extension e join review_assignment a"
                + " on a.id = e.assignment_id where a.case_id = c.id and a.round = c.round"
                + " and a.state = 'ACCEPTED' and e.answered_at is null)"
                + " from review_case c where c.state in ('DESK', 'IN_REVIEW', 'REVISION')"
                + " and (c.body_id in (:groups) or c.paper_id in (:mine) or :names = true)")
        .param("groups", orNone(groups))
        .param("names", actor.holds(Terms.SECRETARIAT))
        .param("mine", orNone(papers.authored(actor).stream().map(Uuids::bytes).toList()))
        .query(
            (rs, n) ->
                new Row(
                    Uuids.of(rs.getBytes(1)),
                    Uuids.of(rs.getBytes(2)),
                    rs.getString(3),
                    rs.getString(4),
                    CaseState.valueOf(rs.getString(5)),
                    rs.getInt(6),
                    instant(rs, 7),
                    rs.getInt(8),
                    rs.getInt(9),
                    rs.getInt(10),
                    rs.getInt(11),
                    rs.getBytes(12) == null ? null : Uuids.of(rs.getBytes(12)),
                    rs.getObject(13, LocalDate.class),
                    rs.getObject(14, LocalDate.class),
                    rs.getInt(15)))
        .list();
  }

  /** SQL knows no empty list; no id is all zeros. */
  private static List<byte[]> orNone(List<byte[]> ids) {
    return ids.isEmpty() ? List.of(new byte[16]) : ids;
  }

  private Task task(Own own) {
    boolean invited = own.state().equals(AssignmentState.INVITED.name());
    return new Task(
        invited ? "review.answer" : "review.write",
        List.of(own.title()),
        text("desk.review", own.reference(), own.version(), own.round()),
        "reviews/" + own.assignment(),
        own.since(),
        own.due());
  }

  private static Task task(
      String kind, Row row, String path, String detail, @Nullable LocalDate due) {
    return new Task(
        kind, List.of(row.title()), row.reference() + " · " + detail, path, row.since(), due);
  }

  private String text(String key, Object... arguments) {
    return texts.getMessage(key, arguments, Locale.ENGLISH);
  }

  private static Instant instant(ResultSet rs, int column) throws SQLException {
    return rs.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }
}

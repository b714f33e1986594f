package org.plenary.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plenary.audit.Audit;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desk of a person. Thread-safe. */
@Service
public class Desk {
  /** Due within so many days is soon. */
  private static final int SOON = 7;

  /** For so many days a task can be put off. */
  public static final int LONGEST = 60;

  private final List<TaskSource> sources;
  private final JdbcClient jdbc;
  private final Audit audit;
  private final Clock clock;

  Desk(List<TaskSource> sources, JdbcClient jdbc, Audit audit, Clock clock) {
    this.sources = sources;
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /** What waits for the actor: what is due first comes first, then what has waited longest. */
  @Transactional(readOnly = true)
  public List<Task> waitingFor(Actor actor) {
    DeskPage page = look(actor, LocalDate.now(clock));
    return Stream.of(page.late(), page.soon(), page.waiting()).flatMap(List::stream).toList();
  }

  /**
   * The actor's desk, late first.
   *
   * @param today where the actor is
   */
  @Transactional(readOnly = true)
  public DeskPage look(Actor actor, LocalDate today) {
    DeskPage page =
        new DeskPage(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Map<String, LocalDate> put = putOff(actor);
    for (Task task : all(actor)) {
      LocalDate due = task.due();
      LocalDate until = put.get(task.id());
      if (due != null && due.isBefore(today)) {
        page.late().add(task);
      } else if (until != null && until.isAfter(today)) {
        page.putOff().add(new DeskPage.PutOff(task, until));
      } else if (due != null && due.isBefore(today.plusDays(SOON))) {
        page.soon().add(task);
      } else {
        page.waiting().add(task);
      }
    }
    return page;
  }

  /**
   * Puts a task off until a day; it is back before that if it becomes late.
   *
   * @param task its {@link Task#id}
   * @param today where the actor is
   */
  @Transactional
  public void putOff(Actor actor, String task, LocalDate until, LocalDate today) {
    Task found = one(actor, task);
    LocalDate due = found.due();
    if (due != null && due.isBefore(today)) {
      throw new DomainException("desk.putOff.late");
    }
    if (!until.isAfter(today) || until.isAfter(today.plusDays(LONGEST))) {
      throw new DomainException("desk.putOff.range", LONGEST);
    }
    // What was put off before and is back need not be remembered.
    jdbc.sql("delete from desk_put_off where person_id = ? and (task = ? or until <= ?)")
        .params(Uuids.bytes(actor.id()), task, today)
        .update();
    jdbc.sql("insert into desk_put_off (person_id, task, until) values (?,?,?)")
        .params(Uuids.bytes(actor.id()), task, until)
        .update();
    audit.record(actor, "task.putOff", "person", actor.id(), task + " until " + until);
  }

  /** Takes a task back onto the desk. */
  @Transactional
  public void takeBack(Actor actor, String task) {
    one(actor, task);
    jdbc.sql("delete from desk_put_off where person_id = ? and task = ?")
        .params(Uuids.bytes(actor.id()), task)
        .update();
    audit.record(actor, "task.takenBack", "person", actor.id(), task);
  }

  private Task one(Actor actor, String id) {
    return all(actor).stream()
        .filter(task -> task.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("task " + id));
  }

  private List<Task> all(Actor actor) {
    return sources.stream()
        .flatMap(source -> source.waitingFor(actor).stream())
        .sorted(
            Comparator.comparing((Task t) -> t.due() == null ? LocalDate.MAX : t.due())
                .thenComparing(Task::since))
        .toList();
  }

  private Map<String, LocalDate> putOff(Actor actor) {
    if (actor.person() == null) {
      return Map.of();
    }
    return jdbc
        .sql("select task, until from desk_put_off where person_id = ?")
        .param(Uuids.bytes(actor.id()))
        .query((rs, n) -> Map.entry(rs.getString(1), rs.getObject(2, LocalDate.class)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}

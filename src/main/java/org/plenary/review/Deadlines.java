package org.plenary.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plenary.audit.Audit;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Uuids;
import org.plenary.review.CaseFiles.File;
import org.plenary.ui.Dates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Due dates: a reviewer asks for more time, the handling editor grants, refuses, sets another day
 * or reminds by hand. Nobody else learns of any of it. Thread-safe.
 */
@Service
public class Deadlines {
  /** How far ahead of today a due date may lie. */
  public static final int MOST_DAYS = 180;

  private final AssignmentRepository assignments;
  private final ExtensionRepository extensions;
  private final ReminderLog reminders;
  private final CaseFiles files;
  private final Audit audit;
  private final Clock clock;

  Deadlines(
      AssignmentRepository assignments,
      ExtensionRepository extensions,
      ReminderLog reminders,
      CaseFiles files,
      Audit audit,
      Clock clock) {
    this.assignments = assignments;
    this.extensions = extensions;
    this.reminders = reminders;
    this.files = files;
    this.audit = audit;
    this.clock = clock;
  }

  /** By assignment, for who handles the case; nothing for anyone else. */
  @Transactional(readOnly = true)
  public Map<UUID, Deadline> of(Actor actor, UUID id) {
    if (files.find(id).filter(f -> ReviewAccess.mayHandle(actor, f.facts())).isEmpty()) {
      return Map.of();
    }
    List<Assignment> all = files.assignments(id);
    List<UUID> ids = all.stream().map(a -> a.id).toList();
    Map<UUID, ExtensionLine> requests = new HashMap<>();
    extensions
        .findByAssignmentIdInOrderById(ids)
        .forEach(request -> requests.put(request.assignmentId, line(request)));
    Map<UUID, Instant> reminded = reminders.last(ids);
    Map<UUID, Deadline> deadlines = new HashMap<>();
    for (Assignment assignment : all) {
      Instant last = reminded.get(assignment.id);
      boolean waits = assignment.isWaitedFor();
      deadlines.put(
          assignment.id,
          new Deadline(
              requests.get(assignment.id),
              last,
              waits && (last == null || !day(last).equals(today())),
              waits));
    }
    return deadlines;
  }

  /** The reviewer's own last request for more time. */
  @Transactional(readOnly = true)
  public Optional<ExtensionLine> request(Actor actor, UUID assignment) {
    Assignment own = own(actor, assignment);
    return extensions.findByAssignmentIdInOrderById(List.of(own.id)).stream()
        .reduce((earlier, later) -> later)
        .map(Deadlines::line);
  }

  /** Asks for more time, as the reviewer; one request at a time. */
  @Transactional
  public void ask(Actor actor, UUID assignment, LocalDate until, String why) {
    Assignment own = own(actor, assignment);
    if (own.state != AssignmentState.ACCEPTED) {
      throw new DomainException("review.write.state");
    }
    if (!until.isAfter(own.dueOn) || until.isBefore(today())) {
      throw new DomainException("review.extension.later");
    }
    notTooFar(until);
    if (why.isBlank()) {
      throw new DomainException("review.extension.why");
    }
    if (pending(assignment).isPresent()) {
      throw new DomainException("review.extension.waits");
    }
    Extension request =
        new Extension(
            Uuids.v7(clock.instant()),
            assignment,
            until,
            Lengths.atMost(Lengths.NOTE, why.strip()),
            clock.instant());
    extensions.save(request);
    File file = files.open(own.caseId);
    files.tell(
        files.handlers(file),
        "review.moreTime",
        file,
        file.of().title,
        actor.name(),
        Dates.day(until),
        request.why);
    audit.record(actor, "extension.asked", "assignment", assignment, until.toString());
  }

  /** Grants a request for more time or refuses it. */
  @Transactional
  public void answer(Actor actor, UUID request, boolean grant) {
    Extension extension =
        extensions.findById(request).orElseThrow(() -> new NotFoundException("request " + request));
    Assignment assignment = handled(actor, extension.assignmentId);
    extension.answer(grant, clock.instant());
    if (grant) {
      assignment.move(extension.untilOn);
      tell(assignment, "review.dueMoved", extension.untilOn);
    } else {
      tell(assignment, "review.dueStays", assignment.dueOn);
    }
    audit.record(
        actor,
        grant ? "extension.granted" : "extension.refused",
        "assignment",
        assignment.id,
        extension.untilOn.toString());
  }

  /** Sets another due date; a request for more time that waits is answered by it. */
  @Transactional
  public void move(Actor actor, UUID id, LocalDate due) {
    Assignment assignment = handled(actor, id);
    if (due.isBefore(today())) {
      throw new DomainException("review.invite.past");
    }
    notTooFar(due);
    assignment.move(due);
    pending(id).ifPresent(request -> request.answer(true, clock.instant()));
    tell(assignment, "review.dueMoved", due);
    audit.record(actor, "assignment.moved", "assignment", id, due.toString());
  }

  /** Reminds the reviewer by mail, once a day at most. */
  @Transactional
  public void remind(Actor actor, UUID id) {
    Assignment assignment = handled(actor, id);
    if (!assignment.isWaitedFor()) {
      throw new DomainException("review.due.state");
    }
    Instant last = reminders.last(List.of(id)).get(id);
    if (last != null && day(last).equals(today())) {
      throw new DomainException("review.remind.today");
    }
    reminders.send(assignment, Reminder.byHand(today()), files.open(assignment.caseId));
    audit.record(actor, "reviewer.reminded", "assignment", id, Reminder.Kind.BY_HAND.name());
  }

  private void notTooFar(LocalDate day) {
    if (day.isAfter(today().plusDays(MOST_DAYS))) {
      throw new DomainException("review.due.far", MOST_DAYS);
    }
  }

  private void tell(Assignment assignment, String kind, LocalDate due) {
    File file = files.open(assignment.caseId);
    files.tell(
        file,
        assignment.personId,
        kind,
        "/workspace/reviews/" + assignment.id,
        file.of().title,
        Dates.day(due));
  }

  private Optional<Extension> pending(UUID assignment) {
    return extensions.findFirstByAssignmentIdAndAnsweredAtIsNull(assignment);
  }

  private static ExtensionLine line(Extension request) {
    return new ExtensionLine(request.id, request.untilOn, request.why, request.granted);
  }

  private Assignment own(Actor actor, UUID id) {
    return assignments
        .findById(id)
        .filter(assignment -> actor.is(assignment.personId))
        .orElseThrow(() -> new NotFoundException("assignment " + id));
  }

  private Assignment handled(Actor actor, UUID id) {
    Assignment assignment =
        assignments.findById(id).orElseThrow(() -> new NotFoundException("assignment " + id));
    files.handled(actor, assignment.caseId);
    return assignment;
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}

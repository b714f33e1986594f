package org.plenary.papers;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.plenary.audit.Audit;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Body;
import org.plenary.bodies.Seat;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Revisions;
import org.plenary.kernel.SeatRole;
import org.plenary.kernel.Uuids;
import org.plenary.people.People;
import org.plenary.people.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Papers while they are written. A draft needs nothing: it is kept as it is typed and read by its
 * authors alone; group and reference come with the submission at the latest. Thread-safe.
 */
@Service
public class Drafts {
  private final PaperRecords records;
  private final Supplements supplements;
  private final Bodies bodies;
  private final People people;
  private final Audit audit;
  private final Clock clock;

  Drafts(
      PaperRecords records,
      Supplements supplements,
      Bodies bodies,
      People people,
      Audit audit,
      Clock clock) {
    this.records = records;
    this.supplements = supplements;
    this.bodies = bodies;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
  }

  /** Starts a draft of the actor. */
  @Transactional
  public UUID start(Actor actor, PaperDraft draft) {
    if (!PaperAccess.mayStart(actor)) {
      throw new DomainException("paper.start.who");
    }
    requireActive(draft);
    UUID id = Uuids.v7(clock.instant());
    Paper paper = new Paper(id, draft);
    if (actor.person() != null) {
      paper.tie(actor.person(), Tie.AUTHOR);
    }
    records.add(paper);
    audit.record(actor, "paper.started", Papers.KIND, id, null);
    return id;
  }

  /**
   * Takes over what an author says of a draft.
   *
   * @param seen the revision that was on the screen; a co-author may have changed it since
   * @return the revision now
   */
  @Transactional
  public long save(Actor actor, UUID id, PaperDraft draft, long seen) {
    Paper paper = records.editable(actor, id);
    Revisions.same(seen, paper.revision);
    if (!draft.equals(paper.draft())) {
      requireActive(draft);
    }
    if (paper.revise(draft, actor.id())) {
      records.changed(paper);
      audit.record(actor, "paper.revised", Papers.KIND, id, null);
    }
    return paper.revision;
  }

  private void requireActive(PaperDraft draft) {
    UUID group = draft.group();
    if (group != null) {
      Body body = bodies.byId(group).orElseThrow(() -> new NotFoundException("group " + group));
      if (!body.active()) {
        throw new DomainException("paper.start.dormant", body.name());
      }
    }
  }

  /**
   * Makes a file that was taken in the main one; it takes the place of the one before.
   *
   * @return the revision now
   */
  @Transactional
  public long attach(Actor actor, UUID id, TakenFile file, long seen) {
    Paper paper = records.editable(actor, id);
    Revisions.same(seen, paper.revision);
    String sha256 = file.file().sha256();
    int number = paper.addVersion(sha256, Papers.fileName(file.name()), clock.instant());
    records.changed(paper);
    audit.record(actor, "paper.version.added", Papers.KIND, id, number + " " + sha256);
    return paper.revision;
  }

  /** The draft, for its authors; one that was submitted says its reference. */
  @Transactional(readOnly = true)
  public DraftPage page(Actor actor, UUID id) {
    Paper paper =
        records
            .find(id)
            .filter(found -> PaperAccess.mayEdit(actor, found.facts()))
            .orElseThrow(() -> new NotFoundException("draft " + id));
    return new DraftPage(
        paper.id,
        paper.reference == null ? "" : paper.reference,
        paper.draft(),
        paper.version(1).map(version -> version.fileName).orElse(""),
        supplements.unsent(paper),
        paper.callId,
        paper.revision);
  }

  /** What follows if it is submitted now: it must lack nothing, and somebody must handle it. */
  @Transactional(readOnly = true)
  public SubmissionOutlook outlook(Actor actor, UUID id) {
    Paper paper = records.editable(actor, id);
    paper.requireSubmittable();
    return new SubmissionOutlook(
        bodies.byId(paper.group()).orElseThrow().name(),
        names(requireHandlers(paper)),
        names(paper.tied(Tie.AUTHOR)));
  }

  /**
   * Who would handle it: the group's chair, else the vice-chair, else a member whom the secretariat
   * can name; whoever is neither author nor to be kept from it.
   */
  Set<UUID> requireHandlers(Paper paper) {
    Set<UUID> out = new HashSet<>(paper.tied(Tie.AUTHOR));
    out.addAll(paper.tied(Tie.CONFLICT));
    List<Seat> seats =
        bodies.seats(paper.group()).stream().filter(s -> !out.contains(s.person())).toList();
    Set<UUID> handlers =
        Stream.<Predicate<Seat>>of(
                s -> s.role() == SeatRole.CHAIR,
                s -> s.role() == SeatRole.VICE_CHAIR,
                s -> s.role().readsTheGroups())
            .map(which -> persons(seats, which))
            .filter(Predicate.not(Set::isEmpty))
            .findFirst()
            .orElse(Set.of());
    if (handlers.isEmpty()) {
      throw new DomainException(
          "paper.submit.handler", bodies.byId(paper.group()).orElseThrow().name());
    }
    return handlers;
  }

  private static Set<UUID> persons(List<Seat> seats, Predicate<Seat> which) {
    Set<UUID> persons = new HashSet<>();
    seats.stream().filter(which).forEach(seat -> persons.add(seat.person()));
    return persons;
  }

  private List<String> names(Set<UUID> persons) {
    return people.byIds(persons).values().stream().map(Person::name).sorted().toList();
  }

  /** Lets an author throw a draft away. */
  @Transactional
  public void discard(Actor actor, UUID id) {
    Paper paper = records.editable(actor, id);
    if (paper.state != PaperState.DRAFT) {
      throw new DomainException("paper.discard.state", paper.reference());
    }
    records.remove(paper);
    audit.record(actor, "paper.discarded", Papers.KIND, id, null);
  }
}

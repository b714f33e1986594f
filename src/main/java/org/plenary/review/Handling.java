package org.plenary.review;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plenary.audit.Audit;
import org.plenary.bodies.Seat;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.SeatRole;
import org.plenary.papers.Papers;
import org.plenary.people.People;
import org.plenary.people.Person;
import org.plenary.review.CaseFiles.File;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who handles a case, and whether its response table will be published. The handling editor is
 * never an author or in conflict: the chair, else the vice-chair, else a member of the group whom
 * the secretariat names. Thread-safe.
 */
@Service
public class Handling {
  private final AssignmentRepository assignments;
  private final CaseFiles files;
  private final Papers papers;
  private final People people;
  private final Audit audit;

  Handling(
      AssignmentRepository assignments,
      CaseFiles files,
      Papers papers,
      People people,
      Audit audit) {
    this.assignments = assignments;
    this.files = files;
    this.papers = papers;
    this.people = people;
    this.audit = audit;
  }

  /** Who handles the case; empty for who may not see it. */
  @Transactional(readOnly = true)
  public Optional<HandlingLine> of(Actor actor, UUID id) {
    return files.find(id).flatMap(file -> line(actor, file));
  }

  private Optional<HandlingLine> line(Actor actor, File file) {
    boolean handles = ReviewAccess.mayHandle(actor, file.facts());
    boolean knows = ReviewAccess.mayKnowReviewers(actor, file.facts());
    if (!handles && !knows && !ReviewAccess.mayAnswer(actor, file.facts())) {
      return Optional.empty();
    }
    boolean names = ReviewAccess.mayName(actor, file.facts());
    boolean open = !file.of().state.isClosed();
    UUID editor = file.facts().handler();
    return Optional.of(
        new HandlingLine(
            editor == null ? null : files.person(editor).name(),
            knows && editor != null && editor.equals(file.of().handlingEditor)
                ? file.of().handlingWhy
                : null,
            editor != null && actor.is(editor),
            open && (handles || names) ? successors(file) : List.of(),
            names,
            file.of().reviewsPublished,
            open && handles));
  }

  /** Chair and vice-chair; where neither can, the members. Without who handles it already. */
  private List<HandlingLine.Successor> successors(File file) {
    Set<UUID> able = new HashSet<>();
    for (Seat seat : files.clearSeats(file)) {
      boolean chairs = seat.role() == SeatRole.CHAIR || seat.role() == SeatRole.VICE_CHAIR;
      if (file.facts().chaired() ? chairs : seat.role().readsTheGroups()) {
        able.add(seat.person());
      }
    }
    UUID editor = file.facts().handler();
    Set<UUID> reviewers = reviewers(file);
    Map<UUID, Person> persons = people.byIds(able);
    return persons.values().stream()
        .filter(person -> !person.id().equals(editor) && !reviewers.contains(person.id()))
        .map(p -> new HandlingLine.Successor(p.id(), p.name(), p.affiliation()))
        .sorted(java.util.Comparator.comparing(HandlingLine.Successor::name))
        .toList();
  }

  /** Who was asked to review it, which nobody does who decides on it. */
  private Set<UUID> reviewers(File file) {
    Set<UUID> reviewers = new HashSet<>();
    assignments.findByCaseIdOrderById(file.of().id).stream()
        .filter(a -> a.state != AssignmentState.DECLINED)
        .forEach(a -> reviewers.add(a.personId));
    return reviewers;
  }

  /**
   * Gives the case to another person with the reason: the chair or vice-chair to the other, the
   * secretariat to a member where neither can handle it.
   */
  @Transactional
  public void give(Actor actor, UUID id, UUID person, String why) {
    File file = files.open(id);
    boolean names = ReviewAccess.mayName(actor, file.facts());
    if (!names && !ReviewAccess.mayHandle(actor, file.facts())) {
      throw new NotFoundException("case " + id);
    }
    if (why.isBlank()) {
      throw new DomainException("review.handling.why");
    }
    if (successors(file).stream().noneMatch(s -> s.person().equals(person))) {
      throw new DomainException("review.handling.who", files.person(person).name());
    }
    String reason = Lengths.atMost(Lengths.SUGGESTION, why.strip());
    file.of().handBy(person, reason);
    papers.admitHandler(Actor.SYSTEM, file.of().paperId, person);
    files.tell(
        List.of(person), "review.handed", file, file.of().title, file.of().reference, reason);
    audit.record(
        actor, names ? "case.editor.named" : "case.handed", Cases.KIND, id, person + ": " + reason);
  }

  /**
   * Settles whether the response table is published with the paper, as long as the case is not
   * closed; authors and reviewers are told, for it is their words.
   */
  @Transactional
  public void publishReviews(Actor actor, UUID id, boolean published) {
    File file = files.handled(actor, id);
    if (file.of().reviewsPublished == published) {
      return;
    }
    file.of().publishReviews(published);
    Set<UUID> told = new HashSet<>();
    String title = file.of().title;
    if (published) {
      files.tell(file.paper().authors(), "review.published", file, title);
    } else {
      files.tell(file.paper().authors(), "review.unpublished", file, title);
    }
    for (Assignment assignment : assignments.findByCaseIdOrderById(id)) {
      boolean reviews = assignment.isWaitedFor() || assignment.state == AssignmentState.SUBMITTED;
      if (reviews && told.add(assignment.personId)) {
        String path = "/workspace/reviews/" + assignment.id;
        if (published) {
          files.tell(file, assignment.personId, "review.yoursPublished", path, title);
        } else {
          files.tell(file, assignment.personId, "review.yoursUnpublished", path, title);
        }
      }
    }
    audit.record(
        actor, published ? "case.reviews.public" : "case.reviews.private", Cases.KIND, id, null);
  }
}

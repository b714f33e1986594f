package org.plenary.review;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.BodyKind;
import org.plenary.bodies.Seat;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.SeatRole;
import org.plenary.mail.MailDraft;
import org.plenary.mail.Outbox;
import org.plenary.papers.PaperFacts;
import org.plenary.papers.PaperLists;
import org.plenary.papers.PaperState;
import org.plenary.papers.Papers;
import org.plenary.people.People;
import org.plenary.people.Person;
import org.springframework.stereotype.Component;

/** What the services of this module share: cases with the facts their rules look at, and mail. */
@Component
class CaseFiles {
  private final CaseRepository cases;
  private final AssignmentRepository assignments;
  private final Papers papers;
  private final PaperLists lists;
  private final Bodies bodies;
  private final People people;
  private final Outbox outbox;

  CaseFiles(
      CaseRepository cases,
      AssignmentRepository assignments,
      Papers papers,
      PaperLists lists,
      Bodies bodies,
      People people,
      Outbox outbox) {
    this.cases = cases;
    this.assignments = assignments;
    this.papers = papers;
    this.lists = lists;
    this.bodies = bodies;
    this.people = people;
    this.outbox = outbox;
  }

  /** A case with what is known of its paper. */
  record File(ReviewCase of, PaperFacts paper, ReviewAccess.Facts facts) {}

  File open(UUID id) {
    return find(id).orElseThrow(() -> new NotFoundException("case " + id));
  }

  Optional<File> find(UUID id) {
    return cases.findById(id).map(this::file);
  }

  /** All that was ever asked for in a case, in the order of the invitations. */
  List<Assignment> assignments(UUID of) {
    return assignments.findByCaseIdOrderById(of);
  }

  /** The case for a step of who may handle it; to anyone else it is not there. */
  File handled(Actor actor, UUID id) {
    File file = open(id);
    if (!ReviewAccess.mayHandle(actor, file.facts())) {
      throw new NotFoundException("case " + id);
    }
    return working(file);
  }

  /**
   * The case, for a step in it: none is taken once the authors took the paper back. Whether the
   * actor may know of the case is asked before, for this refusal tells of it.
   */
  static File working(File file) {
    if (file.paper().state() == PaperState.WITHDRAWN) {
      throw new DomainException("review.withdrawn", file.of().reference);
    }
    return file;
  }

  File file(ReviewCase of) {
    PaperFacts paper = papers.facts(Actor.SYSTEM, of.paperId);
    return new File(
        of,
        paper,
        facts(
            of.bodyId,
            paper.authors(),
            paper.conflicted(),
            of.handlingEditor,
            bodies.seats(List.of(of.bodyId)),
            paper.hidesAuthors() ? paper.reviewers() : Set.of(),
            paper.knowing()));
  }

  /**
   * A case as far as its rules go by it.
   *
   * @param handler who was made its handling editor
   */
  record Ruled(UUID paper, UUID body, @Nullable UUID handler) {}

  /** What the rules look at for many cases, by paper, in two queries. */
  Map<UUID, ReviewAccess.Facts> facts(Collection<Ruled> cases) {
    Map<UUID, PaperLists.Ties> ties =
        lists.ties(Actor.SYSTEM, cases.stream().map(Ruled::paper).collect(Collectors.toSet()));
    List<Seat> seats = bodies.seats(cases.stream().map(Ruled::body).collect(Collectors.toSet()));
    return cases.stream()
        .collect(
            Collectors.toMap(
                Ruled::paper,
                ruled -> {
                  PaperLists.Ties of = Objects.requireNonNull(ties.get(ruled.paper()));
                  return facts(
                      ruled.body(),
                      of.authors(),
                      of.conflicted(),
                      ruled.handler(),
                      seats,
                      of.blinded(),
                      Set.of());
                },
                (one, same) -> one));
  }

  private static ReviewAccess.Facts facts(
      UUID body,
      Set<UUID> authors,
      Set<UUID> conflicted,
      @Nullable UUID handler,
      List<Seat> seats,
      Set<UUID> blinded,
      Set<UUID> knowing) {
    List<Seat> clear =
        seats.stream()
            .filter(seat -> seat.body().equals(body))
            .filter(seat -> !authors.contains(seat.person()))
            .filter(seat -> !conflicted.contains(seat.person()))
            .filter(seat -> !blinded.contains(seat.person()))
            .toList();
    Optional<UUID> byRule =
        inRole(clear, SeatRole.CHAIR).or(() -> inRole(clear, SeatRole.VICE_CHAIR));
    // Whoever was made the handling editor stays so as long as a seat lets them read the papers.
    boolean stays =
        clear.stream().anyMatch(s -> s.person().equals(handler) && s.role().readsTheGroups());
    return new ReviewAccess.Facts(
        body,
        authors,
        conflicted,
        inRole(clear, SeatRole.REVIEW_EDITOR).isPresent(),
        byRule.isPresent(),
        stays ? handler : byRule.orElse(null),
        blinded,
        knowing);
  }

  private static Optional<UUID> inRole(List<Seat> seats, SeatRole role) {
    return seats.stream().filter(seat -> seat.role() == role).map(Seat::person).findFirst();
  }

  /** The handling editor, to whom what happens in the case is told; nobody if none is named yet. */
  Set<UUID> handlers(File file) {
    UUID handler = file.facts().handler();
    return handler == null ? Set.of() : Set.of(handler);
  }

  Set<UUID> inRole(File file, SeatRole role) {
    return clearSeats(file).stream()
        .filter(seat -> seat.role() == role)
        .map(Seat::person)
        .collect(Collectors.toSet());
  }

  /** The seats of the case's group whose holders are not kept out. */
  List<Seat> clearSeats(File file) {
    return bodies.seats(List.of(file.of().bodyId)).stream()
        .filter(seat -> !ReviewAccess.isOut(seat.person(), file.facts()))
        .toList();
  }

  /** Those of the secretariat who are not kept out. */
  Set<UUID> secretariat(File file) {
    return bodies.byKind(BodyKind.SECRETARIAT).stream()
        .flatMap(body -> bodies.seats(body.id()).stream())
        .map(Seat::person)
        .filter(person -> !ReviewAccess.isOut(person, file.facts()))
        .collect(Collectors.toSet());
  }

  String group(File file) {
    return bodies.byId(file.of().bodyId).orElseThrow().name();
  }

  Person person(UUID id) {
    List<Person> found = List.copyOf(people.byIds(List.of(id)).values());
    return found.getFirst();
  }

  /** Tells each of them; the link leads to the paper's page in the workspace. */
  void tell(Iterable<UUID> recipients, String kind, File file, Object... arguments) {
    String path = "/workspace/papers/" + file.of().reference;
    recipients.forEach(person -> tell(file, person, kind, path, arguments));
  }

  /**
   * Tells one person of the case. A mail about the paper alone may be known to whoever knows the
   * paper; of any other the recipient's name says how they hang on the review.
   */
  void tell(File file, UUID recipient, String kind, String path, Object... arguments) {
    MailDraft draft = new MailDraft(recipient, kind, path, arguments);
    outbox.send(
        kind.startsWith("paper.")
            ? draft.about(Papers.KIND, file.of().paperId)
            : draft.about(Cases.KIND, file.of().id));
  }
}

package org.plenary.review;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Seat;
import org.plenary.kernel.Actor;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.SeatRole;
import org.plenary.mail.MailDraft;
import org.plenary.mail.Outbox;
import org.plenary.papers.PaperFacts;
import org.plenary.papers.PaperLists;
import org.plenary.papers.Papers;
import org.plenary.people.People;
import org.plenary.people.Person;
import org.springframework.stereotype.Component;

/** What the services of this module share: cases with the facts their rules look at, and mail. */
@Component
class CaseFiles {
  private final CaseRepository cases;
  private final Papers papers;
  private final PaperLists lists;
  private final Bodies bodies;
  private final People people;
  private final Outbox outbox;

  CaseFiles(
      CaseRepository cases,
      Papers papers,
      PaperLists lists,
      Bodies bodies,
      People people,
      Outbox outbox) {
    this.cases = cases;
    this.papers = papers;
    this.lists = lists;
    this.bodies = bodies;
    this.people = people;
    this.outbox = outbox;
  }

  /** A case with what is known of its paper. */
  record File(ReviewCase of, PaperFacts paper, ReviewAccess.Facts facts) {}

  File open(UUID id) {
    return file(cases.findById(id).orElseThrow(() -> new NotFoundException("case " + id)));
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
            bodies.seats(List.of(of.bodyId), SeatRole.REVIEW_EDITOR),
            paper.hidesAuthors() ? paper.reviewers() : Set.of(),
            paper.knowing()));
  }

  /**
   * What the rules look at for many papers, in two queries.
   *
   * @param groups the group of each paper
   */
  Map<UUID, ReviewAccess.Facts> facts(Map<UUID, UUID> groups) {
    Map<UUID, PaperLists.Ties> ties = lists.ties(Actor.SYSTEM, groups.keySet());
    List<Seat> editors = bodies.seats(Set.copyOf(groups.values()), SeatRole.REVIEW_EDITOR);
    return groups.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> {
                  PaperLists.Ties of = Objects.requireNonNull(ties.get(entry.getKey()));
                  return facts(
                      entry.getValue(),
                      of.authors(),
                      of.conflicted(),
                      editors,
                      of.blinded(),
                      Set.of());
                }));
  }

  private static ReviewAccess.Facts facts(
      UUID body,
      Set<UUID> authors,
      Set<UUID> conflicted,
      List<Seat> editors,
      Set<UUID> blinded,
      Set<UUID> knowing) {
    boolean editor =
        editors.stream()
            .anyMatch(
                seat ->
                    seat.body().equals(body)
                        && !authors.contains(seat.person())
                        && !conflicted.contains(seat.person())
                        && !blinded.contains(seat.person()));
    return new ReviewAccess.Facts(body, authors, conflicted, editor, blinded, knowing);
  }

  /**
   * Those in a role of the case's group who are not kept out; the vice-chair if no chair is left.
   */
  Set<UUID> handlers(File file) {
    Set<UUID> chairs = inRole(file, SeatRole.CHAIR);
    return chairs.isEmpty() ? inRole(file, SeatRole.VICE_CHAIR) : chairs;
  }

  Set<UUID> inRole(File file, SeatRole role) {
    return bodies.seats(file.of().bodyId).stream()
        .filter(seat -> seat.role() == role && !ReviewAccess.isOut(seat.person(), file.facts()))
        .map(Seat::person)
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
    recipients.forEach(person -> outbox.send(new MailDraft(person, kind, path, arguments)));
  }

  void tell(UUID recipient, String kind, String path, Object... arguments) {
    outbox.send(new MailDraft(recipient, kind, path, arguments));
  }
}

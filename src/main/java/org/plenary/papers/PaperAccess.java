package org.plenary.papers;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Readers;
import org.plenary.kernel.SeatRole;
import org.plenary.kernel.Terms;

/**
 * Who may do what with a paper; the only place that says so. The readers it gives are kept as rows
 * and as terms of the index, so that lists and search follow the same rule.
 */
final class PaperAccess {
  /** Knowing that the paper exists: its title, authors, state. */
  static final String LINE = "line";

  /** Reading its abstract and the text of its current version. */
  static final String TEXT = "text";

  /** Learning who wrote it. */
  static final String NAMES = "names";

  private PaperAccess() {}

  /**
   * What the rules look at.
   *
   * @param body null for a draft that has no group yet
   * @param state of one that was withdrawn: that before
   * @param handlers members of the group who were named to handle it
   */
  record Facts(
      @Nullable UUID body,
      PaperState state,
      Set<UUID> authors,
      Set<UUID> reviewers,
      Set<UUID> conflicted,
      Set<UUID> handlers,
      Blindness blindness) {}

  /** Who may read the current version: everyone once it is published. */
  static Readers text(Facts paper) {
    if (paper.state == PaperState.PUBLISHED) {
      return new Readers(Set.of(Terms.PUBLIC), Set.of());
    }
    return versions(paper);
  }

  /** Who may see it in a list: its readers, and the secretariat from the submission on. */
  static Readers line(Facts paper) {
    Readers text = text(paper);
    if (paper.state == PaperState.DRAFT || paper.state == PaperState.PUBLISHED) {
      return text;
    }
    Set<String> admitted = new HashSet<>(text.admitted());
    admitted.add(Terms.SECRETARIAT);
    return new Readers(admitted, text.excluded());
  }

  /**
   * Who may read every version, published or not: the authors; from the submission on the group and
   * the reviewers admitted; from the acceptance on the secretariat, who publish it.
   */
  static Readers versions(Facts paper) {
    Set<String> admitted = persons(paper.authors);
    if (paper.state != PaperState.DRAFT) {
      admitted.add(Terms.body(Objects.requireNonNull(paper.body)));
      admitted.addAll(persons(paper.reviewers));
    }
    if (paper.state == PaperState.ACCEPTED || paper.state == PaperState.PUBLISHED) {
      admitted.add(Terms.SECRETARIAT);
    }
    Set<String> excluded = persons(paper.conflicted);
    // Whoever wrote it cannot be kept from it by a slip in the list of conflicts.
    excluded.removeAll(persons(paper.authors));
    return new Readers(admitted, excluded);
  }

  /** Whether those who read it do not learn who wrote it: double blind, until it is published. */
  static boolean hidesAuthors(Facts paper) {
    return paper.blindness == Blindness.DOUBLE
        && paper.state != PaperState.DRAFT
        && paper.state != PaperState.PUBLISHED;
  }

  /**
   * Who, of those who may see it, may learn who wrote it. Double blind: the authors, those who
   * handle it and the secretariat; never a reviewer, nor a member of the group, who could become
   * one.
   */
  static Readers names(Facts paper) {
    Readers line = line(paper);
    if (!hidesAuthors(paper)) {
      return line;
    }
    UUID group = Objects.requireNonNull(paper.body);
    Set<String> admitted = persons(paper.authors);
    admitted.addAll(persons(paper.handlers));
    admitted.add(Terms.seat(SeatRole.CHAIR, group));
    admitted.add(Terms.seat(SeatRole.VICE_CHAIR, group));
    admitted.add(Terms.seat(SeatRole.REVIEW_EDITOR, group));
    admitted.add(Terms.SECRETARIAT);
    Set<String> excluded = new HashSet<>(line.excluded());
    excluded.addAll(persons(paper.reviewers));
    excluded.removeAll(persons(paper.authors));
    return new Readers(admitted, excluded);
  }

  /**
   * Who reads text and names: what of it the index finds by its authors. A member who was named to
   * handle it finds it as other members do, for only the seat, which they may lose, lets them read.
   */
  static Readers textWithNames(Facts paper) {
    Readers text = text(paper);
    if (!hidesAuthors(paper)) {
      return text;
    }
    Readers names = names(paper);
    Set<String> admitted = new HashSet<>(names.admitted());
    admitted.removeAll(persons(paper.handlers));
    admitted.addAll(persons(paper.authors));
    if (!text.admitted().contains(Terms.SECRETARIAT)) {
      admitted.remove(Terms.SECRETARIAT);
    }
    return new Readers(admitted, names.excluded());
  }

  /**
   * Who reads the text but not the names, in two parts of which each reader belongs to one: those
   * who hold nothing that would tell them, and the reviewers, whatever else they hold.
   */
  static List<Readers> textWithoutNames(Facts paper) {
    if (!hidesAuthors(paper)) {
      return List.of();
    }
    Readers text = text(paper);
    Set<String> reviewers = persons(paper.reviewers);
    reviewers.removeAll(persons(paper.authors));
    Set<String> excluded = new HashSet<>(text.excluded());
    excluded.addAll(textWithNames(paper).admitted());
    excluded.addAll(reviewers);
    return Stream.of(
            new Readers(text.admitted(), excluded), new Readers(reviewers, text.excluded()))
        .filter(readers -> !readers.admitted().isEmpty())
        .toList();
  }

  /**
   * Whether the actor reads a version's file as it was uploaded. A reviewer never does, and nobody
   * to whom the authors' names are not told: a file says more than its text.
   */
  static boolean mayReadOriginal(Actor actor, Facts paper) {
    return versions(paper).admit(actor)
        && names(paper).admit(actor)
        && (actor.person() == null || !paper.reviewers.contains(actor.person()));
  }

  /** Whether the actor opens and closes calls of the group: the chair, and the vice-chair. */
  static boolean mayManageCalls(Actor actor, UUID body) {
    return actor.holds(Terms.seat(SeatRole.CHAIR, body))
        || actor.holds(Terms.seat(SeatRole.VICE_CHAIR, body));
  }

  /** Whether the actor may start a paper: anyone signed in. */
  static boolean mayStart(Actor actor) {
    return actor.person() != null || actor.isSystem();
  }

  /** Whether the actor writes at it: its authors. */
  static boolean mayEdit(Actor actor, Facts paper) {
    return actor.isSystem() || (actor.person() != null && paper.authors.contains(actor.person()));
  }

  /** Whether the actor publishes it once it is accepted: the secretariat, unless in conflict. */
  static boolean mayPublish(Actor actor, Facts paper) {
    return actor.isSystem()
        || (actor.holds(Terms.SECRETARIAT)
            && versions(paper).admit(actor)
            && !paper.authors.contains(actor.id()));
  }

  private static Set<String> persons(Set<UUID> ids) {
    return ids.stream().map(Terms::person).collect(Collectors.toCollection(HashSet::new));
  }
}

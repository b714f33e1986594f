package org.plenary.papers;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Readers;
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

  private PaperAccess() {}

  /**
   * What the rules look at.
   *
   * @param body null for a draft that has no group yet
   * @param state of one that was withdrawn: that before
   */
  record Facts(
      @Nullable UUID body,
      PaperState state,
      Set<UUID> authors,
      Set<UUID> reviewers,
      Set<UUID> conflicted) {}

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

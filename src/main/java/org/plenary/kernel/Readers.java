package org.plenary.kernel;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may read a subject, by {@linkplain Terms reader terms}. Exclusions win over admissions: a
 * person in conflict stays out whatever else they are.
 */
public record Readers(Set<String> admitted, Set<String> excluded) {
  /** Nobody at all. */
  public static final Readers NOBODY = new Readers(Set.of(), Set.of());

  public Readers {
    Set<String> left = new TreeSet<>(admitted);
    left.removeAll(excluded);
    admitted = Collections.unmodifiableSet(left);
    excluded = Collections.unmodifiableSet(new TreeSet<>(excluded));
  }

  /** Whether the actor may read. */
  public boolean admit(Actor actor) {
    return !Collections.disjoint(admitted, actor.terms())
        && Collections.disjoint(excluded, actor.terms());
  }
}

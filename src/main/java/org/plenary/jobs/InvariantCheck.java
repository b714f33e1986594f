package org.plenary.jobs;

/**
 * What must always be true of a module's tables and files. Each bean is one promise; the doctor
 * looks at them all. A check changes no record, may take long, and may run while people work: what
 * is merely on its way is no finding.
 */
public interface InvariantCheck {

  /** Module and promise in short, {@code paper.versions}. */
  String name();

  /** Says what is not as promised, naming the record. */
  void check(Findings findings);
}

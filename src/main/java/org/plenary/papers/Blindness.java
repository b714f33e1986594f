package org.plenary.papers;

/** Who of authors and reviewers learns the others' names while a paper is reviewed. */
public enum Blindness {
  /** Both: authors read who wrote a review, reviewers know the authors. */
  OPEN,
  /** Reviewers know the authors; authors do not learn who reviews. */
  SINGLE,
  /** Neither; the authors are named when the paper is published. */
  DOUBLE
}

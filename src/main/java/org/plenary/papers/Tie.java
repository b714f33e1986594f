package org.plenary.papers;

/** How a person is tied to a paper. */
enum Tie {
  AUTHOR,
  /** Admitted to read it by the case of its review. */
  REVIEWER,
  /** Named by the authors as one who should neither read nor handle it before it is published. */
  CONFLICT
}

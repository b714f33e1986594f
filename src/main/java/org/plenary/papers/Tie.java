package org.plenary.papers;

/** How a person is tied to a paper. */
enum Tie {
  AUTHOR,
  /** Admitted to read it by the case of its review. */
  REVIEWER,
  /** Named to handle it without a seat that would tell the authors of a double-blind paper. */
  HANDLER,
  /** Named by the authors as one who should neither read nor handle it before it is published. */
  CONFLICT
}

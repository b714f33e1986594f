package org.plenary.review;

/** Where a comment stands. */
public enum CommentState {
  /** Seen by its reviewer alone. */
  DRAFT,
  OPEN,
  /** Considered by the review editor; not necessarily agreed. */
  CLOSED
}

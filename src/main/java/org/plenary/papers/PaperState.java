package org.plenary.papers;

/** Where a paper stands in its life. */
public enum PaperState {
  DRAFT,
  SUBMITTED,
  IN_REVIEW,
  ACCEPTED,
  PUBLISHED,
  WITHDRAWN
}

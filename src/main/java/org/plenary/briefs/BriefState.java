package org.plenary.briefs;

/** Where a brief stands in its life. */
public enum BriefState {
  DRAFT,
  GROUP_REVIEW,
  CLEARED,
  PUBLISHED
}

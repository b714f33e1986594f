package org.plenary.review;

/** Where a reviewer's assignment stands. */
public enum AssignmentState {
  INVITED,
  ACCEPTED,
  DECLINED,
  SUBMITTED,
  /** The case moved on without it. */
  CANCELLED
}

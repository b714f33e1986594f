package org.plenary.review;

/** How grave an interest is: how near someone stands to a paper or its authors. */
public enum Grade {
  /** Keeps them from reviewing it. */
  BAR,
  /** Is handled in the open: whoever invites them all the same says that they know of it. */
  MANAGE
}

package org.plenary.review;

/** What the desk check says of a point. */
public enum Verdict {
  PASS,
  CONCERN
}

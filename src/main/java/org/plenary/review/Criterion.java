package org.plenary.review;

/** What a reviewer scores, each from 1 to 5. */
public enum Criterion {
  EVIDENCE,
  RELEVANCE,
  CLARITY
}

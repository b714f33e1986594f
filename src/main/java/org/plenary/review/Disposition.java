package org.plenary.review;

/** What the authors did about a comment. */
public enum Disposition {
  ACCEPTED,
  PARTLY,
  DECLINED
}

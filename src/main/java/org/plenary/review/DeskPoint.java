package org.plenary.review;

/** What is looked at before reviewers are asked. */
public enum DeskPoint {
  SCOPE,
  DATA,
  ETHICS,
  /** Whether figures add up. */
  FIGURES
}

package org.plenary.review;

import java.util.List;

/** What a reviewer recommends and a handling editor decides. */
public enum Outcome {
  ACCEPT,
  MINOR,
  MAJOR,
  REJECT,
  /** Before any review: the paper is not taken into review. */
  DESK_REJECT;

  /** What can be recommended, and decided once reviewers were invited. */
  public static final List<Outcome> OF_A_REVIEW = List.of(ACCEPT, MINOR, MAJOR, REJECT);

  /** Whether it is decided at the desk and never after. */
  public boolean isOfTheDesk() {
    return this == DESK_REJECT;
  }

  CaseState leadsTo() {
    return switch (this) {
      case ACCEPT -> CaseState.ACCEPTED;
      case MINOR, MAJOR -> CaseState.REVISION;
      case REJECT -> CaseState.REJECTED;
      case DESK_REJECT -> CaseState.DESK_REJECTED;
    };
  }
}

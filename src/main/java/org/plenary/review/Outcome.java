package org.plenary.review;

/** What a reviewer recommends and a handling editor decides. */
public enum Outcome {
  ACCEPT,
  MINOR,
  MAJOR,
  REJECT;

  CaseState leadsTo() {
    return switch (this) {
      case ACCEPT -> CaseState.ACCEPTED;
      case MINOR, MAJOR -> CaseState.REVISION;
      case REJECT -> CaseState.REJECTED;
    };
  }
}

package org.plenary.papers;

/** Where a paper stands in its life. */
public enum PaperState {
  DRAFT,
  SUBMITTED,
  IN_REVIEW,
  /** The authors are asked for a new version. */
  REVISION,
  REJECTED,
  ACCEPTED,
  PUBLISHED,
  /** Taken back by its authors before it was published. */
  WITHDRAWN;

  /** Whether the case of its review may bring a paper from here to there. */
  boolean leadsTo(PaperState next) {
    return switch (this) {
      case SUBMITTED -> next == IN_REVIEW || next == REJECTED || next == ACCEPTED;
      case IN_REVIEW -> next == REVISION || next == REJECTED || next == ACCEPTED;
      case REVISION -> next == IN_REVIEW;
      case DRAFT, REJECTED, ACCEPTED, PUBLISHED, WITHDRAWN -> false;
    };
  }

  /** Whether the authors may add a version. */
  boolean takesVersions() {
    return this == DRAFT || this == REVISION;
  }

  /** Whether the authors may take the paper back. */
  boolean isWithdrawable() {
    return this == SUBMITTED || this == IN_REVIEW || this == REVISION || this == ACCEPTED;
  }
}

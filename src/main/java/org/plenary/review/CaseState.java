package org.plenary.review;

import org.plenary.papers.PaperState;

/** Where the case of a paper stands. */
public enum CaseState {
  /** At the desk of the handling editor; no reviewer is invited yet. */
  DESK,
  IN_REVIEW,
  /** Waits for the authors' answers and their next version. */
  REVISION,
  ACCEPTED,
  REJECTED,
  /** Sent back from the desk: it never went to reviewers. */
  DESK_REJECTED,
  /** The authors took the paper back. */
  WITHDRAWN;

  PaperState paper() {
    return switch (this) {
      case DESK -> PaperState.SUBMITTED;
      case IN_REVIEW -> PaperState.IN_REVIEW;
      case REVISION -> PaperState.REVISION;
      case ACCEPTED -> PaperState.ACCEPTED;
      case REJECTED, DESK_REJECTED -> PaperState.REJECTED;
      case WITHDRAWN -> PaperState.WITHDRAWN;
    };
  }

  boolean isClosed() {
    return this == ACCEPTED || this == REJECTED || this == DESK_REJECTED || this == WITHDRAWN;
  }
}

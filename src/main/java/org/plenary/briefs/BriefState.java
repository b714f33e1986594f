package org.plenary.briefs;

/** Where a brief stands in its life. */
public enum BriefState {
  DRAFT,
  GROUP_REVIEW,
  CLEARED,
  PUBLISHED,
  /** An edition that a later one has replaced; its PDF stays. */
  EARLIER,
  /** Another brief takes its place; its page stays and leads there. */
  SUPERSEDED,
  /** What it says does not hold; its page stays and says so. */
  RETRACTED,
  /** Taken away for cause; its address says so and nothing else. */
  WITHDRAWN;

  /** Whether it is not yet public. */
  public boolean isInTheMaking() {
    return switch (this) {
      case DRAFT, GROUP_REVIEW, CLEARED -> true;
      case PUBLISHED, EARLIER, SUPERSEDED, RETRACTED, WITHDRAWN -> false;
    };
  }

  /** Whether everyone may read it at its address. */
  public boolean isOpen() {
    return this == PUBLISHED || this == SUPERSEDED || this == RETRACTED;
  }
}

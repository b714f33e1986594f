package org.plenary.kernel;

import org.springframework.dao.OptimisticLockingFailureException;

/** Holds what a person saw against what is there, so that nobody overwrites what they never saw. */
public final class Revisions {
  /** Seen before there was anything. */
  public static final long NONE = -1;

  private Revisions() {}

  /**
   * Goes on only if nothing changed since.
   *
   * @param seen the revision of what the person has on the screen
   * @throws OptimisticLockingFailureException if another window or person was faster
   */
  public static void same(long seen, long now) {
    if (seen != now) {
      throw new OptimisticLockingFailureException("seen " + seen + ", now " + now);
    }
  }
}

package org.plenary.jobs;

import java.time.Duration;

/**
 * Something a module does at intervals. A job may be cut off at any moment and is then done again:
 * it writes down what it did in the transaction that does it. It takes its time from the injected
 * clock, so that a test can move it.
 */
public interface Job {
  /** Names it in the table of jobs; never changes. */
  String name();

  /** From the end of one run to the beginning of the next. */
  Duration every();

  void run();
}

package org.plenary.ui;

/** Knows whether what is shown is the sample partnership. */
public interface Fiction {
  /** Whether the sample is loaded; thread-safe. */
  boolean isLoaded();
}

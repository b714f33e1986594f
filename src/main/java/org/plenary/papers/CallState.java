package org.plenary.papers;

/** Whether a call takes papers; follows from its days and from its being closed. */
public enum CallState {
  COMING,
  OPEN,
  CLOSED
}

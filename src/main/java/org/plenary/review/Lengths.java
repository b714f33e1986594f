package org.plenary.review;

import org.plenary.kernel.Longest;

/** How long what is written in a review may be, in characters. */
public final class Lengths {
  public static final int COMMENT = 10_000;
  public static final int ANSWER = 10_000;
  public static final int SUMMARY = 15_000;
  public static final int LETTER = 15_000;

  /** Of a note to the point, a reason, a word to an invited person. */
  public static final int NOTE = 1_000;

  public static final int SUGGESTION = 500;

  /** Of where a change is found. */
  public static final int POINTER = 300;

  /** Of the note with which a comment is closed. */
  public static final int CLOSING = 2_000;

  private Lengths() {}

  static String atMost(int most, String text) {
    return Longest.atMost(most, text);
  }
}

package org.plenary.review;

import org.plenary.kernel.DomainException;

/** How long what is written in a review may be, in characters. */
public final class Lengths {
  public static final int COMMENT = 10_000;
  public static final int ANSWER = 10_000;
  public static final int SUMMARY = 15_000;
  public static final int LETTER = 15_000;

  /** Of a note to the point, a reason, a word to an invited person. */
  public static final int NOTE = 1_000;

  public static final int SUGGESTION = 500;

  private Lengths() {}

  static String atMost(int most, String text) {
    if (text.length() > most) {
      throw new DomainException("form.long", most, text.length());
    }
    return text;
  }
}

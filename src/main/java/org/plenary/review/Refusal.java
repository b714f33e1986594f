package org.plenary.review;

/**
 * What an invited person says in declining; each part may be empty.
 *
 * @param suggestion someone else whom they suggest, in their own words
 * @param conflict whether the reason is a conflict of their own with the paper or its authors
 */
public record Refusal(String reason, String suggestion, boolean conflict) {
  private static final int REASON = 2_000;

  /** Just no. */
  public static final Refusal WITHOUT_REASON = new Refusal("", "", false);

  public Refusal {
    reason = cut(reason.strip(), REASON);
    suggestion = cut(suggestion.strip(), Lengths.SUGGESTION);
  }

  /** The page of the link has no way to give back what is too long; the beginning is kept. */
  private static String cut(String text, int most) {
    return text.substring(0, Math.min(most, text.length()));
  }
}

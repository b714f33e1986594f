package org.plenary.kernel;

/** Holds a text against the room there is for it, before the database would. */
public final class Longest {
  private Longest() {}

  /**
   * The text as it is, or a refusal that says how long it may be.
   *
   * @param most in characters
   */
  public static String atMost(int most, String text) {
    if (text.length() > most) {
      throw new DomainException("form.long", most, text.length());
    }
    return text;
  }
}

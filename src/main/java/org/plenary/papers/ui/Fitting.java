package org.plenary.papers.ui;

/** Text cut to the room there is; the field says that it is too long. */
final class Fitting {
  private Fitting() {}

  /** At most so many characters, and no half of a character. */
  static String to(int most, String text) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }
}

package org.plenary.mail;

import java.util.regex.Pattern;

/** What must not be in a line that goes into a mail. */
final class Lines {
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Z}]+");

  /** Marks that turn the direction of what follows, and so could show a text as another. */
  private static final Pattern TURNS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

  private static final Pattern SCHEME = Pattern.compile("(?i)\\b([a-z][a-z0-9+.-]{1,15}):(?=//)");
  private static final Pattern DOT =
      Pattern.compile("(?<=[\\p{L}\\p{N}-])\\.(?=[\\p{L}\\p{N}-]*\\p{L}[\\p{L}\\p{N}-])");

  /** A run of letters and digits as no word is: an id or a secret. */
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{20,}");

  private static final Pattern OPEN =
      Pattern.compile("/(workspace/(papers|reviews|briefs|inbox)|papers|briefs|groups)(/.*)?");

  private Lines() {}

  /** One line, whatever a title or a name holds: nothing of it becomes a header of its own. */
  static String one(String text) {
    return TURNS.matcher(BREAKS.matcher(text).replaceAll(" ")).replaceAll("").strip();
  }

  /**
   * Text in which no mail program finds an address to make a link of, though a person reads it the
   * same: a mail has the links that Plenary wrote, not those that somebody typed.
   */
  static String unlinked(String text) {
    String apart = SCHEME.matcher(TURNS.matcher(text).replaceAll("")).replaceAll("$1:\u200B");
    return DOT.matcher(apart).replaceAll(".\u200B");
  }

  /** Whether the link of a mail speaks for its recipient: each that is not known not to. */
  static boolean isSecret(String path) {
    return !OPEN.matcher(path).matches();
  }

  /** The text without anything that could be a secret. */
  static String masked(String text) {
    return SECRET.matcher(text).replaceAll("…");
  }
}

package org.plenary.print;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import java.util.regex.Pattern;

/**
 * Joins the letters of Arabic script. Its vowel signs stay what they are: the library would set
 * each on a stroke of its own between the letters.
 */
final class ArabicLetters extends ICUBidiReorderer {
  private static final Pattern ARABIC = Pattern.compile("[\\u0600-\\u06FF\\u0750-\\u077F]");
  private static final String ALEFS = "\u0622\u0623\u0625\u0627";

  private final ArabicShaping shaping =
      new ArabicShaping(
          ArabicShaping.LETTERS_SHAPE
              | ArabicShaping.TEXT_DIRECTION_LOGICAL
              // What lam takes of its alef becomes a space, so that each letter keeps its place.
              | ArabicShaping.LENGTH_FIXED_SPACES_NEAR);

  @Override
  public String shapeText(String text) {
    if (!ARABIC.matcher(text).find()) {
      return text;
    }
    StringBuilder letters = new StringBuilder();
    StringBuilder[] signs = new StringBuilder[text.length() + 1];
    for (char c : text.toCharArray()) {
      if (isSign(c)) {
        int at = letters.length();
        signs[at] = (signs[at] == null ? new StringBuilder() : signs[at]).append(c);
      } else {
        letters.append(c);
      }
    }
    String joined;
    try {
      joined = shaping.shape(letters.toString());
    } catch (ArabicShapingException e) {
      throw new IllegalStateException(e);
    }
    StringBuilder whole = new StringBuilder(text.length());
    append(whole, signs[0]);
    for (int i = 0; i < joined.length(); i++) {
      boolean taken = joined.charAt(i) == ' ' && ALEFS.indexOf(letters.charAt(i)) >= 0;
      if (!taken) {
        whole.append(joined.charAt(i));
      }
      append(whole, signs[i + 1]);
    }
    return whole.toString();
  }

  private static void append(
      StringBuilder whole, @org.jspecify.annotations.Nullable StringBuilder signs) {
    if (signs != null) {
      whole.append(signs);
    }
  }

  private static boolean isSign(char c) {
    return (c >= '\u064B' && c <= '\u0652') || c == '\u0670';
  }
}

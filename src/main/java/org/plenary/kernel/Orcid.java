package org.plenary.kernel;

import java.util.regex.Pattern;

/**
 * ORCID iDs in the form in which they are kept and shown: {@code 0000-0000-0000-000X}. The last
 * character is a check digit by ISO 7064, MOD 11-2, with X for ten, which finds every single wrong
 * digit and nearly every pair that was swapped.
 */
public final class Orcid {
  private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]");

  private Orcid() {}

  /** Whether this is an ORCID iD whose check digit is right; anything but the bare form is not. */
  public static boolean isValid(String id) {
    if (!FORM.matcher(id).matches()) {
      return false;
    }
    String digits = id.replace("-", "");
    int total = 0;
    for (int i = 0; i < digits.length() - 1; i++) {
      total = (total + (digits.charAt(i) - '0')) * 2;
    }
    int check = (12 - total % 11) % 11;
    return digits.charAt(15) == (check == 10 ? 'X' : (char) ('0' + check));
  }
}

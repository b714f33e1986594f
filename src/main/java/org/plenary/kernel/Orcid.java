package org.plenary.kernel;

import java.util.regex.Pattern;

/** ORCID iDs: sixteen characters in four groups, of which the last proves the others. */
public final class Orcid {
  private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]");

  private Orcid() {}

  /**
   * Whether this is an ORCID iD in its usual form (0000-0002-1825-0097) whose check character, by
   * ISO 7064 MOD 11-2, is right.
   */
  public static boolean isValid(String orcid) {
    if (!FORM.matcher(orcid).matches()) {
      return false;
    }
    String digits = orcid.replace("-", "");
    int total = 0;
    for (int i = 0; i < 15; i++) {
      total = (total + (digits.charAt(i) - '0')) * 2;
    }
    int check = (12 - total % 11) % 11;
    return digits.charAt(15) == (check == 10 ? 'X' : (char) ('0' + check));
  }
}

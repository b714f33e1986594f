package org.plenary.ui;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How codes read: countries in the reader's language, languages each in its own (CLDR). */
public final class Labels {
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  private Labels() {}

  /** The country's name, or the code where CLDR has none. */
  public static String country(String code, Locale locale) {
    return COUNTRY.matcher(code).matches() ? Locale.of("", code).getDisplayCountry(locale) : code;
  }

  /** The codes of all countries, by name. */
  public static List<String> countries(Locale locale) {
    return Arrays.stream(Locale.getISOCountries())
        .sorted(Comparator.comparing(code -> country(code, locale)))
        .toList();
  }

  /** The language's name in itself. */
  public static String language(String code) {
    if (!LANGUAGE.matcher(code).matches()) {
      return code;
    }
    Locale language = Locale.of(code);
    String name = language.getDisplayLanguage(language);
    return name.substring(0, 1).toUpperCase(language) + name.substring(1);
  }
}

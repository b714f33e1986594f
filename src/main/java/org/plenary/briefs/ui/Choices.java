package org.plenary.briefs.ui;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.plenary.ui.Labels;

/** What the fields of a brief offer. */
final class Choices {
  static final List<String> LANGUAGES = List.of("en", "fr", "es", "ar", "pt", "ru");
  static final List<String> EVIDENCE = List.of("limited", "medium", "robust");
  static final List<String> AGREEMENT = List.of("low", "medium", "high");
  static final List<String> COSTS = List.of("low", "medium", "high");

  private Choices() {}

  static List<String> countries() {
    return Arrays.stream(Locale.getISOCountries())
        .sorted(Comparator.comparing(Choices::country))
        .toList();
  }

  static String country(String code) {
    return Labels.country(code, Locale.ENGLISH);
  }
}

package org.plenary.review;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words held against one another whatever their case, accents and punctuation. */
final class Words {
  private static final int SHORTEST = 5;

  /** Long enough to count, and in half of all titles. */
  private static final Set<String> COMMON =
      Set.of(
          "about",
          "after",
          "among",
          "before",
          "between",
          "countries",
          "country",
          "effects",
          "evidence",
          "paper",
          "study",
          "their",
          "there",
          "these",
          "those",
          "through",
          "under",
          "what",
          "where",
          "which",
          "while",
          "within",
          "without");

  private Words() {}

  /** The text in small letters without accents, with one space between words. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}@]+", " ")
        .strip();
  }

  /** The name of an organisation without what stands in brackets after it. */
  static String organisation(String affiliation) {
    return plain(affiliation.replaceAll("\\([^)]*\\)", " "));
  }

  /** The words that say what a text is about. */
  static Set<String> telling(String text) {
    return Stream.of(plain(text).split(" "))
        .filter(word -> word.length() >= SHORTEST && !COMMON.contains(word))
        .collect(Collectors.toSet());
  }
}

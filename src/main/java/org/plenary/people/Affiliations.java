package org.plenary.people;

import org.jspecify.annotations.Nullable;

/** How an affiliation reads that may be a person's own words, an organisation, or both. */
public final class Affiliations {
  private Affiliations() {}

  public static String shown(String words, @Nullable String organisation) {
    if (organisation == null || words.contains(organisation)) {
      return words;
    }
    return words.isBlank() ? organisation : words + ", " + organisation;
  }
}

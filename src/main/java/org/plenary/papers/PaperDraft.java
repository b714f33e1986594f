package org.plenary.papers;

import java.util.List;

/**
 * What an author says of a paper.
 *
 * @param type research, synthesis, data note or policy note
 * @param language BCP 47
 * @param themes codes of themes
 * @param countries ISO 3166-1 alpha-2
 * @param authors in order
 */
public record PaperDraft(
    String type,
    String title,
    String abstractText,
    String language,
    List<String> themes,
    List<String> countries,
    List<Author> authors) {

  /** An author as named on the paper. */
  public record Author(String name, String affiliation) {}
}

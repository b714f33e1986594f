package org.plenary.search;

/** The names of the index's fields. */
final class Fields {
  static final String KEY = "key";

  /** What the document was made of, to be held against the database. */
  static final String DIGEST = "digest";

  static final String KIND = "kind";
  static final String REFERENCE = "reference";
  static final String TITLE = "title";
  static final String URL = "url";
  static final String LANGUAGE = "language";
  static final String PUBLISHED = "published";
  static final String PAGES = "pages";

  /** Title and text by word as written, for proposals when a word is in nothing. */
  static final String SPELLING = "spelling";

  /** The title as a whole, folded. */
  static final String WHOLE_TITLE = "whole_title";

  static final String READER = "reader";
  static final String EXCLUDED = "excluded";

  private Fields() {}

  static String title(String language) {
    return "title_" + language;
  }

  /** Names of authors, countries and themes: found, but not shown as a passage. */
  static String about(String language) {
    return "about_" + language;
  }

  static String text(String language) {
    return "text_" + language;
  }
}

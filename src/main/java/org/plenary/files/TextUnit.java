package org.plenary.files;

/**
 * A page of a PDF or a paragraph of a DOCX.
 *
 * @param number from 1
 */
public record TextUnit(Kind kind, int number, String text) {
  /** What a file's text is counted in. */
  public enum Kind {
    PAGE,
    PARAGRAPH
  }
}

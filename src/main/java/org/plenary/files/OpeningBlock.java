package org.plenary.files;

/**
 * A paragraph from the beginning of a file.
 *
 * @param size of its letters in points; 0 where the file does not say
 * @param text its lines as they are set, parted by line feeds
 */
public record OpeningBlock(Kind kind, double size, String text) {
  /** What a paragraph is marked as. */
  public enum Kind {
    /** By its style, the title of the document. */
    TITLE,
    /** By its style, or all of it bold. */
    HEADING,
    TEXT
  }
}

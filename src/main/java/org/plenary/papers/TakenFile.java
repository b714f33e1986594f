package org.plenary.papers;

import org.plenary.files.StoredFile;

/**
 * A file that was taken in and read.
 *
 * @param name as the person calls it
 * @param units how many pages or paragraphs were read
 */
public record TakenFile(StoredFile file, String name, int units) {
  public boolean isPdf() {
    return file.mediaType().equals(PaperFile.PDF);
  }
}

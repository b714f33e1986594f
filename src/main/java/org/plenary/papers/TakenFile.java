package org.plenary.papers;

import org.plenary.files.StoredFile;

/**
 * A file that was taken in and read.
 *
 * @param name as the person calls it
 * @param units how many pages or paragraphs were read
 * @param hasText whether any has words; a scan has none
 * @param proposal what it seems to say of itself
 */
public record TakenFile(
    StoredFile file, String name, int units, boolean hasText, Proposal proposal) {
  public boolean isPdf() {
    return file.mediaType().equals(PaperFile.PDF);
  }
}

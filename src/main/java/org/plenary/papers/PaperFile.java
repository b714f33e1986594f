package org.plenary.papers;

import java.nio.file.Path;

/** The file of a version, for reading only. */
public record PaperFile(Path path, String mediaType, String name) {
  public static final String PDF = "application/pdf";

  public boolean isPdf() {
    return mediaType.equals(PDF);
  }
}

package org.plenary.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.plenary.kernel.DomainException;

/** Decides by content what a file is; only what the product can read is let in. */
final class MediaTypes {
  static final String PDF = "application/pdf";
  static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private MediaTypes() {}

  /**
   * @throws DomainException if the file is neither a PDF nor a DOCX
   */
  static String of(Path file) throws IOException {
    byte[] head;
    try (var in = Files.newInputStream(file)) {
      head = in.readNBytes(1024);
    }
    if (head.length == 0) {
      throw new DomainException("file.empty");
    }
    // ISO 32000-2, 7.5.2, lets the header stand anywhere in the first 1,024 bytes; a file that
    // starts with something else is a polyglot and not wanted.
    String start = new String(head, StandardCharsets.ISO_8859_1);
    if (start.startsWith("%PDF-")) {
      return PDF;
    }
    if (start.startsWith("PK")) {
      try (ZipFile zip = new ZipFile(file.toFile())) {
        if (zip.getEntry("word/document.xml") != null) {
          return DOCX;
        }
      } catch (ZipException broken) {
        throw new DomainException("file.unreadable");
      }
    }
    throw new DomainException("file.type");
  }
}

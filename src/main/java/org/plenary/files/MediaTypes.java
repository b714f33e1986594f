package org.plenary.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.plenary.kernel.DomainException;

/** Decides by content what a file is; only what the product knows is let in. */
final class MediaTypes {
  static final String PDF = "application/pdf";
  static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  static final String CSV = "text/csv";
  static final String ZIP = "application/zip";

  private static final int MOST_ENTRIES = 10_000;
  private static final long MOST_UNPACKED = 2L << 30;

  private MediaTypes() {}

  /** How the name of a file of this type ends, without the dot. */
  static String extension(String mediaType) {
    return switch (mediaType) {
      case PDF -> "pdf";
      case DOCX -> "docx";
      case XLSX -> "xlsx";
      case CSV -> "csv";
      case ZIP -> "zip";
      default -> "bin";
    };
  }

  /**
   * @throws DomainException if the file is neither a PDF nor a DOCX
   */
  static String of(Path file) throws IOException {
    String start = start(file);
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

  /**
   * @throws DomainException if the file is none of those that may go with a text
   */
  static String ofSupplement(Path file) throws IOException {
    String start = start(file);
    if (start.startsWith("%PDF-")) {
      return PDF;
    }
    if (start.startsWith("PK")) {
      return ofArchive(file);
    }
    if (isTable(file)) {
      return CSV;
    }
    throw new DomainException("file.supplement.type");
  }

  private static String start(Path file) throws IOException {
    byte[] head;
    try (var in = Files.newInputStream(file)) {
      head = in.readNBytes(1024);
    }
    if (head.length == 0) {
      throw new DomainException("file.empty");
    }
    // ISO 32000-2, 7.5.2, lets the header stand anywhere in the first 1,024 bytes; a file that
    // starts with something else is a polyglot and not wanted.
    return new String(head, StandardCharsets.ISO_8859_1);
  }

  /**
   * Archives are never unpacked here, but by whoever downloads them: those are refused that would
   * write outside their folder, fill a disk, or bring macros.
   */
  private static String ofArchive(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      long unpacked = 0;
      int count = 0;
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        String name = entry.getName().replace('\\', '/');
        unpacked += Math.max(0, entry.getSize());
        count++;
        boolean outside =
            name.startsWith("/")
                || name.matches("[A-Za-z]:.*")
                || ("/" + name + "/").contains("/../");
        if (outside
            || count > MOST_ENTRIES
            || unpacked > MOST_UNPACKED
            || name.endsWith("vbaProject.bin")) {
          throw new DomainException("file.archive");
        }
      }
      if (zip.getEntry("word/document.xml") != null) {
        return DOCX;
      }
      return zip.getEntry("xl/workbook.xml") != null ? XLSX : ZIP;
    } catch (ZipException broken) {
      throw new DomainException("file.unreadable");
    }
  }

  /** Text in UTF-8 whose first line has columns and which no browser would take for a page. */
  private static boolean isTable(Path file) throws IOException {
    var strict =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), strict))) {
      char[] buffer = new char[8192];
      StringBuilder head = new StringBuilder();
      for (int n; (n = in.read(buffer)) > 0; ) {
        for (int i = 0; i < n; i++) {
          char c = buffer[i];
          if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
            return false;
          }
        }
        if (head.length() < buffer.length) {
          head.append(buffer, 0, n);
        }
      }
      String first = head.toString().replace("\uFEFF", "").strip();
      return !first.startsWith("<") && first.lines().findFirst().orElse("").matches(".*[,;\\t].*");
    } catch (CharacterCodingException notUtf8) {
      return false;
    }
  }
}

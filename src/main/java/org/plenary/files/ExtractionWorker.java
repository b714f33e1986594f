package org.plenary.files;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/**
 * Reads requests (media type, path) from standard input and answers with the file's text by page or
 * paragraph: a count, then kind (0 page, 1 paragraph), number, length and UTF-8 bytes of each; or
 * -1 and a message key. Where "opening " stands before the media type, the answer is how the file
 * begins, as {@link Openings} says. A media type after the word {@value #CLEAN} asks for a clean
 * rendition to be written to a second path; the answer is 0, or -1 and a key. Ends with its input.
 */
public final class ExtractionWorker {
  static final String OPENING = "opening ";
  static final String CLEAN = "clean ";
  private static final int PAGES = 5_000;

  private ExtractionWorker() {}

  /** A piece of an answer. */
  record Unit(int kind, int number, String text) {}

  public static void main(String[] args) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out, 1 << 16));
    // Nothing a parser prints may slip into the answers.
    System.setOut(new PrintStream(System.err, true, StandardCharsets.UTF_8));
    while (true) {
      String mediaType;
      try {
        mediaType = in.readUTF();
      } catch (EOFException end) {
        return;
      }
      Path file = Path.of(in.readUTF());
      if (mediaType.startsWith(CLEAN)) {
        clean(out, mediaType.substring(CLEAN.length()), file, Path.of(in.readUTF()));
      } else {
        answer(out, mediaType, file);
      }
      out.flush();
    }
  }

  private static void answer(DataOutputStream out, String mediaType, Path file) throws IOException {
    List<Unit> units;
    try {
      units =
          mediaType.startsWith(OPENING)
              ? Openings.of(mediaType.substring(OPENING.length()), file)
              : mediaType.equals(MediaTypes.PDF) ? pages(file) : paragraphs(file);
    } catch (InvalidPasswordException | EncryptedDocumentException e) {
      refuse(out, "file.encrypted");
      return;
    } catch (IOException | RuntimeException e) {
      refuse(out, "file.unreadable");
      return;
    }
    out.writeInt(units.size());
    for (Unit unit : units) {
      byte[] text = unit.text().getBytes(StandardCharsets.UTF_8);
      out.writeByte(unit.kind());
      out.writeInt(unit.number());
      out.writeInt(text.length);
      out.write(text);
    }
  }

  private static void clean(DataOutputStream out, String mediaType, Path file, Path target)
      throws IOException {
    try {
      if (mediaType.equals(MediaTypes.PDF)) {
        CleanPdf.clean(file, target);
      } else {
        CleanDocx.clean(file, target);
      }
    } catch (IOException | RuntimeException e) {
      refuse(out, "file.unreadable");
      return;
    }
    out.writeInt(0);
  }

  private static void refuse(DataOutputStream out, String key) throws IOException {
    out.writeInt(-1);
    out.writeUTF(key);
  }

  private static List<Unit> pages(Path file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      // In the order in which the file says it: sorting by position would read columns and the
      // cells
      // of a table across.
      List<Unit> pages = new ArrayList<>();
      int count = Math.min(document.getNumberOfPages(), PAGES);
      for (int page = 1; page <= count; page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(new Unit(0, page, clean(stripper.getText(document))));
      }
      return pages;
    }
  }

  private static List<Unit> paragraphs(Path file) throws IOException {
    try (var in = new FileInputStream(file.toFile());
        XWPFDocument document = new XWPFDocument(in)) {
      List<Unit> units = new ArrayList<>();
      for (IBodyElement element : document.getBodyElements()) {
        String text =
            switch (element) {
              case XWPFParagraph paragraph -> paragraph.getText();
              case XWPFTable table -> table.getText();
              default -> "";
            };
        String clean = clean(text);
        if (!clean.isEmpty()) {
          units.add(new Unit(1, units.size() + 1, clean));
        }
      }
      return units;
    }
  }

  /** Ligatures and the joined forms of Arabic letters, which stand for letters of their own. */
  private static final Pattern JOINED = Pattern.compile("[\\uFB00-\\uFDFF\\uFE70-\\uFEFC]+");

  /** One spelling per letter (NFC), a word split at a line's end joined, white space folded. */
  static String clean(String text) {
    String single =
        JOINED
            .matcher(text)
            .replaceAll(
                forms ->
                    Matcher.quoteReplacement(
                        Normalizer.normalize(forms.group(), Normalizer.Form.NFKC)));
    return Normalizer.normalize(single, Normalizer.Form.NFC)
        .replace("\u0000", "")
        .replaceAll("(?<=\\p{L})\u00AD\\s*", "")
        .replaceAll("[ \\t\\x0B\\f\\r\\u00A0]+", " ")
        .replaceAll(" ?\\n ?", "\n")
        .strip();
  }
}

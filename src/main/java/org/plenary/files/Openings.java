package org.plenary.files;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.jspecify.annotations.Nullable;
import org.plenary.files.ExtractionWorker.Unit;

/**
 * How a file begins: the paragraphs of the first pages with the size of their letters. Each is a
 * kind of {@link OpeningBlock}, its size in tenths of points, and its text. Runs in the worker.
 */
final class Openings {
  private static final int PAGES = 3;
  private static final int BLOCKS = 120;

  private Openings() {}

  static List<Unit> of(String mediaType, Path file) throws IOException {
    return mediaType.equals(MediaTypes.PDF) ? pages(file) : paragraphs(file);
  }

  private static List<Unit> pages(Path file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      Blocks blocks = new Blocks();
      blocks.setEndPage(PAGES);
      blocks.getText(document);
      blocks.end();
      return blocks.done;
    }
  }

  /** Gathers the lines of a PDF into paragraphs; a change of size begins another. */
  private static final class Blocks extends PDFTextStripper {
    final List<Unit> done = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private int size;
    private boolean bold;

    @Override
    protected void writeString(String words, List<TextPosition> letters) {
      if (line.isEmpty() && !letters.isEmpty()) {
        TextPosition middle = letters.get(letters.size() / 2);
        int now = Math.round(middle.getFontSizeInPt() * 10);
        boolean strong =
            String.valueOf(middle.getFont().getName()).toLowerCase(Locale.ROOT).contains("bold");
        if (!text.isEmpty() && (Math.abs(now - size) > 5 || strong != bold)) {
          end();
        }
        size = now;
        bold = strong;
      }
      line.append(words);
    }

    @Override
    protected void writeWordSeparator() {
      line.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
      endLine();
    }

    @Override
    protected void writeParagraphEnd() {
      end();
    }

    private void endLine() {
      if (!line.toString().isBlank()) {
        text.append(text.isEmpty() ? "" : "\n").append(line.toString().strip());
      }
      line.setLength(0);
    }

    void end() {
      endLine();
      String clean = ExtractionWorker.clean(text.toString());
      if (!clean.isEmpty() && done.size() < BLOCKS) {
        OpeningBlock.Kind kind = bold ? OpeningBlock.Kind.HEADING : OpeningBlock.Kind.TEXT;
        done.add(new Unit(kind.ordinal(), size, clean));
      }
      text.setLength(0);
    }
  }

  private static List<Unit> paragraphs(Path file) throws IOException {
    try (var in = new FileInputStream(file.toFile());
        XWPFDocument document = new XWPFDocument(in)) {
      List<Unit> blocks = new ArrayList<>();
      for (XWPFParagraph paragraph : document.getParagraphs()) {
        String clean = ExtractionWorker.clean(paragraph.getText());
        if (!clean.isEmpty()) {
          blocks.add(
              new Unit(kind(document.getStyles(), paragraph).ordinal(), size(paragraph), clean));
        }
        if (blocks.size() == BLOCKS) {
          break;
        }
      }
      return blocks;
    }
  }

  private static OpeningBlock.Kind kind(@Nullable XWPFStyles styles, XWPFParagraph paragraph) {
    String id = Objects.requireNonNullElse(paragraph.getStyle(), "");
    XWPFStyle style = styles == null || id.isEmpty() ? null : styles.getStyle(id);
    // The name of a built-in style is English in every language of the program; its id is not.
    String name =
        (style == null || style.getName() == null ? id : style.getName()).toLowerCase(Locale.ROOT);
    if (name.equals("title")) {
      return OpeningBlock.Kind.TITLE;
    }
    boolean bold =
        !paragraph.getRuns().isEmpty() && paragraph.getRuns().stream().allMatch(XWPFRun::isBold);
    return name.startsWith("heading") || bold ? OpeningBlock.Kind.HEADING : OpeningBlock.Kind.TEXT;
  }

  /** In tenths of points; 0 where only the style would say. */
  private static int size(XWPFParagraph paragraph) {
    return paragraph.getRuns().stream()
        .map(XWPFRun::getFontSizeAsDouble)
        .filter(Objects::nonNull)
        .mapToInt(points -> (int) Math.round(points * 10))
        .max()
        .orElse(0);
  }
}

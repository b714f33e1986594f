package org.plenary.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.plenary.demo.Sample.SamplePaper;
import org.plenary.demo.Sample.Section;

/**
 * Sets a sample paper as a plain A4 PDF, in Times; a line that needs more letters, such as a name,
 * is set in Source Serif.
 */
final class SamplePdf {
  private static final float MARGIN = 72;
  private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
  private static final PDType1Font SERIF = new PDType1Font(FontName.TIMES_ROMAN);
  private static final PDType1Font BOLD = new PDType1Font(FontName.TIMES_BOLD);

  private static final TrueTypeFont WIDER = read();

  private final PDDocument document = new PDDocument();
  private PDPageContentStream page;
  private float y;

  private SamplePdf() throws IOException {
    page = newPage();
  }

  static byte[] of(SamplePaper paper) {
    try {
      SamplePdf pdf = new SamplePdf();
      try (pdf.document) {
        pdf.set(paper);
        pdf.page.close();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.document.save(out);
        return out.toByteArray();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void set(SamplePaper paper) throws IOException {
    block(paper.title(), BOLD, 18, 10);
    for (var author : paper.authors()) {
      block(author.name() + ", " + author.affiliation(), SERIF, 11, 2);
    }
    y -= 12;
    block(paper.abstractText(), SERIF, 11, 14);
    for (Section section : paper.sections()) {
      block(section.heading(), BOLD, 13, 6);
      for (String paragraph : section.paragraphs()) {
        block(paragraph, SERIF, 11.5f, 8);
      }
    }
  }

  private void block(String text, PDType1Font usual, float size, float after) throws IOException {
    String plain = plain(text);
    PDFont font = canSet(usual, plain) ? usual : PDType0Font.load(document, WIDER, true);
    for (String line : lines(plain, font, size)) {
      if (y < MARGIN) {
        page.close();
        page = newPage();
      }
      page.beginText();
      page.setFont(font, size);
      page.newLineAtOffset(MARGIN, y);
      page.showText(line);
      page.endText();
      y -= size * 1.4f;
    }
    y -= after;
  }

  private static List<String> lines(String text, PDFont font, float size) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split("\\s+")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (font.getStringWidth(longer) / 1000 * size > WIDTH && !line.isEmpty()) {
        lines.add(line.toString());
        line = new StringBuilder(word);
      } else {
        line = new StringBuilder(longer);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  private static boolean canSet(PDType1Font font, String text) {
    return text.codePoints()
        .mapToObj(GlyphList.getAdobeGlyphList()::codePointToName)
        .allMatch(name -> font.getEncoding().contains(name));
  }

  private static String plain(String text) {
    return text.replace('\u202F', ' ').replace('\u00A0', ' ').replace('\u2011', '-');
  }

  private static TrueTypeFont read() {
    try (InputStream in =
        Objects.requireNonNull(
            SamplePdf.class.getResourceAsStream("/fonts/source-serif-4-400.ttf"))) {
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
      // A ligature has no letter of its own: search would not find the word it stands in.
      font.setEnableGsub(false);
      return font;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PDPageContentStream newPage() throws IOException {
    PDPage sheet = new PDPage(PDRectangle.A4);
    document.addPage(sheet);
    y = PDRectangle.A4.getHeight() - MARGIN;
    return new PDPageContentStream(document, sheet);
  }
}

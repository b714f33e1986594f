package org.plenary.print;

import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Sets XHTML as a tagged PDF whose text can be read and searched in every direction of writing. The
 * same page is set once: the last {@value #KEPT} are kept. Thread-safe; one page is set at a time,
 * for it takes a second of one processor.
 */
@Service
public class Print {
  private static final int KEPT = 64;
  private static final String SERIF = "Source Serif 4";
  private static final String SANS = "Inter";
  private static final String ARABIC = "Noto Naskh Arabic";
  private static final Pattern ARABIC_LETTERS = Pattern.compile("\\p{IsArabic}");

  private final Map<Page, byte[]> set =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Page, byte[]> eldest) {
          return size() > KEPT;
        }
      };

  private final ReadableText arabic;

  Print() throws IOException {
    XRLog.setLoggingEnabled(false);
    try (InputStream font = open("noto-naskh-arabic-400")) {
      arabic = new ReadableText(font);
    }
  }

  /**
   * The page as PDF.
   *
   * @throws IllegalStateException if it is no well-formed XHTML, which is a fault of its template
   */
  public byte[] pdf(Page page) {
    synchronized (set) {
      byte[] known = set.get(page);
      if (known == null) {
        known = render(page);
        set.put(page, known);
      }
      return known.clone();
    }
  }

  private byte[] render(Page page) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      font(builder, document, "inter-400", SANS, 400, FontStyle.NORMAL);
      font(builder, document, "inter-600", SANS, 600, FontStyle.NORMAL);
      font(builder, document, "source-serif-4-400", SERIF, 400, FontStyle.NORMAL);
      font(builder, document, "source-serif-4-400-italic", SERIF, 400, FontStyle.ITALIC);
      font(builder, document, "source-serif-4-600", SERIF, 600, FontStyle.NORMAL);
      font(builder, document, "noto-naskh-arabic-400", ARABIC, 400, FontStyle.NORMAL);
      font(builder, document, "noto-naskh-arabic-600", ARABIC, 600, FontStyle.NORMAL);
      builder
          .usePDDocument(document)
          .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
          .useUnicodeBidiReorderer(new ArabicLetters())
          .defaultTextDirection(page.rightToLeft() ? TextDirection.RTL : TextDirection.LTR)
          .usePdfUaAccessibility(true)
          .withProducer("Plenary")
          // Whatever a text says: no address is resolved, no file is opened.
          .useUriResolver((base, uri) -> null)
          .useExternalResourceAccessControl(
              (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
          .useExternalResourceAccessControl(
              (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
          .withHtmlContent(page.xhtml(), null)
          .toStream(out);
      builder.run();
      byte[] pdf = out.toByteArray();
      return ARABIC_LETTERS.matcher(page.xhtml()).find()
          ? arabic.mend(pdf, "NotoNaskhArabic", page.xhtml())
          : pdf;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void font(
      PdfRendererBuilder builder,
      PDDocument document,
      String file,
      String family,
      int weight,
      FontStyle style) {
    builder.useFont(new Font(document, file), family, weight, style, true);
  }

  /** Read when the first letter is set in it. */
  private static final class Font extends PDFontSupplier {
    private final PDDocument document;
    private final String file;
    private @Nullable PDFont read;

    Font(PDDocument document, String file) {
      super(null);
      this.document = document;
      this.file = file;
    }

    @Override
    public PDFont supply() {
      if (read == null) {
        try (InputStream in = open(file)) {
          TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
          // A ligature has no letter of its own: who copies "left" would be left with "le".
          font.setEnableGsub(false);
          read = PDType0Font.load(document, font, true);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return read;
    }
  }

  private static InputStream open(String font) {
    return Objects.requireNonNull(Print.class.getResourceAsStream("/fonts/" + font + ".ttf"), font);
  }
}

package org.plenary.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenary.e2e.Seeds;

/** What a clean rendition no longer says, and that it says the same otherwise. */
class CleanRenditionTest {
  /** Stands in every place of a file that names its maker. */
  private static final String MAKER = "Zyxenia Quillmaker";

  @TempDir Path folder;

  @Test
  void nothingInAPdfNamesItsMaker() throws Exception {
    Path signed = folder.resolve("signed.pdf");
    signedPdf(signed);
    assertThat(inside(signed)).as("the test’s own file").contains(MAKER, "wordfile.docx");
    Path clean = folder.resolve("clean.pdf");
    CleanPdf.clean(signed, clean);
    assertThat(inside(clean))
        .doesNotContain(MAKER)
        .doesNotContain("Quillmaker")
        .doesNotContain("wordfile.docx")
        .doesNotContain("xmpmeta")
        .doesNotContain("Producer")
        .contains("https://example.org/data");
    assertThat(new String(Files.readAllBytes(clean), StandardCharsets.ISO_8859_1))
        .doesNotContain(MAKER)
        .doesNotContain("/Info");
    assertThat(pages(clean)).isEqualTo(pages(signed));
    Path again = folder.resolve("again.pdf");
    CleanPdf.clean(signed, again);
    assertThat(Files.mismatch(clean, again)).as("the same file twice is one").isEqualTo(-1);
  }

  @Test
  void nothingInADocxNamesItsMaker() throws Exception {
    Path signed = folder.resolve("signed.docx");
    signedDocx(signed);
    assertThat(parts(signed)).contains(MAKER).contains("rsidR").contains("docProps/app.xml");
    Path clean = folder.resolve("clean.docx");
    CleanDocx.clean(signed, clean);
    assertThat(parts(clean))
        .doesNotContain(MAKER)
        .doesNotContain("Quillmaker")
        .doesNotContain("docProps")
        .doesNotContain("comments.xml")
        .doesNotContain("rsid")
        .contains("Inserted later");
    assertThat(paragraphs(clean)).isEqualTo(paragraphs(signed)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sustainable-migration-pakistan.pdf",
        "back-but-not-home.pdf",
        "knowledge-partnership-concept-note.pdf"
      })
  void aRealPdfReadsTheSamePageByPage(String name) throws Exception {
    Path original = Seeds.file(name);
    Path clean = folder.resolve("clean.pdf");
    CleanPdf.clean(original, clean);
    assertThat(pages(clean)).isEqualTo(pages(original));
    try (PDDocument before = Loader.loadPDF(original.toFile());
        PDDocument after = Loader.loadPDF(clean.toFile())) {
      assertThat(after.getDocument().getTrailer().containsKey(COSName.INFO)).isFalse();
      assertThat(after.getDocumentCatalog().getMetadata()).isNull();
      for (int page = 0; page < before.getNumberOfPages(); page++) {
        assertThat(after.getPage(page).getMediaBox().toString())
            .isEqualTo(before.getPage(page).getMediaBox().toString());
      }
      var told = before.getDocumentInformation().getCOSObject();
      for (COSName key : told.keySet()) {
        String value = told.getString(key);
        if (value != null && value.length() > 5 && !key.equals(COSName.TITLE)) {
          assertThat(inside(clean)).as(key.getName()).doesNotContain(value);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sustainable-migration-pakistan-version-1.docx",
        "back-but-not-home.docx",
        "knowledge-partnership-concept-note.docx"
      })
  void aRealDocxReadsTheSame(String name) throws Exception {
    Path original = Seeds.file(name);
    Path clean = folder.resolve("clean.docx");
    CleanDocx.clean(original, clean);
    assertThat(paragraphs(clean)).isEqualTo(paragraphs(original)).isNotEmpty();
    assertThat(parts(clean)).doesNotContain("docProps/").doesNotContain("w:rsid");
  }

  private static void signedPdf(Path to) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream out = new PDPageContentStream(document, page)) {
        out.beginText();
        out.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        out.newLineAtOffset(72, 700);
        out.showText("What everyone may read.");
        out.endText();
        byte[] picture = picture();
        out.drawImage(PDImageXObject.createFromByteArray(document, picture, "x"), 72, 500);
      }
      document.getDocumentInformation().setAuthor(MAKER);
      document.getDocumentInformation().setProducer("Producer of " + MAKER);
      document.getDocumentInformation().setCreationDate(Calendar.getInstance());
      byte[] xmp = ("<x:xmpmeta>" + MAKER + "</x:xmpmeta>").getBytes(StandardCharsets.UTF_8);
      document.getDocumentCatalog().setMetadata(metadata(document, xmp));
      page.setMetadata(metadata(document, xmp));
      COSDictionary piece = new COSDictionary();
      piece.setString("Company", MAKER);
      page.getCOSObject().setItem("PieceInfo", piece);
      PDAnnotationText note = new PDAnnotationText();
      note.setTitlePopup(MAKER);
      note.setContents("A note of " + MAKER);
      note.setRectangle(new PDRectangle(10, 10, 20, 20));
      PDAnnotationLink web = link("https://example.org/data");
      PDAnnotationLink path = link("file:///C:/Users/" + MAKER + "/paper.docx");
      page.setAnnotations(List.of(note, web, path));
      PDComplexFileSpecification source = new PDComplexFileSpecification();
      source.setFile("wordfile.docx");
      source.setEmbeddedFile(
          new PDEmbeddedFile(document, new ByteArrayInputStream(MAKER.getBytes())));
      PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
      tree.setNames(Map.of("wordfile.docx", source));
      PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
      names.setEmbeddedFiles(tree);
      document.getDocumentCatalog().setNames(names);
      document.save(to.toFile());
    }
  }

  private static PDMetadata metadata(PDDocument document, byte[] xmp) throws IOException {
    return new PDMetadata(document, new ByteArrayInputStream(xmp));
  }

  private static PDAnnotationLink link(String address) {
    PDAnnotationLink link = new PDAnnotationLink();
    PDActionURI action = new PDActionURI();
    action.setURI(address);
    link.setAction(action);
    link.setRectangle(new PDRectangle(10, 50, 20, 20));
    return link;
  }

  /** A JPEG with the maker in Exif and in a comment. */
  private static byte[] picture() throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    javax.imageio.ImageIO.write(
        new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_INT_RGB),
        "jpg",
        plain);
    byte[] jpeg = plain.toByteArray();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    for (int marker : new int[] {0xE1, 0xFE}) {
      byte[] told = ("Exif\0\0" + MAKER).getBytes(StandardCharsets.ISO_8859_1);
      out.write(new byte[] {(byte) 0xFF, (byte) marker, 0, (byte) (told.length + 2)});
      out.write(told);
    }
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  private static void signedDocx(Path to) throws IOException {
    try (XWPFDocument document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(to)) {
      document.getProperties().getCoreProperties().setCreator(MAKER);
      document.getProperties().getExtendedProperties().setCompany("Company of " + MAKER);
      document.getProperties().getCustomProperties().addProperty("Owner", MAKER);
      XWPFParagraph paragraph = document.createParagraph();
      paragraph.createRun().setText("What everyone may read.");
      paragraph.getCTP().setRsidR(new byte[] {0, 1, 2, 3});
      var inserted = paragraph.getCTP().addNewIns();
      inserted.setAuthor(MAKER);
      inserted.setId(BigInteger.ONE);
      inserted.addNewR().addNewT().setStringValue("Inserted later");
      var comments = document.createComments();
      var comment = comments.createComment(BigInteger.TEN);
      comment.setAuthor(MAKER);
      comment.setInitials("ZQ");
      comment.createParagraph().createRun().setText("By " + MAKER);
      paragraph.getCTP().addNewCommentRangeStart().setId(BigInteger.TEN);
      paragraph.getCTP().addNewR().addNewCommentReference().setId(BigInteger.TEN);
      document.write(out);
    }
  }

  private static List<String> pages(Path pdf) throws IOException {
    List<String> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(stripper.getText(document));
      }
    }
    return pages;
  }

  /** Every name, string and decoded stream of a PDF, used or not. */
  private static String inside(Path pdf) throws IOException {
    StringBuilder all = new StringBuilder();
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      gather(document.getDocument().getTrailer(), all);
      for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
        gather(document.getDocument().getObjectFromPool(key).getObject(), all);
      }
    }
    return all.toString();
  }

  private static void gather(COSBase item, StringBuilder all) throws IOException {
    if (item instanceof COSString text) {
      all.append(text.getString()).append('\n');
    } else if (item instanceof COSName name) {
      all.append(name.getName()).append('\n');
    } else if (item instanceof COSArray array) {
      for (COSBase value : array) {
        gather(value, all);
      }
    } else if (item instanceof COSDictionary dictionary) {
      for (COSName key : dictionary.keySet()) {
        all.append(key.getName()).append(' ');
        gather(dictionary.getItem(key), all);
      }
      if (item instanceof COSStream stream) {
        try (InputStream in =
            COSName.DCT_DECODE.equals(stream.getFilters())
                ? stream.createRawInputStream()
                : stream.createInputStream()) {
          all.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
        }
      }
    }
  }

  private static List<String> paragraphs(Path docx) throws IOException {
    try (InputStream in = Files.newInputStream(docx);
        XWPFDocument document = new XWPFDocument(in)) {
      List<String> texts = new ArrayList<>();
      document.getParagraphs().forEach(paragraph -> texts.add(paragraph.getText()));
      document.getTables().forEach(table -> texts.add(table.getText()));
      return texts;
    }
  }

  /** The name and content of every part of a DOCX. */
  private static String parts(Path docx) throws IOException {
    StringBuilder all = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(docx))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        all.append(entry.getName()).append('\n');
        all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).append('\n');
      }
    }
    return all.toString();
  }
}

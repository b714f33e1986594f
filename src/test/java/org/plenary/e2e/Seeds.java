package org.plenary.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Assumptions;

/**
 * The real papers that tests read from beside the repository; their sentences are looked up there
 * and never kept here.
 */
public final class Seeds {
  private static final Path FOLDER = Path.of("..", "shared", "data", "seeds");
  public static final String FIRST = "sustainable-migration-pakistan-version-1.docx";
  public static final String SECOND = "sustainable-migration-pakistan.pdf";

  private Seeds() {}

  /** The file of this name; without the folder the test is skipped, saying so. */
  public static Path file(String name) {
    Assumptions.assumeTrue(
        Files.isDirectory(FOLDER), "the real papers of ../shared/data/seeds are not here");
    return FOLDER.resolve(name).toAbsolutePath().normalize();
  }

  /** Eight plain words in a row that stand on this page and on no other. */
  public static String wordsOnPage(int page) throws IOException {
    List<String> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(file(SECOND).toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      for (int p = 1; p <= document.getNumberOfPages(); p++) {
        stripper.setStartPage(p);
        stripper.setEndPage(p);
        pages.add(stripper.getText(document).replaceAll("\\s+", " "));
      }
    }
    String[] words = pages.get(page - 1).split(" ");
    for (int from = 3; from + 8 < words.length; from++) {
      String found = String.join(" ", List.of(words).subList(from, from + 8));
      boolean plain = found.matches("[a-z ]+");
      if (plain && pages.stream().filter(text -> text.contains(found)).count() == 1) {
        return found;
      }
    }
    throw new IllegalStateException("no such words on page " + page);
  }

  /** The sentence of version 1 with the number that the PDF no longer has. */
  public static String sentenceOfVersionOne() throws IOException {
    try (var in = Files.newInputStream(file(FIRST));
        XWPFDocument document = new XWPFDocument(in)) {
      return document.getParagraphs().stream()
          .flatMap(paragraph -> List.of(paragraph.getText().split("(?<=\\.) ")).stream())
          .filter(sentence -> sentence.contains("7,777"))
          .findFirst()
          .orElseThrow()
          .strip();
    }
  }
}

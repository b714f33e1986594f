package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Cast;
import org.plenary.OnMariaDb;
import org.plenary.files.TextUnit;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that are not what they should be: refused in words, and nothing of them stays. */
@OnMariaDb
class BadFilesTest {
  private static final int MB = 1 << 20;

  @Autowired Papers papers;
  @Autowired Drafts drafts;
  @Autowired Cast cast;
  @Autowired JdbcClient jdbc;
  @Autowired MessageSource texts;

  @Value("${plenary.data}")
  Path data;

  private Actor author;

  @BeforeEach
  void author() {
    author = cast.actor("author");
  }

  @Test
  void whatCannotBeReadIsRefusedInWordsAndTheDraftStaysAsItWas() throws Exception {
    UUID draft =
        drafts.start(author, cast.draft("With a bad file", "About it.", java.util.Set.of()));
    long seen = drafts.page(author, draft).revision();
    byte[] whole = pdf(3, "a page", 0);
    byte[] noise = new byte[20_000];
    new java.util.Random(5).nextBytes(noise);
    refused("file.empty", "The file is empty.", new byte[0]);
    refused(
        "file.type",
        "neither a PDF nor a DOCX",
        "<html><body><script>alert(1)</script></body></html>".getBytes(StandardCharsets.UTF_8));
    refused("file.type", "neither a PDF nor a DOCX", noise);
    refused(
        "file.unreadable", "damaged", join("%PDF-1.7\n".getBytes(StandardCharsets.UTF_8), noise));
    refused(
        "file.unreadable",
        "damaged",
        "%PDF-1.4\n<html><body>Not found</body></html>".getBytes(StandardCharsets.UTF_8));
    refused("file.unreadable", "damaged", Arrays.copyOf(whole, 200));
    refused(
        "file.unreadable",
        "damaged",
        join("PK\u0003\u0004".getBytes(StandardCharsets.UTF_8), noise));
    refused("file.encrypted", "protected by a password", encrypted("open sesame"));
    assertThat(drafts.page(author, draft).revision()).isEqualTo(seen);
    assertThat(incoming()).as("nothing lies about").isEmpty();
    // The worker that read all this still reads.
    assertThat(take(whole).units()).isEqualTo(3);
    assertThat(take(encrypted("")).units())
        .as("printing is forbidden, reading is not")
        .isEqualTo(1);
  }

  /** What a browser, or someone without one, sends after the limit is not even read. */
  @Test
  void twoHundredMegabytesAreRefusedAfterFifty() throws Exception {
    Endless stream = new Endless(200L * MB);
    long before = used();
    assertThatThrownBy(() -> papers.take(author, stream, "large.pdf"))
        .isInstanceOf(DomainException.class)
        .satisfies(
            e -> {
              assertThat(((DomainException) e).key()).isEqualTo("file.large");
              assertThat(said((DomainException) e)).isEqualTo("The file is larger than 50 MB.");
            });
    assertThat(stream.given).isBetween(50L * MB, 51L * MB);
    assertThat(used() - before).as("kept in memory").isLessThan(30L * MB);
    assertThat(incoming()).isEmpty();
  }

  @Test
  void twoThousandPagesAreReadToTheLast() throws Exception {
    byte[] long_ = pdf(2_000, "Page %d of a long report about costs and households.", 20);
    Instant begun = Instant.now();
    TakenFile file = take(long_);
    Duration took = Duration.between(begun, Instant.now());
    System.out.println("2,000 pages: " + took.toMillis() + " ms");
    assertThat(file.units()).isEqualTo(2_000);
    UUID draft = drafts.start(author, cast.draft("A long one", "About it.", java.util.Set.of()));
    papers.addVersion(author, draft, file.file(), "long.pdf");
    List<TextUnit> text = papers.text(author, draft, 1);
    assertThat(text).hasSize(2_000);
    assertThat(text.getLast().text()).contains("Page 2000 of a long report");
  }

  /** The same file from several people in the same moment: each has it, and it is kept once. */
  @Test
  void theSameFileSentTwiceAtOnceIsKeptOnce() throws Exception {
    byte[] same = pdf(5, "sent by all at once, page %d", 1);
    try (ExecutorService all = Executors.newFixedThreadPool(4)) {
      List<Callable<TakenFile>> senders = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        senders.add(() -> take(same));
      }
      for (Future<TakenFile> sent : all.invokeAll(senders)) {
        assertThat(sent.get().units()).isEqualTo(5);
      }
    }
    String sha256 = take(same).file().sha256();
    assertThat(
            jdbc.sql("select count(*) from file_text where sha256 = ?")
                .param(sha256)
                .query(Integer.class)
                .single())
        .isEqualTo(5);
  }

  private TakenFile take(byte[] content) {
    return papers.take(author, new ByteArrayInputStream(content), "paper.pdf");
  }

  private void refused(String key, String words, byte[] content) {
    assertThatThrownBy(() -> take(content))
        .as(key)
        .isInstanceOf(DomainException.class)
        .satisfies(
            e -> {
              assertThat(((DomainException) e).key()).isEqualTo(key);
              assertThat(said((DomainException) e)).contains(words);
            });
  }

  private String said(DomainException refusal) {
    return texts.getMessage(refusal.key(), refusal.arguments().toArray(), Locale.ENGLISH);
  }

  private List<Path> incoming() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("files").resolve("incoming"))) {
      return files.toList();
    }
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] encrypted(String password) throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      AccessPermission may = new AccessPermission();
      may.setCanPrint(false);
      StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", password, may);
      policy.setEncryptionKeyLength(128);
      document.protect(policy);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static byte[] pdf(int pages, String text, int lines) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
      for (int number = 1; number <= pages; number++) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
          out.beginText();
          out.setFont(font, 10);
          out.setLeading(12);
          out.newLineAtOffset(72, 740);
          for (int line = 0; line <= lines; line++) {
            out.showText(text.formatted(number));
            out.newLine();
          }
          out.endText();
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  /** Begins as a PDF and does not end for long. */
  private static final class Endless extends InputStream {
    private final long size;
    private long given;

    Endless(long size) {
      this.size = size;
    }

    @Override
    public int read() {
      return given < size ? "%PDF-".charAt((int) (given++ % 5)) : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (given >= size) {
        return -1;
      }
      int n = (int) Math.min(length, size - given);
      for (int i = 0; i < n; i++) {
        buffer[offset + i] = (byte) "%PDF-".charAt((int) ((given + i) % 5));
      }
      given += n;
      return n;
    }
  }
}

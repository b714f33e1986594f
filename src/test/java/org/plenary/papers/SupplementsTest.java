package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.plenary.Cast;
import org.plenary.OnMariaDb;
import org.plenary.bodies.Bodies;
import org.plenary.files.StoredFile;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The further files of a version: what is let in, and who reads which. */
@OnMariaDb
class SupplementsTest {
  @Autowired Supplements supplements;
  @Autowired Drafts drafts;
  @Autowired Papers papers;
  @Autowired Bodies bodies;
  @Autowired Cast cast;
  @Autowired MockMvc mvc;

  @Test
  void whoReadsAVersionReadsItsSupplementsUnderNeutralNames() throws Exception {
    Actor author = cast.actor("author");
    Actor reviewer = cast.actor("reviewer1");
    Actor chair = cast.actor("chair");
    UUID group = bodies.byCode("REM").orElseThrow().id();
    UUID id = papers.start(author, group, cast.draft("With data", "About it.", Set.of(), "author"));
    long seen = add(author, id, "a,b\n1,2\n", "Barrantes data.csv");
    seen = supplements.label(author, id, 1, "The survey", seen);
    long stale = seen - 1;
    assertThatThrownBy(() -> supplements.remove(author, id, 1, stale)).isNotNull();
    add(author, id, "c;d\n3;4\n", "second.csv");
    drafts.attach(author, id, file(author, "one"), drafts.page(author, id).revision());
    assertThat(drafts.page(author, id).supplements())
        .extracting(SupplementLine::fileName)
        .containsExactly("Barrantes data.csv", "second.csv");
    for (String other : List.of("chair", "member2", "reviewer1", "secretariat", "donor")) {
      absent(() -> supplements.of(cast.actor(other), id, 1));
      absent(() -> supplements.file(cast.actor(other), id, 1, 1));
      absent(() -> supplements.label(cast.actor(other), id, 1, "Mine", 0));
    }
    papers.submit(author, id);
    String reference = papers.reference(author, id);
    assertThat(supplements.file(chair, id, 1, 1).name())
        .isEqualTo(reference + "-v1-supplement-1.csv");
    assertThat(supplements.of(chair, id, 1))
        .extracting(SupplementLine::label, SupplementLine::fileName)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("The survey", ""),
            org.assertj.core.groups.Tuple.tuple("", ""));
    absent(() -> supplements.file(reviewer, id, 1, 1));
    absent(() -> supplements.file(cast.actor("secretariat"), id, 1, 1));
    papers.admitReviewer(Actor.SYSTEM, id, reviewer.id());
    assertThat(Files.readString(supplements.file(reviewer, id, 1, 1).path())).startsWith("a,b");
    refused(
        "paper.version.state",
        () -> supplements.remove(author, id, 1, papers.page(author, reference).revision()));

    papers.follow(Actor.SYSTEM, id, PaperState.IN_REVIEW);
    papers.follow(Actor.SYSTEM, id, PaperState.REVISION);
    papers.addVersion(author, id, file(author, "two").file(), "two.pdf");
    assertThat(supplements.unsent(author, id)).as("carried over").hasSize(2);
    supplements.remove(author, id, 2, papers.page(author, reference).revision());
    absent(() -> supplements.of(reviewer, id, 2));
    absent(() -> supplements.file(chair, id, 2, 1));
    papers.noteChange(author, id, "Better.", papers.page(author, reference).revision());
    papers.sendVersion(Actor.SYSTEM, id);
    papers.follow(Actor.SYSTEM, id, PaperState.IN_REVIEW);
    assertThat(supplements.of(reviewer, id, 2)).hasSize(1);
    assertThat(supplements.of(reviewer, id, 1)).as("the version before keeps its own").hasSize(2);

    String address = "/papers/" + reference + "/supplements/";
    mvc.perform(get(address + 1)).andExpect(status().isNotFound());
    papers.follow(Actor.SYSTEM, id, PaperState.ACCEPTED);
    papers.publish(Actor.SYSTEM, id);
    mvc.perform(get(address + 1))
        .andExpect(status().isOk())
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(
            header()
                .string(
                    "Content-Disposition",
                    "attachment; filename=\"" + reference + "-v2-supplement-1.csv\""));
    mvc.perform(get(address + 2)).andExpect(status().isNotFound());
    mvc.perform(get("/papers/" + reference)).andExpect(status().isOk());
  }

  @Test
  void theTypeIsDecidedByContent() throws IOException {
    Actor author = cast.actor("author");
    assertThat(taken("name,count\nÅ,1\n".getBytes(StandardCharsets.UTF_8)).extension())
        .isEqualTo("csv");
    assertThat(taken(zip("xl/workbook.xml")).extension()).isEqualTo("xlsx");
    assertThat(taken(zip("data/one.dta", "read me.txt")).extension()).isEqualTo("zip");
    assertThat(supplements.take(author, Cast.pdf("an annex")).extension()).isEqualTo("pdf");
    refused("file.unreadable", () -> taken(zip("xl/workbook.xml", "xl/sheet.broken.xml")));
    refused("file.archive", () -> taken(zip("a.txt", "../../.ssh/authorized_keys")));
    refused("file.archive", () -> taken(zip("\\\\server\\x")));
    refused("file.archive", () -> taken(zip("xl/workbook.xml", "xl/vbaProject.bin")));
    for (String no :
        List.of("<html>,<script>alert(1)</script>", "plain words", "MZ\u0000,\u0001", "")) {
      assertThatThrownBy(() -> taken(no.getBytes(StandardCharsets.UTF_8)))
          .as(no)
          .isInstanceOf(DomainException.class);
    }
    refused(
        "file.supplement.type",
        () -> taken("name,Ångström\n".getBytes(StandardCharsets.ISO_8859_1)));
    refused("file.type", () -> papers.take(author, in("a,b\n"), "paper.pdf"));
  }

  private StoredFile taken(byte[] content) {
    return supplements.take(cast.actor("author"), new ByteArrayInputStream(content));
  }

  private long add(Actor author, UUID id, String table, String name) {
    StoredFile file = supplements.take(author, in(table));
    return supplements.add(author, id, file, name, drafts.page(author, id).revision());
  }

  private TakenFile file(Actor author, String text) {
    return papers.take(author, Cast.pdf(text), text + ".pdf");
  }

  private static InputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] zip(String... names) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(
            name.endsWith(".broken.xml")
                ? new byte[] {1}
                : "<x/>".getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void refused(String key, Runnable step) {
    assertThatThrownBy(step::run)
        .isInstanceOf(DomainException.class)
        .extracting(e -> ((DomainException) e).key())
        .isEqualTo(key);
  }

  private static void absent(Runnable step) {
    assertThatThrownBy(step::run).isInstanceOf(NotFoundException.class);
  }
}

package org.plenary.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.plenary.Cast;
import org.plenary.OnMariaDb;
import org.plenary.kernel.Actor;
import org.plenary.papers.Blindness;
import org.plenary.papers.CallDraft;
import org.plenary.papers.Calls;
import org.plenary.papers.Drafts;
import org.plenary.papers.NameInText;
import org.plenary.papers.PaperDraft;
import org.plenary.papers.PaperFile;
import org.plenary.papers.PaperPage;
import org.plenary.papers.PaperState;
import org.plenary.papers.PaperWork;
import org.plenary.papers.PaperWorks;
import org.plenary.papers.SupplementLine;
import org.plenary.papers.Supplements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What stands around a paper under a call’s blindness: further files, funding, who handles it. */
@OnMariaDb
class BlindSubmissionTest extends CaseSteps {
  private static final String SURNAME = "Wobblethwaite";

  @Autowired Calls calls;
  @Autowired Drafts drafts;
  @Autowired Supplements supplements;
  @Autowired PaperWorks works;
  @Autowired ResponseTables tables;
  @Autowired MockMvc mvc;

  @Test
  void whatStandsBesideTheTextDoesNotTellWhoWroteIt() throws Exception {
    Actor member = cast.actor("member2");
    UUID id = draft("Beside the text", author);
    assertThat(supplements.unsent(author, id)).hasSize(4);
    assertThat(papers.namesInText(author, id))
        .extracting(NameInText::found)
        .containsExactly(SURNAME, "Una " + SURNAME);
    papers.submit(author, id);
    eventually(() -> caseOf(id).isPresent());
    String reference = papers.reference(author, id);
    Actor reviewer = person("Rhea Viewsblind-Ono", "Far Away House");
    invite(chair, id, reviewer);
    assertThat(mails(reviewer).getFirst().body())
        .contains("you will not learn who wrote the paper")
        .doesNotContain(SURNAME);
    accept(reviewer);
    for (Actor blind : List.of(reviewer, member)) {
      PaperPage page = papers.page(blind, reference);
      assertThat(page.named()).isFalse();
      assertThat(page.draft().funding()).isEmpty();
      assertThat(page.draft().keywords()).containsExactly("fees", SURNAME + " index");
      assertThat(page.versions().getFirst().supplements())
          .extracting(SupplementLine::format)
          .as("an archive cannot be cleaned")
          .containsExactly("PDF", "XLSX", "CSV");
      assertThat(supplements.of(blind, id, 1)).hasSize(3);
      absent(() -> supplements.file(blind, id, 1, 4));
      PaperFile pdf = supplements.file(blind, id, 1, 1);
      try (PDDocument document = Loader.loadPDF(Files.readAllBytes(pdf.path()))) {
        assertThat(document.getDocumentInformation().getAuthor()).isNull();
      }
      try (InputStream in = Files.newInputStream(supplements.file(blind, id, 1, 2).path());
          XSSFWorkbook book = new XSSFWorkbook(in)) {
        assertThat(book.getProperties().getCoreProperties().getCreator()).isNotEqualTo(SURNAME);
        assertThat(book.getSheetAt(0).getRow(0).getCell(0).getStringCellValue()).isEqualTo("fee");
      }
      assertThat(works.all(Actor.SYSTEM, blind))
          .filteredOn(work -> work.id().equals(id))
          .allMatch(work -> work.reference() == null && work.names().isEmpty());
    }
    PaperPage named = papers.page(chair, reference);
    assertThat(named.draft().funding()).contains(SURNAME);
    assertThat(named.versions().getFirst().supplements()).hasSize(4);
    try (PDDocument document =
        Loader.loadPDF(Files.readAllBytes(supplements.file(chair, id, 1, 1).path()))) {
      assertThat(document.getDocumentInformation().getAuthor()).isEqualTo(SURNAME);
    }
    assertThat(works.all(Actor.SYSTEM, chair))
        .filteredOn(work -> work.id().equals(id))
        .extracting(PaperWork::reference)
        .containsExactly(reference);
  }

  @Test
  void aMemberNamedToHandleItLearnsTheAuthorsAndNoReviewerHandlesIt() {
    Actor member = cast.actor("member2");
    UUID id = draft("Handled by a member", chair, vice);
    papers.submit(chair, id);
    eventually(() -> caseOf(id).isPresent());
    String reference = papers.reference(chair, id);
    assertThat(papers.page(member, reference).named()).isFalse();
    handling.give(secretariat, theCase(id), member.id(), "Clear of both.");
    assertThat(papers.page(member, reference).named()).isTrue();
    assertThat(candidates.of(member, theCase(id)))
        .filteredOn(c -> c.person().equals(editor.id()))
        .isNotEmpty()
        .allMatch(Candidate::isBarred);
    refused("review.invite.conflict", () -> invite(member, id, editor));
    Actor other = cast.actor("outreach");
    assertThat(papers.page(other, reference).named()).isFalse();
    invite(member, id, other);
    accept(other);
    refused(
        "review.handling.who", () -> handling.give(secretariat, theCase(id), other.id(), "Now."));
    assertThat(papers.page(other, reference).named()).isFalse();
  }

  @Test
  void whatTheCallSaysOfTheReviewsBeginsTheCase() throws Exception {
    UUID call = call(Blindness.OPEN, true);
    UUID id = papers.start(author, group(), cast.draft("Openly", "About it.", Set.of(), "author"));
    choose(id, author, call);
    papers.addVersion(author, id, papers.take(author, Cast.pdf("openly"), "v1.pdf").file(), "v1");
    papers.submit(author, id);
    eventually(() -> caseOf(id).isPresent());
    assertThat(handling.of(chair, theCase(id)).orElseThrow().publishes()).isTrue();
    Actor reviewer = person("Olaf Signs-Ode", "Far Away House");
    invite(chair, id, reviewer);
    UUID own = accept(reviewer);
    reviews.comment(reviewer, own, Anchor.WHOLE, CommentKind.EDITORIAL, "Shorter.");
    submit(reviewer, own);
    assertThat(tables.of(author, id)).isEmpty();
    decisions.decide(chair, theCase(id), Outcome.ACCEPT, "Yes.");
    eventually(() -> papers.facts(Actor.SYSTEM, id).state() == PaperState.ACCEPTED);
    assertThat(tables.of(author, id).orElseThrow().toString()).contains(reviewer.name());
    papers.publish(Actor.SYSTEM, id);
    String page =
        mvc.perform(get("/papers/" + papers.reference(author, id) + "/review"))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(page).contains("Shorter.").doesNotContain(reviewer.name());
  }

  @Test
  void aDraftThatGoesToAnotherGroupLeavesTheCall() {
    UUID id = papers.start(author, group(), cast.draft("Moved", "About it.", Set.of(), "author"));
    long before = drafts.page(author, id).revision();
    long now = calls.choose(author, id, call(Blindness.DOUBLE, false), before);
    assertThat(drafts.page(author, id).call()).isNotNull();
    overtaken(() -> calls.choose(author, id, null, before));
    PaperDraft same = drafts.page(author, id).draft();
    UUID data = bodies.byCode("DATA").orElseThrow().id();
    drafts.save(author, id, same.in(data), now);
    assertThat(drafts.page(author, id).call()).isNull();
    UUID none = drafts.start(author, cast.draft("No group", "About it.", Set.of(), "author"));
    refused("call.taken", () -> choose(none, author, call(Blindness.DOUBLE, false)));
  }

  /** A double-blind draft whose authors gave themselves away wherever they could. */
  private UUID draft(String title, Actor... by) {
    PaperDraft said =
        new PaperDraft(
            "research",
            title,
            "About it.",
            "en",
            List.of("remittances"),
            List.of("PK"),
            java.util.stream.Stream.concat(
                    List.of(by).stream()
                        .map(a -> new PaperDraft.Author(a.name(), "The Authors’ Own", a.id())),
                    java.util.stream.Stream.of(
                        new PaperDraft.Author("Una " + SURNAME, "The Authors’ Own")))
                .toList(),
            Set.of(),
            group(),
            Set.of(),
            List.of(),
            List.of("fees", SURNAME + " index"),
            "Paid by the " + SURNAME + " fund");
    UUID id = drafts.start(by[0], said);
    choose(id, by[0], call(Blindness.DOUBLE, false));
    papers.addVersion(by[0], id, papers.take(by[0], Cast.pdf(title), "v1.pdf").file(), "v1.pdf");
    add(id, by[0], signedPdf());
    add(id, by[0], signedTable());
    add(id, by[0], "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
    add(id, by[0], archive());
    supplements.label(by[0], id, 3, "Survey of Una " + SURNAME, drafts.page(by[0], id).revision());
    return id;
  }

  private UUID group() {
    return remittances().id();
  }

  private UUID call(Blindness blindness, boolean publishes) {
    // By the vice-chair, for the chair may be among the authors.
    return calls.open(vice, group(), new CallDraft("A call", "", null, null, blindness, publishes));
  }

  private void choose(UUID paper, Actor by, UUID call) {
    calls.choose(by, paper, call, drafts.page(by, paper).revision());
  }

  private void add(UUID paper, Actor by, byte[] content) {
    supplements.add(
        by,
        paper,
        supplements.take(by, new ByteArrayInputStream(content)),
        SURNAME + " data",
        drafts.page(by, paper).revision());
  }

  private static byte[] signedPdf() {
    try (PDDocument document = Loader.loadPDF(Cast.pdf("an annex").readAllBytes())) {
      document.getDocumentInformation().setAuthor(SURNAME);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] signedTable() {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      book.createSheet("Fees").createRow(0).createCell(0).setCellValue("fee");
      book.getProperties().getCoreProperties().setCreator(SURNAME);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      book.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] archive() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("code/" + SURNAME + ".R"));
      zip.write("1 + 1".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}

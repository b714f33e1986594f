package org.plenary.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plenary.Cast;
import org.plenary.OnMariaDb;
import org.plenary.bodies.Bodies;
import org.plenary.desk.Desk;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Uuids;
import org.plenary.mail.Outbox;
import org.plenary.papers.Blindness;
import org.plenary.papers.CallDraft;
import org.plenary.papers.Calls;
import org.plenary.papers.Comparisons;
import org.plenary.papers.Drafts;
import org.plenary.papers.PaperDraft;
import org.plenary.papers.PaperFile;
import org.plenary.papers.PaperLists;
import org.plenary.papers.PaperState;
import org.plenary.papers.Papers;
import org.plenary.papers.TakenFile;
import org.plenary.search.Search;
import org.plenary.search.SearchQuery;
import org.plenary.search.SearchResult;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Three calls and one cast: who learns whose name, through every way there is to learn it. */
@OnMariaDb
class BlindnessTest {
  private static final ReviewDraft REVIEW =
      new ReviewDraft(
          Map.of(Criterion.EVIDENCE, 3, Criterion.RELEVANCE, 4, Criterion.CLARITY, 5),
          Outcome.MAJOR,
          "Sound in the main.",
          "Between us: promising.");

  @Autowired Papers papers;
  @Autowired PaperLists lists;
  @Autowired Calls calls;
  @Autowired Comparisons comparisons;
  @Autowired Bodies bodies;
  @Autowired Drafts drafts;
  @Autowired Cases cases;
  @Autowired Candidates candidates;
  @Autowired Inviting inviting;
  @Autowired Decisions decisions;
  @Autowired Invitations invitations;
  @Autowired Reviews reviews;
  @Autowired Comments comments;
  @Autowired Outbox outbox;
  @Autowired Desk desk;
  @Autowired Search search;
  @Autowired Cast cast;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvc mvc;

  Actor author;
  Actor chair;
  Actor volunteer;
  Actor member;
  Actor bystander;
  UUID group;

  /** A paper under review with what is searched for. */
  private record Case(
      UUID paper, UUID id, String reference, String surname, String word, String original) {}

  @BeforeEach
  void people() {
    // Not the author of other tests, whose mails never name a reviewer: here an open review does.
    author = cast.actor("diaschair");
    chair = cast.actor("chair");
    volunteer = cast.actor("reviewer1");
    member = cast.actor("member2");
    bystander = cast.actor("outreach");
    group = bodies.byCode("REM").orElseThrow().id();
  }

  @ParameterizedTest
  @EnumSource(Blindness.class)
  void whoLearnsTheAuthorsBeforeAndAfterAccepting(Blindness blindness) throws Exception {
    boolean hidden = blindness == Blindness.DOUBLE;
    Case of = submitted(blindness, "Ahead" + blindness);
    int mailsBefore = outbox.counts(volunteer).all();
    int membersBefore = outbox.counts(member).all();
    inviting.invite(
        chair, of.id, InviteDraft.plain(List.of(volunteer.id(), member.id()), inDays(20)));
    String token = token(volunteer);

    // Invited: the mail, the page of its link, the desk, the own page.
    String page =
        mvc.perform(get("/invitations/" + token)).andReturn().getResponse().getContentAsString();
    assertThat(page).contains(said(blindness)).contains("About " + of.word);
    String mail = mails(volunteer, mailsBefore);
    assertThat(mail).contains(said(blindness));
    for (Actor invited : List.of(volunteer, member)) {
      UUID own = assignment(invited, of);
      quiet(of, invitations.look(Actor.PUBLIC, token), desk.waitingFor(invited), mail, page);
      quiet(of, reviews.page(invited, own));
      names(of, member, !hidden);
    }
    search(of, volunteer, false, false);
    search(of, member, true, !hidden);
    search(of, bystander, true, !hidden);
    search(of, chair, true, true);

    // Accepted.
    invitations.accept(Actor.PUBLIC, token);
    invitations.accept(member, assignment(member, of));
    for (Actor reviewer : List.of(volunteer, member)) {
      names(of, reviewer, !hidden);
      search(of, reviewer, true, !hidden);
      quiet(of, reviews.page(reviewer, assignment(reviewer, of)), desk.waitingFor(reviewer));
      quiet(of, lists.visible(reviewer, false, "", 0, 500));
      assertThat(lists.count(reviewer, false, of.surname)).as("a list by name").isZero();
      quiet(of, papers.text(reviewer, of.paper, 1));
      clean(of, papers.file(reviewer, of.paper, 1));
      assertThatThrownBy(() -> drafts.save(reviewer, of.paper, draft(of), 0))
          .isInstanceOfSatisfying(
              DomainException.class, e -> quiet(of, e.getMessage(), e.arguments()));
      absent(() -> papers.namesInText(cast.actor("donor"), of.paper));
      absent(() -> papers.file(reviewer, of.paper, 2));
    }
    if (hidden) {
      quiet(of, mails(volunteer, mailsBefore), mails(member, membersBefore));
      clean(of, papers.file(bystander, of.paper, 1));
    } else {
      assertThat(papers.file(bystander, of.paper, 1).path().toString()).endsWith(of.original);
    }
    names(of, bystander, !hidden);
    for (Actor knows : List.of(chair, cast.actor("vicechair"), cast.actor("editor"), author)) {
      names(of, knows, true);
      assertThat(papers.file(knows, of.paper, 1).path().toString()).endsWith(of.original);
    }
    names(of, cast.actor("secretariat"), true);

    // Published: the authors are no secret any more, the file of a reviewer stays the clean one.
    papers.follow(Actor.SYSTEM, of.paper, PaperState.ACCEPTED);
    names(of, member, !hidden);
    papers.publish(Actor.SYSTEM, of.paper);
    names(of, member, true);
    search(of, volunteer, true, true);
    clean(of, papers.file(volunteer, of.paper, 1));
  }

  @ParameterizedTest
  @EnumSource(Blindness.class)
  void whoLearnsTheReviewers(Blindness blindness) {
    boolean open = blindness == Blindness.OPEN;
    Case of = submitted(blindness, "Behind" + blindness);
    inviting.invite(chair, of.id, InviteDraft.plain(List.of(volunteer.id()), inDays(20)));
    invitations.accept(Actor.PUBLIC, token(volunteer));
    UUID one = assignment(volunteer, of);
    reviews.comment(volunteer, one, Anchor.WHOLE, CommentKind.SUBSTANTIVE, "Why?");
    long seen = reviews.page(volunteer, one).revision();
    reviews.submit(volunteer, one, reviews.save(volunteer, one, REVIEW, seen));

    CasePage before = cases.page(author, of.paper).orElseThrow();
    assertThat(before.toString()).as("before the decision").doesNotContain(volunteer.name());
    String letter = decisions.letter(chair, of.id, Outcome.MAJOR);
    assertThat(letter.contains(volunteer.name())).isEqualTo(open);
    int mailsBefore = outbox.counts(author).all();
    decisions.decide(chair, of.id, Outcome.MAJOR, letter);

    CasePage after = cases.page(author, of.paper).orElseThrow();
    assertThat(after.toString()).doesNotContain("Between us").contains("Why?");
    assertThat(after.comments())
        .singleElement()
        .extracting(CommentLine::reviewer)
        .isEqualTo(open ? volunteer.name() : "Reviewer 1");
    assertThat(after.assignments()).hasSize(open ? 1 : 0);
    assertThat(after.toString().contains(volunteer.name())).isEqualTo(open);
    assertThat(mails(author, mailsBefore).contains(volunteer.name())).isEqualTo(open);
  }

  @Test
  void aNextRoundShowsAnswersAndChangesAndStaysBlind() throws Exception {
    Case of = submitted(Blindness.DOUBLE, "Anew");
    int mailsBefore = outbox.counts(volunteer).all();
    inviting.invite(chair, of.id, InviteDraft.plain(List.of(volunteer.id()), inDays(20)));
    invitations.accept(Actor.PUBLIC, token(volunteer));
    UUID one = assignment(volunteer, of);
    Anchor anchor = new Anchor(1, null, "first version");
    UUID asked =
        reviews.comment(volunteer, one, anchor, CommentKind.SUBSTANTIVE, "Only the first?");
    long seen = reviews.page(volunteer, one).revision();
    reviews.submit(volunteer, one, reviews.save(volunteer, one, REVIEW, seen));
    decisions.decide(chair, of.id, Outcome.MAJOR, "Please revise.");
    eventually(() -> papers.facts(Actor.SYSTEM, of.paper).state() == PaperState.REVISION);
    TakenFile file =
        papers.take(author, signed("the second version of a paper on fees"), of.surname + ".pdf");
    papers.addVersion(author, of.paper, file.file(), of.surname + ".pdf");
    absent(() -> comparisons.of(volunteer, of.paper, 1, 2));
    long noted = papers.page(author, of.reference).revision();
    papers.noteChange(author, of.paper, "A second version.", noted);
    comments.answer(author, asked, Disposition.ACCEPTED, "A second.", "page 1", -1);
    cases.resubmit(author, of.id);

    UUID again = assignment(volunteer, of);
    assertThat(again).isNotEqualTo(one);
    assertThat(reviews.page(volunteer, again).comments())
        .singleElement()
        .matches(c -> c.answer().equals("A second.") && c.isAnswered());
    var changed = comparisons.of(volunteer, of.paper, 1, 2).get();
    assertThat(changed.changes()).hasSize(1);
    assertThat(changed.found("first version"))
        .isEqualTo(org.plenary.papers.Comparison.Found.CHANGED);
    quiet(of, changed.changes(), mails(volunteer, mailsBefore), desk.waitingFor(volunteer));
    clean(of, papers.file(volunteer, of.paper, 2));
    clean(of, papers.file(volunteer, of.paper, 1));
    names(of, volunteer, false);
    absent(() -> comparisons.of(cast.actor("reviewer2"), of.paper, 1, 2));
    absent(() -> comparisons.of(cast.actor("secretariat"), of.paper, 1, 2));
    absent(() -> comparisons.of(volunteer, of.paper, 1, 3));
  }

  @Test
  void nobodyWhoMayKnowTheAuthorsIsAskedToReviewDoubleBlind() {
    Case blind = submitted(Blindness.DOUBLE, "Asked");
    Case plain = submitted(Blindness.SINGLE, "Asked");
    for (String knowing : List.of("vicechair", "editor", "secretariat")) {
      UUID person = cast.id(knowing);
      assertThat(candidates.of(chair, blind.id))
          .filteredOn(c -> c.person().equals(person))
          .allMatch(c -> c.isBarred() && c.interest().reason().startsWith("May know who wrote"));
      assertThat(candidates.of(chair, plain.id))
          .anyMatch(c -> c.person().equals(person) && !c.isBarred());
      refused(
          "review.invite.conflict",
          () -> inviting.invite(chair, blind.id, InviteDraft.plain(List.of(person), inDays(9))));
    }
    assertThat(candidates.of(chair, blind.id))
        .anyMatch(c -> c.person().equals(member.id()) && !c.isBarred());
  }

  @Test
  void whoOpensCallsAndWhatACallPromisedHolds() throws Exception {
    CallDraft draft =
        new CallDraft("On fees and <b>trust</b>", "Fees.", null, null, Blindness.DOUBLE, true);
    for (String other : List.of("author", "editor", "secretariat", "datachair", "reviewer1")) {
      refused("call.who", () -> calls.open(cast.actor(other), group, draft));
    }
    UUID call = calls.open(cast.actor("vicechair"), group, draft);
    absent(() -> calls.close(cast.actor("datachair"), call));
    absent(() -> calls.revise(author, call, draft, 0));
    String listed = mvc.perform(get("/calls")).andReturn().getResponse().getContentAsString();
    assertThat(listed).contains("On fees and &lt;b&gt;trust").doesNotContain("<b>trust");
    calls.revise(chair, call, draft, 0);
    UUID paper = papers.start(author, group, cast.draft("In a call", "x", Set.of(), "author"));
    absent(() -> calls.choose(volunteer, paper, call, 0));
    choose(paper, call);
    assertThat(lineOf(call).papers()).as("a draft is not in").isZero();
    TakenFile file = papers.take(author, Cast.pdf("in a call"), "v1.pdf");
    papers.addVersion(author, paper, file.file(), "v1.pdf");
    papers.submit(author, paper);
    assertThat(papers.facts(Actor.SYSTEM, paper).publishesReviews()).isTrue();
    assertThat(papers.facts(Actor.SYSTEM, paper).blindness()).isEqualTo(Blindness.DOUBLE);
    assertThat(lineOf(call)).matches(line -> line.papers() == 1 && !line.mayRevise());
    CallDraft looser = new CallDraft("On fees", "", null, null, Blindness.OPEN, false);
    refused("call.revise.state", () -> calls.revise(chair, call, looser, lineOf(call).revision()));

    UUID late = papers.start(author, group, cast.draft("Too late", "x", Set.of(), "author"));
    choose(late, call);
    papers.addVersion(author, late, file.file(), "v1.pdf");
    calls.close(chair, call);
    refused("call.taken", () -> papers.submit(author, late));
    choose(late, null);
    papers.submit(author, late);
    assertThat(papers.facts(Actor.SYSTEM, late).blindness()).isEqualTo(Blindness.SINGLE);
    assertThat(mvc.perform(get("/calls")).andReturn().getResponse().getContentAsString())
        .doesNotContain("On fees and");
    UUID data = bodies.byCode("DATA").orElseThrow().id();
    UUID foreign = papers.start(author, data, cast.draft("Elsewhere", "x", Set.of(), "author"));
    UUID open = calls.open(chair, group, looser);
    refused("call.taken", () -> choose(foreign, open));
    calls.close(chair, open);
  }

  @Test
  void authorsAreWarnedOfTheirNamesInTheText() {
    author = cast.actor("author");
    UUID call = opened(Blindness.DOUBLE);
    UUID id = papers.start(author, group, cast.draft("Named", "About it.", Set.of(), "author"));
    TakenFile file =
        papers.take(
            author,
            Cast.pdf("As L. Barrantes Ixcoy (2020) and LUCIA Barrantes Ixcoy say"),
            "x.pdf");
    papers.addVersion(author, id, file.file(), "x.pdf");
    assertThat(papers.namesInText(author, id)).as("single blind").isEmpty();
    choose(id, call);
    assertThat(papers.namesInText(author, id))
        .hasSize(2)
        .allMatch(name -> name.place() != null && name.place().number() == 1)
        .extracting(name -> name.found())
        .containsExactly("L. Barrantes Ixcoy", "LUCIA Barrantes Ixcoy");
    absent(() -> papers.namesInText(volunteer, id));
    papers.submit(author, id);
  }

  /** Whether an actor reads the authors’ names on the paper’s page. */
  private void names(Case of, Actor actor, boolean may) {
    var page = papers.page(actor, of.reference);
    assertThat(page.named()).as(actor.name()).isEqualTo(may);
    assertThat(page.toString().contains(of.surname)).as(actor.name()).isEqualTo(may);
    assertThat(page.draft().authors().isEmpty()).as(actor.name()).isEqualTo(!may);
  }

  /** Whether an actor finds the paper by its words, and by the name of its author. */
  private void search(Case of, Actor actor, boolean byWord, boolean byName) {
    eventually(() -> find(actor, of.word).total() == (byWord ? 1 : 0));
    eventually(() -> find(actor, of.surname).total() == (byName ? 1 : 0));
    SearchResult result = find(actor, of.surname);
    assertThat(result.hits()).hasSize(byName ? 1 : 0);
    result.facets().values().forEach(values -> assertThat(values).hasSizeLessThan(byName ? 9 : 1));
    if (!byName) {
      assertThat(result.instead()).isEqualTo(new SearchResult.Instead(null, 0));
      assertThat(find(actor, of.surname.substring(0, of.surname.length() - 1)).instead())
          .isEqualTo(new SearchResult.Instead(null, 0));
      SearchResult most = find(actor, of.word + " " + of.surname + " fees paper about");
      assertThat(most.total()).isZero();
      // A name that counts for nothing is one word of five that is lacking.
      assertThat(most.instead().most()).isEqualTo(byWord ? 1 : 0);
    }
    assertThat(find(actor, of.word).hits().toString()).doesNotContain(of.surname);
  }

  private SearchResult find(Actor actor, String words) {
    return search.readable(actor, new SearchQuery(words, Map.of(), 1));
  }

  /** Nothing of this names an author. */
  private void quiet(Case of, Object... told) {
    for (Object part : told) {
      assertThat(part.toString())
          .doesNotContain(of.surname)
          .doesNotContain(author.name())
          .doesNotContain("Institute of " + of.surname)
          .doesNotContain("An institute");
    }
  }

  /** The file as it would be served is not the original and says nothing of who made it. */
  private static void clean(Case of, PaperFile file) throws IOException {
    assertThat(file.path().toString()).doesNotEndWith(of.original);
    assertThat(file.name()).startsWith(of.reference).doesNotContain(of.surname);
    byte[] served = Files.readAllBytes(file.path());
    assertThat(new String(served, StandardCharsets.ISO_8859_1)).doesNotContain(of.surname);
    try (PDDocument document = Loader.loadPDF(served)) {
      assertThat(document.getDocumentInformation().getAuthor()).isNull();
      assertThat(document.getDocumentInformation().getProducer()).isNull();
      assertThat(document.getDocumentCatalog().getMetadata()).isNull();
    }
  }

  private Case submitted(Blindness blindness, String name) {
    // Words without a fellow, so that each is found once or not at all.
    String letters = name.replaceAll("[^a-zA-Z]", "").toLowerCase(java.util.Locale.ROOT);
    String surname = "Qzq" + letters + "ova";
    String word = "xyl" + letters + "ophon";
    PaperDraft draft = draft(word, surname);
    UUID id = papers.start(author, group, draft);
    choose(id, blindness == Blindness.SINGLE ? null : opened(blindness));
    TakenFile file =
        papers.take(
            author, signed("the first version of a paper on fees", surname), surname + ".pdf");
    papers.addVersion(author, id, file.file(), surname + ".pdf");
    papers.submit(author, id);
    eventually(() -> caseOf(id) != null);
    String reference = papers.facts(Actor.SYSTEM, id).reference();
    return new Case(id, caseOf(id), reference, surname, word, file.file().sha256());
  }

  private PaperDraft draft(Case of) {
    return draft(of.word, of.surname);
  }

  private PaperDraft draft(String word, String surname) {
    PaperDraft plain =
        cast.draft("A paper on " + word, "About " + word + " and fees.", Set.of(), "diaschair");
    List<PaperDraft.Author> authors = new ArrayList<>(plain.authors());
    authors.add(new PaperDraft.Author("Zora " + surname, "Institute of " + surname));
    return new PaperDraft(
        plain.type(),
        plain.title(),
        plain.abstractText(),
        plain.language(),
        plain.themes(),
        plain.countries(),
        authors,
        Set.of());
  }

  private void choose(UUID paper, UUID call) {
    calls.choose(author, paper, call, drafts.page(author, paper).revision());
  }

  private UUID opened(Blindness blindness) {
    return calls.open(chair, group, new CallDraft("A call", "", null, null, blindness, false));
  }

  private org.plenary.papers.CallLine lineOf(UUID call) {
    return calls.managed(chair).stream().filter(c -> c.id().equals(call)).findFirst().orElseThrow();
  }

  private static InputStream signed(String text) throws IOException {
    return signed(text, "Qzqx");
  }

  private static InputStream signed(String text, String author) {
    try (PDDocument document = Loader.loadPDF(Cast.pdf(text).readAllBytes())) {
      document.getDocumentInformation().setAuthor("Zora " + author);
      document.getDocumentInformation().setProducer("C:\\Users\\" + author);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return new ByteArrayInputStream(bytes.toByteArray());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String said(Blindness blindness) {
    return switch (blindness) {
      case OPEN -> "the authors will read your name";
      case SINGLE -> "The authors will not learn your name";
      case DOUBLE -> "you will not learn who wrote the paper";
    };
  }

  private UUID caseOf(UUID paper) {
    return jdbc.sql("select id from review_case where paper_id = ?")
        .param(Uuids.bytes(paper))
        .query((rs, n) -> Uuids.of(rs.getBytes(1)))
        .optional()
        .orElse(null);
  }

  /** The actor's assignment of the latest round. */
  private UUID assignment(Actor actor, Case of) {
    return jdbc.sql(
            "select id from review_assignment where case_id = ? and person_id = ?"
                + " order by round desc limit 1")
        .params(Uuids.bytes(of.id), Uuids.bytes(actor.id()))
        .query((rs, n) -> Uuids.of(rs.getBytes(1)))
        .single();
  }

  private String token(Actor reviewer) {
    String url = outbox.inbox(reviewer, 0, 1).getFirst().url();
    assertThat(url).contains("/invitations/");
    return url.substring(url.lastIndexOf('/') + 1);
  }

  /** What the actor’s mails say, but for the first ones. */
  private String mails(Actor actor, int but) {
    return outbox.inbox(actor, 0, outbox.counts(actor).all() - but).toString();
  }

  private static LocalDate inDays(int days) {
    return LocalDate.now().plusDays(days);
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

  private static void eventually(BooleanSupplier condition) {
    Instant until = Instant.now().plus(Duration.ofSeconds(20));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waiting").isBefore(until);
      Thread.onSpinWait();
    }
  }
}

package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Cast;
import org.plenary.OnMariaDb;
import org.plenary.bodies.Bodies;
import org.plenary.desk.Desk;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.search.Search;
import org.plenary.search.SearchQuery;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

/** A draft from nothing to its reference, and who must not know of it. */
@OnMariaDb
class DraftsTest {
  private static final List<String> OTHERS =
      List.of("chair", "member2", "editor", "secretariat", "steering", "donor", "reviewer1");

  @Autowired Drafts drafts;
  @Autowired Papers papers;
  @Autowired PaperLists lists;
  @Autowired Bodies bodies;
  @Autowired Search search;
  @Autowired Desk desk;
  @Autowired Cast cast;
  Actor author;
  UUID group;

  @BeforeEach
  void people() {
    author = cast.actor("author");
    group = bodies.byCode("REM").orElseThrow().id();
  }

  @Test
  void aDraftNeedsNothingAndKeepsEverything() {
    PaperDraft nothing = draft("", List.of());
    UUID id = drafts.start(author, nothing);
    assertThat(drafts.page(author, id).draft()).isEqualTo(nothing);
    String hard = "😀 مرحبا <script>alert(1)</script> ' \" \\ %_ {0} ";
    UUID data = bodies.byCode("DATA").orElseThrow().id();
    PaperDraft everything =
        new PaperDraft(
            "synthesis",
            hard + "t".repeat(10_000),
            hard + "a".repeat(50_000),
            "ar",
            List.of("remittances"),
            List.of("NP", "PK"),
            List.of(
                new PaperDraft.Author(hard, hard, null, "not an iD yet"),
                new PaperDraft.Author("", "An affiliation without a name yet")),
            Set.of(cast.id("member2")),
            group,
            Set.of(data),
            List.of("en", "fr"),
            List.of("b first", "a second", hard.strip()),
            hard);
    long now = drafts.save(author, id, everything, drafts.page(author, id).revision());
    assertThat(drafts.page(author, id).draft()).isEqualTo(everything);
    assertThat(drafts.save(author, id, everything, now)).as("the same again").isEqualTo(now);
    assertThat(drafts.page(author, id).draft().lacks(false))
        .containsExactly(Lack.AUTHORS, Lack.FILE, Lack.TITLE_LONG, Lack.ABSTRACT_LONG, Lack.ORCID);
    refused("paper.submit.missing", () -> papers.submit(author, id));
    assertThat(drafts.page(author, id).reference()).isEmpty();
  }

  @Test
  void twoWindowsDoNotOverwriteEachOther() {
    UUID id = drafts.start(author, draft("From the first", List.of()));
    long seen = drafts.page(author, id).revision();
    long now = drafts.save(author, id, draft("From the first, on", List.of()), seen);
    overtaken(() -> drafts.save(author, id, draft("From the second", List.of()), seen));
    TakenFile file = papers.take(author, Cast.pdf("a file"), "file.pdf");
    overtaken(() -> drafts.attach(author, id, file, seen));
    assertThat(drafts.page(author, id).draft().title()).isEqualTo("From the first, on");
    assertThat(drafts.attach(author, id, file, now)).isGreaterThan(now);
  }

  @Test
  void theReferenceComesWithTheSubmissionAndNotBefore() {
    UUID first = complete("The draft begun first");
    UUID second = complete("The draft begun second");
    UUID discarded = complete("The draft thrown away");
    drafts.discard(author, discarded);
    absent(() -> drafts.page(author, discarded));
    SubmissionOutlook outlook = drafts.outlook(author, second);
    assertThat(outlook.handlers()).containsExactly(cast.actor("chair").name());
    assertThat(outlook.authors()).containsExactly(author.name());
    papers.submit(author, second);
    papers.submit(author, first);
    int one = number(drafts.page(author, second).reference());
    assertThat(number(drafts.page(author, first).reference())).isEqualTo(one + 1);
    refused("paper.submit.state", () -> papers.submit(author, first));
    refused("paper.discard.state", () -> drafts.discard(author, first));
    long seen = drafts.page(author, first).revision();
    refused("paper.revise.state", () -> drafts.save(author, first, draft("Late", List.of()), seen));
  }

  @Test
  void nobodyElseKnowsOfADraft() throws Exception {
    UUID id = drafts.start(author, draft("Quagga the hidden draft", List.of()).in(group));
    UUID marker = drafts.start(author, draft("Quagga marker", List.of()).in(group));
    Instant until = Instant.now().plus(Duration.ofSeconds(20));
    while (total(author, "Quagga marker") == 0 && Instant.now().isBefore(until)) {
      Thread.sleep(50);
    }
    assertThat(total(author, "quagga")).isEqualTo(2);
    assertThat(lists.visible(author, true, "quagga", 0, 10))
        .extracting(PaperLine::path)
        .containsExactly("papers/draft/" + marker, "papers/draft/" + id);
    for (String other : OTHERS) {
      Actor actor = cast.actor(other);
      absent(() -> drafts.page(actor, id));
      absent(() -> drafts.save(actor, id, draft("Mine now", List.of()), 0));
      absent(() -> drafts.outlook(actor, id));
      absent(() -> drafts.discard(actor, id));
      absent(() -> papers.submit(actor, id));
      absent(() -> papers.reference(actor, id));
      assertThat(lists.visible(actor, false, "quagga", 0, 10)).as(other).isEmpty();
      assertThat(lists.count(actor, false, "quagga")).as(other).isZero();
      assertThat(total(actor, "quagga")).as(other).isZero();
      assertThat(desk.waitingFor(actor)).noneMatch(task -> task.path().contains(id.toString()));
    }
    absent(() -> drafts.page(Actor.PUBLIC, id));
    absent(() -> papers.page(author, ""));
    refused("paper.start.who", () -> drafts.start(Actor.PUBLIC, draft("", List.of())));
  }

  @Test
  void whoIsTakenOffTheListOfAuthorsReadsTheDraftNoMore() {
    Actor colleague = cast.actor("member2");
    PaperDraft.Author me = new PaperDraft.Author(author.name(), "", author.id());
    PaperDraft.Author them = new PaperDraft.Author(colleague.name(), "", colleague.id());
    UUID id = drafts.start(author, draft("Chosen by a slip", List.of(me, them)));
    long seen = drafts.page(colleague, id).revision();
    long now = drafts.save(author, id, draft("Chosen by a slip", List.of(me)), seen);
    absent(() -> drafts.page(colleague, id));
    drafts.save(author, id, draft("Chosen by a slip", List.of()), now);
    assertThat(drafts.page(author, id).draft().authors()).as("who writes stays").isEmpty();
  }

  @Test
  void aDormantGroupTakesNoDraft() {
    UUID dormant = bodies.groups().stream().filter(g -> !g.active()).findFirst().orElseThrow().id();
    UUID id = drafts.start(author, draft("For nobody", List.of()));
    long seen = drafts.page(author, id).revision();
    refused(
        "paper.start.dormant",
        () -> drafts.save(author, id, draft("For nobody", List.of()).in(dormant), seen));
  }

  private UUID complete(String title) {
    UUID id = papers.start(author, group, cast.draft(title, "About it.", Set.of(), "author"));
    TakenFile file = papers.take(author, Cast.pdf(title), "v1.pdf");
    drafts.attach(author, id, file, drafts.page(author, id).revision());
    return id;
  }

  private static PaperDraft draft(String title, List<PaperDraft.Author> authors) {
    return new PaperDraft("research", title, "", "en", List.of(), List.of(), authors, Set.of());
  }

  private static int number(String reference) {
    assertThat(reference).matches("REM-\\d{4}-\\d{3}");
    return Integer.parseInt(reference.substring(reference.length() - 3));
  }

  private int total(Actor actor, String words) {
    return search.readable(actor, new SearchQuery(words, Map.of(), 1)).total();
  }

  private static void overtaken(Runnable step) {
    assertThatThrownBy(step::run).isInstanceOf(OptimisticLockingFailureException.class);
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

package org.plenary.access;

import static org.plenary.access.Invocations.the;
import static org.plenary.access.Invocations.with;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plenary.desk.Task;
import org.plenary.papers.Blindness;
import org.plenary.papers.CallLine;
import org.plenary.papers.PaperFile;
import org.plenary.papers.PaperLine;
import org.plenary.papers.PaperPage;
import org.plenary.papers.PaperState;
import org.plenary.papers.PaperWork;

/** How the methods of the papers are called. */
final class PaperInvocations {
  private PaperInvocations() {}

  static void in(Invocations calls) {
    papers(calls);
    lists(calls);
    drafts(calls);
    supplements(calls);
    callsForPapers(calls);
    calls.on(
        "papers Withdrawals.withdraw(UUID,String)",
        w -> with(the(w.reviewing.paper()), "A better one is coming."));
    calls.on("papers Comparisons.of(UUID,int,int)", w -> with(the(w.reviewing.paper()), 1, 1));
    calls.on("papers Comparisons.of(UUID,int,int)@unsent", w -> with(w.revision.paper(), 1, 2));
    calls
        .on("papers PaperTasks.waitingFor()", w -> with())
        .sees(w -> task -> ((Task) task).path().contains(w.accepted.reference()));
    for (String scope : List.of("known", "readable")) {
      calls.on(
          "papers PaperMailReaders." + scope + "(Collection)",
          w -> with(the(List.of(w.reviewing.paper()))));
      calls.on(
          "papers PaperMailReaders." + scope + "(Collection)@double-blind",
          w -> with(the(List.of(w.blind.paper()))));
    }
    calls
        .on("papers PaperWorks.all(Actor)", w -> with(w.as(Role.CHAIR)))
        .sees(w -> work -> ((PaperWork) work).id().equals(w.reviewing.paper()));
    calls.on("papers KnownNames.papers()", w -> with()).sees(w -> w.reviewing.paper()::equals);
    calls
        .on("papers KnownNames.papers()@double-blind", w -> with())
        .sees(w -> w.blind.paper()::equals);
    calls.on("papers PaperRecords.editable(UUID)", w -> with(the(w.draft)));
    calls.on("papers PaperRecords.editable(UUID)@submitted", w -> with(the(w.desk.paper())));
  }

  private static void papers(Invocations calls) {
    calls.on(
        "papers Papers.start(UUID,PaperDraft)",
        w -> with(w.group.id(), w.paperDraft("new", Set.of())));
    calls.on(
        "papers Papers.addVersion(UUID,StoredFile,String)",
        w -> with(the(w.draft), w.file.file(), "v2.pdf"));
    calls.on(
        "papers Papers.noteChange(UUID,String,long)",
        w -> with(the(w.revision.paper()), "More.", w.seen(w.revision.paper())));
    calls.on("papers Papers.sendVersion(UUID)", w -> with(the(w.revision.paper())));
    calls.on("papers Papers.submit(UUID)", w -> with(the(w.draft)));
    calls.on("papers Papers.submit(UUID,LocalDate)", w -> with(the(w.draft), w.today()));
    calls.on(
        "papers Papers.follow(UUID,PaperState)",
        w -> with(the(w.reviewing.paper()), PaperState.REVISION));
    for (String tie : List.of("admitReviewer", "admitHandler")) {
      calls.on(
          "papers Papers." + tie + "(UUID,UUID)",
          w -> with(the(w.reviewing.paper()), w.as(Role.MEMBER).id()));
    }
    calls.on("papers Papers.publish(UUID)", w -> with(the(w.accepted.paper())));
    calls.on("papers Papers.publish(UUID)@too-early", w -> with(the(w.reviewing.paper())));
    calls.on(
        "papers Papers.publish(UUID,LocalDate)", w -> with(the(w.accepted.paper()), w.today()));
    calls.on("papers Papers.reference(UUID)", w -> with(the(w.reviewing.paper())));
    Map<String, Function<World, World.Case>> states =
        Map.of(
            "", w -> w.reviewing,
            "@accepted", w -> w.accepted,
            "@published", w -> w.published,
            "@withdrawn", w -> w.withdrawn,
            "@double-blind", w -> w.blind);
    states.forEach(
        (state, of) ->
            calls
                .on("papers Papers.page(String)" + state, w -> with(the(of.apply(w).reference())))
                .says((asked, answer) -> page((PaperPage) Objects.requireNonNull(answer))));
    calls.on("papers Papers.take(InputStream,String)", w -> with(World.pdf(), "v1.pdf"));
    states.forEach(
        (state, of) ->
            calls
                .on("papers Papers.file(UUID,int)" + state, w -> with(the(of.apply(w).paper()), 1))
                .says((asked, answer) -> file(asked.world(), answer)));
    calls
        .on("papers Papers.file(UUID,int)@draft", w -> with(the(w.draft), 1))
        .says((asked, answer) -> file(asked.world(), answer));
    calls
        .on("papers Papers.file(UUID,int)@unsent", w -> with(w.revision.paper(), 2))
        .says((asked, answer) -> file(asked.world(), answer));
    for (String what : List.of("text", "fileOf")) {
      calls.on("papers Papers." + what + "(UUID,int)", w -> with(the(w.reviewing.paper()), 1));
      calls.on("papers Papers." + what + "(UUID,int)@draft", w -> with(the(w.draft), 1));
      calls.on("papers Papers." + what + "(UUID,int)@unsent", w -> with(w.revision.paper(), 2));
    }
    calls.on("papers Papers.namesInText(UUID)", w -> with(the(w.blind.paper()))).done();
    calls.on("papers Papers.namesInText(UUID)@draft", w -> with(the(w.draft))).done();
    calls.on("papers Papers.facts(UUID)", w -> with(the(w.reviewing.paper())));
    calls.on("papers Papers.withdrawalReason(UUID)", w -> with(the(w.withdrawn.paper())));
    calls.on("papers Papers.published(String)", w -> with(the(w.published.reference())));
    calls.on("papers Papers.published(String)@accepted", w -> with(the(w.accepted.reference())));
    calls.on("papers Papers.published(UUID)", w -> with(the(w.published.paper())));
    calls.on("papers Papers.published(UUID)@accepted", w -> with(the(w.accepted.paper())));
  }

  /** All of it; the authors unnamed; or no more than that it is there. */
  private static String page(PaperPage page) {
    if (page.draft().abstractText().isEmpty()) {
      return page.versions().isEmpty() ? "title" : "LEAK";
    }
    if (!page.named()) {
      return page.draft().authors().isEmpty() ? "blind" : "LEAK";
    }
    return page.draft().authors().isEmpty() || page.versions().isEmpty() ? "part" : "yes";
  }

  /** The file as it was uploaded, or its clean rendition. */
  private static String file(World w, @Nullable Object answer) {
    String path = ((PaperFile) Objects.requireNonNull(answer)).path().toString();
    return path.contains(w.file.file().sha256()) ? "yes" : "clean";
  }

  private static Predicate<Object> paper(UUID id) {
    return line -> ((PaperLine) line).id().equals(id);
  }

  private static void lists(Invocations calls) {
    calls
        .on(
            "papers PaperLists.visible(boolean,String,int,int)",
            w -> with(false, World.WORD, 0, 50))
        .sees(w -> paper(w.reviewing.paper()));
    calls
        .on(
            "papers PaperLists.visible(boolean,String,int,int)@mine",
            w -> with(true, World.WORD, 0, 50))
        .sees(w -> paper(w.reviewing.paper()));
    for (String whose : List.of("", "@mine")) {
      calls
          .on(
              "papers PaperLists.count(boolean,String)" + whose,
              w -> with(!whose.isEmpty(), World.WORD))
          .says((asked, answer) -> Objects.equals(answer, 0) ? "empty" : "yes");
    }
    calls.on("papers PaperLists.authored()", w -> with()).sees(w -> w.reviewing.paper()::equals);
    calls.on("papers PaperLists.ties(Collection)", w -> with(the(List.of(w.reviewing.paper()))));
    calls.on("papers PaperLists.sources()", w -> with()).sees(w -> paper(w.accepted.paper()));
    calls
        .on("papers PaperLists.sources()@in-review", w -> with())
        .sees(w -> paper(w.reviewing.paper()));
    calls.on(
        "papers PaperLists.standings(Collection)", w -> with(the(List.of(w.published.paper()))));
    calls.on(
        "papers PaperLists.standings(Collection)@accepted",
        w -> with(the(List.of(w.accepted.paper()))));
    calls.on("papers PaperLists.toPublish()", w -> with()).sees(w -> paper(w.accepted.paper()));
  }

  private static void drafts(Invocations calls) {
    calls.on("papers Drafts.start(PaperDraft)", w -> with(w.paperDraft("new", Set.of())));
    calls.on(
        "papers Drafts.save(UUID,PaperDraft,long)",
        w -> with(the(w.draft), w.paperDraft("otherwise", Set.of()), w.seen(w.draft)));
    calls.on(
        "papers Drafts.attach(UUID,TakenFile,long)",
        w -> with(the(w.draft), w.file, w.seen(w.draft)));
    calls.on("papers Drafts.page(UUID)", w -> with(the(w.draft)));
    calls.on("papers Drafts.page(UUID)@submitted", w -> with(the(w.reviewing.paper())));
    calls.on("papers Drafts.outlook(UUID)", w -> with(the(w.draft)));
    calls.on("papers Drafts.discard(UUID)", w -> with(the(w.draft)));
    calls.on("papers Drafts.discard(UUID)@submitted", w -> with(the(w.reviewing.paper())));
  }

  private static void supplements(Invocations calls) {
    calls.on("papers Supplements.take(InputStream)", w -> with(World.csv()));
    calls.on(
        "papers Supplements.add(UUID,StoredFile,String,long)",
        w -> with(the(w.draft), w.file.file(), "more.pdf", w.seen(w.draft)));
    calls.on(
        "papers Supplements.label(UUID,int,String,long)",
        w -> with(the(w.draft), 1, "Sums", w.seen(w.draft)));
    calls.on(
        "papers Supplements.remove(UUID,int,long)", w -> with(the(w.draft), 1, w.seen(w.draft)));
    calls.on("papers Supplements.unsent(UUID)", w -> with(the(w.draft)));
    calls.on("papers Supplements.of(UUID,int)", w -> with(the(w.reviewing.paper()), 1));
    calls.on("papers Supplements.file(UUID,int,int)", w -> with(the(w.reviewing.paper()), 1, 1));
    calls.on("papers Supplements.file(UUID,int,int)@draft", w -> with(the(w.draft), 1, 1));
    calls.on(
        "papers Supplements.published(String,int)", w -> with(the(w.published.reference()), 1));
    calls.on(
        "papers Supplements.published(String,int)@accepted",
        w -> with(the(w.accepted.reference()), 1));
  }

  private static void callsForPapers(Invocations calls) {
    calls.on("papers Calls.groups()", w -> with()).sees(w -> w.group::equals);
    for (String which : List.of("announced()", "managed()", "taking(UUID)")) {
      calls
          .on(
              "papers Calls." + which,
              w -> which.equals("taking(UUID)") ? with(w.group.id()) : with())
          .says((asked, answer) -> call(asked.world().blindCall, answer));
    }
    calls.on(
        "papers Calls.open(UUID,CallDraft)",
        w -> with(the(w.group.id()), w.callDraft(Blindness.SINGLE)));
    calls.on(
        "papers Calls.revise(UUID,CallDraft,long)",
        w -> with(the(w.call), w.callDraft(Blindness.DOUBLE), 0L));
    calls.on("papers Calls.close(UUID)", w -> with(the(w.call)));
    calls.on(
        "papers Calls.choose(UUID,UUID,long)", w -> with(the(w.draft), w.call, w.seen(w.draft)));
  }

  /** Whether the call is listed, and whether it counts the paper that is in. */
  private static String call(UUID id, @Nullable Object answer) {
    Optional<CallLine> line =
        ((Collection<?>) Objects.requireNonNull(answer))
            .stream().map(CallLine.class::cast).filter(of -> of.id().equals(id)).findFirst();
    return line.map(of -> of.papers() > 0 ? "counts" : "listed").orElse("empty");
  }
}

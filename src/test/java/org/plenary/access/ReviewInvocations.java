package org.plenary.access;

import static org.plenary.access.Invocations.the;
import static org.plenary.access.Invocations.with;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.plenary.desk.Task;
import org.plenary.review.Anchor;
import org.plenary.review.CasePage;
import org.plenary.review.CaseStatus;
import org.plenary.review.CommentKind;
import org.plenary.review.DecisionDraft;
import org.plenary.review.DeskPoint;
import org.plenary.review.Disposition;
import org.plenary.review.HandlingLine;
import org.plenary.review.InviteDraft;
import org.plenary.review.Outcome;
import org.plenary.review.Refusal;
import org.plenary.review.Verdict;

/** How the methods of the review are called. */
final class ReviewInvocations {
  private ReviewInvocations() {}

  static void in(Invocations calls) {
    cases(calls);
    handling(calls);
    inviting(calls);
    deadlines(calls);
    reviews(calls);
    comments(calls);
    decisions(calls);
    tables(calls);
  }

  private static void cases(Invocations calls) {
    calls.on("review Cases.open(UUID)", w -> with(the(w.desk.paper())));
    calls.on("review Cases.close(UUID)", w -> with(the(w.withdrawn.paper())));
    calls.on("review Cases.tellPublished(UUID)", w -> with(the(w.published.paper())));
    calls.on("review Cases.resubmit(UUID)", w -> with(the(w.revision.id())));
    calls.on("review Cases.resubmit(UUID)@withdrawn", w -> with(the(w.withdrawn.id())));
    Map<String, Function<World, World.Case>> states =
        Map.of(
            "", w -> w.reviewed,
            "@decided", w -> w.revision,
            "@double-blind", w -> w.blind,
            "@open-decided", w -> w.open,
            "@withdrawn", w -> w.withdrawn,
            "@published", w -> w.published);
    states.forEach(
        (state, of) ->
            calls
                .on("review Cases.page(UUID)" + state, w -> with(the(of.apply(w).paper())))
                .says((asked, answer) -> page((Optional<?>) Objects.requireNonNull(answer))));
    calls
        .on("review CaseStatuses.of(UUID)", w -> with(the(w.reviewing.paper())))
        .says(
            (asked, answer) ->
                ((Optional<?>) Objects.requireNonNull(answer))
                    .map(s -> ((CaseStatus) s).turn() == CaseStatus.Turn.REVIEW ? "rounds" : "yes")
                    .orElse("empty"));
    calls.on("review CaseFiles.handled(UUID)", w -> with(the(w.reviewed.id())));
    calls.on("review CaseFiles.handled(UUID)@withdrawn", w -> with(the(w.withdrawn.id())));
    for (String scope : List.of("known", "readable")) {
      calls.on(
          "review CaseMailReaders." + scope + "(Collection)",
          w -> with(the(List.of(w.reviewing.id()))));
    }
    calls
        .on("review ReviewTasks.waitingFor()", w -> with())
        .sees(
            w ->
                task ->
                    List.of(
                            "papers/" + w.desk.reference(),
                            "reviews/" + w.reviewing.reviewing(),
                            "reviews/" + w.reviewed.invited(),
                            "papers/" + w.revision.reference())
                        .contains(((Task) task).path()));
    calls
        .on("review ReviewTasks.waitingFor()@to-name", w -> with())
        .sees(w -> task -> ((Task) task).path().equals("papers/" + w.unchaired.reference()));
  }

  /** Whole; reviewers without reviews; comments without reviewers; or where it stands. */
  private static String page(Optional<?> answer) {
    if (answer.isEmpty()) {
      return "empty";
    }
    CasePage page = (CasePage) answer.get();
    boolean named = !page.assignments().isEmpty();
    boolean reviews = page.assignments().stream().anyMatch(line -> line.review() != null);
    boolean confidential =
        page.assignments().stream()
            .anyMatch(line -> line.review() != null && !line.review().confidential().isEmpty());
    if (confidential) {
      return "yes";
    }
    if (reviews) {
      return "signed";
    }
    if (named) {
      return page.comments().isEmpty() ? "names" : "LEAK";
    }
    if (page.comments().isEmpty()) {
      return page.decisions().isEmpty() ? "state" : "letter";
    }
    return page.comments().stream().allMatch(c -> c.reviewer().matches("Reviewer \\d"))
        ? "number"
        : "LEAK";
  }

  private static void handling(Invocations calls) {
    calls
        .on("review Handling.of(UUID)", w -> with(the(w.desk.id())))
        .says(
            (asked, answer) ->
                ((Optional<?>) Objects.requireNonNull(answer))
                    .map(line -> ((HandlingLine) line).mayPublish() ? "yes" : "name")
                    .orElse("empty"));
    calls.on(
        "review Handling.give(UUID,UUID,String)",
        w -> with(the(w.desk.id()), w.as(Role.VICE_CHAIR).id(), "Away."));
    calls.on(
        "review Handling.give(UUID,UUID,String)@no-chair",
        w -> with(the(w.unchaired.id()), w.as(Role.MEMBER).id(), "Neither can."));
    calls.on("review Handling.publishReviews(UUID,boolean)", w -> with(the(w.reviewed.id()), true));
    calls.on("review DeskChecks.of(UUID)", w -> with(the(w.desk.id())));
    calls.on(
        "review DeskChecks.record(UUID,DeskPoint,Verdict,String,long)",
        w -> with(the(w.desk.id()), DeskPoint.values()[0], Verdict.PASS, "", -1L));
    calls.on("review Candidates.of(UUID)", w -> with(the(w.desk.id())));
  }

  private static void inviting(Invocations calls) {
    calls.on(
        "review Inviting.invite(UUID,InviteDraft)",
        w ->
            with(
                the(w.desk.id()),
                InviteDraft.plain(List.of(w.as(Role.VOLUNTEER).id()), w.inDays(9))));
    calls.on(
        "review Inviting.preview(UUID,LocalDate,String)",
        w -> with(the(w.desk.id()), w.inDays(9), "Please."));
    calls.on("review Invitations.look(String)", w -> with(the(w.invitation())));
    calls.on("review Invitations.accept(String)", w -> with(the(w.invitation())));
    calls.on("review Invitations.accept(UUID)", w -> with(the(w.reviewing.invited())));
    calls.on(
        "review Invitations.decline(String,Refusal)",
        w -> with(the(w.invitation()), Refusal.WITHOUT_REASON));
    calls.on(
        "review Invitations.decline(UUID,Refusal)",
        w -> with(the(w.reviewing.invited()), Refusal.WITHOUT_REASON));
  }

  private static void deadlines(Invocations calls) {
    calls.on("review Deadlines.of(UUID)", w -> with(the(w.reviewing.id())));
    calls.on(
        "review Deadlines.ask(UUID,LocalDate,String)",
        w -> with(the(w.reviewing.reviewing()), w.inDays(30), "The data came late."));
    calls
        .on("review Deadlines.request(UUID)", w -> with(the(w.reviewing.reviewing())))
        .after(ReviewInvocations::askForTime);
    calls
        .on(
            "review Deadlines.answer(UUID,boolean)",
            w ->
                with(
                    the(
                        w.deadlines
                            .request(w.as(Role.REVIEWER), w.reviewing.reviewing())
                            .orElseThrow()
                            .id()),
                    true))
        .after(ReviewInvocations::askForTime);
    calls.on(
        "review Deadlines.move(UUID,LocalDate)",
        w -> with(the(w.reviewing.reviewing()), w.inDays(25)));
    calls.on(
        "review Deadlines.move(UUID,LocalDate)@withdrawn",
        w -> with(the(w.withdrawn.invited()), w.inDays(25)));
    calls.on("review Deadlines.remind(UUID)", w -> with(the(w.reviewing.reviewing())));
  }

  private static void askForTime(World w) {
    w.deadlines.ask(w.as(Role.REVIEWER), w.reviewing.reviewing(), w.inDays(30), "Late data.");
  }

  private static void reviews(Invocations calls) {
    calls.on("review Reviews.page(UUID)", w -> with(the(w.reviewing.reviewing())));
    calls.on("review Reviews.page(UUID)@invited", w -> with(the(w.reviewing.invited())));
    calls.on(
        "review Reviews.save(UUID,ReviewDraft,long)",
        w -> with(the(w.reviewing.reviewing()), World.REVIEW, seen(w)));
    calls.on(
        "review Reviews.comment(UUID,Anchor,CommentKind,String)",
        w -> with(the(w.reviewing.reviewing()), Anchor.WHOLE, CommentKind.EDITORIAL, "Typos."));
    calls.on(
        "review Reviews.comment(UUID,Anchor,CommentKind,String)@invited",
        w -> with(the(w.reviewing.invited()), Anchor.WHOLE, CommentKind.EDITORIAL, "Typos."));
    calls.on(
        "review Reviews.change(UUID,CommentKind,String,long)",
        w -> with(the(w.reviewing.comment()), CommentKind.EDITORIAL, "Otherwise.", 0L));
    calls.on("review Reviews.remove(UUID)", w -> with(the(w.reviewing.comment())));
    calls.on("review Reviews.submit(UUID,long)", w -> with(the(w.reviewing.reviewing()), seen(w)));
  }

  private static long seen(World w) {
    UUID own = w.reviewing.reviewing();
    return w.reviews.page(w.as(Role.REVIEWER), own).revision();
  }

  private static void comments(Invocations calls) {
    calls.on(
        "review Comments.answer(UUID,Disposition,String,String,long)",
        w -> with(the(w.revision.comment()), Disposition.PARTLY, "In part.", "p. 2", 0L));
    calls.on(
        "review Comments.answer(UUID,Disposition,String,String,long)@withdrawn",
        w -> with(the(w.withdrawn.comment()), Disposition.PARTLY, "In part.", "p. 2", -1L));
    Map<String, Function<World, World.Case>> states =
        Map.of("", w -> w.reviewed, "@unsent", w -> w.reviewing, "@withdrawn", w -> w.withdrawn);
    states.forEach(
        (state, of) -> {
          calls.on(
              "review Comments.classify(UUID,CommentKind)" + state,
              w -> with(the(of.apply(w).comment()), CommentKind.EDITORIAL));
          calls.on(
              "review Comments.note(UUID,String,long)" + state,
              w -> with(the(of.apply(w).comment()), "Both stand.", revision(w, of.apply(w))));
          calls.on(
              "review Comments.close(UUID,String,long)" + state,
              w -> with(the(of.apply(w).comment()), "Both stand.", revision(w, of.apply(w))));
        });
  }

  /** Of the comment, as it stands in the table: not everyone who asks could read it. */
  private static long revision(World w, World.Case of) {
    return w.jdbc
        .sql("select revision from review_comment where id = ?")
        .param(org.plenary.kernel.Uuids.bytes(of.comment()))
        .query(Long.class)
        .single();
  }

  private static void decisions(Invocations calls) {
    Map<String, Function<World, World.Case>> states =
        Map.of("", w -> w.reviewed, "@withdrawn", w -> w.withdrawn);
    states.forEach(
        (state, of) -> {
          calls.on(
              "review Decisions.decide(UUID,Outcome,String)" + state,
              w -> with(the(of.apply(w).id()), Outcome.MAJOR, "Please revise."));
          calls.on("review Decisions.draft(UUID)" + state, w -> with(the(of.apply(w).id())));
          calls.on(
              "review Decisions.write(UUID,DecisionDraft)" + state,
              w -> with(the(of.apply(w).id()), new DecisionDraft(Outcome.MAJOR, "Dear", -1)));
          calls.on(
              "review Decisions.letter(UUID,Outcome)" + state,
              w -> with(the(of.apply(w).id()), Outcome.MAJOR));
        });
  }

  private static void tables(Invocations calls) {
    for (String form : List.of("of", "csv")) {
      calls.on("review ResponseTables." + form + "(UUID)", w -> with(the(w.revision.paper())));
      calls.on(
          "review ResponseTables." + form + "(UUID)@undecided", w -> with(the(w.reviewed.paper())));
    }
    calls.on("review ResponseTables.published(String)", w -> with(the(w.published.reference())));
    calls.on(
        "review ResponseTables.published(String)@accepted", w -> with(the(w.accepted.reference())));
    calls.on(
        "review ResponseTables.isPublished(PublishedPaper)",
        w -> with(w.papers.published(w.as(Role.PUBLIC), w.published.reference()).orElseThrow()));
    calls.on("review ResponseTables.willPublish(UUID)", w -> with(the(w.accepted.reviewing())));
  }
}

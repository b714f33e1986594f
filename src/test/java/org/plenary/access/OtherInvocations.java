package org.plenary.access;

import static org.plenary.access.Invocations.the;
import static org.plenary.access.Invocations.with;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.audit.Head;
import org.plenary.audit.TrailFilter;
import org.plenary.audit.TrailLine;
import org.plenary.desk.DeskPage;
import org.plenary.desk.Task;
import org.plenary.kernel.Uuids;
import org.plenary.mail.Mail;
import org.plenary.mail.OutboxLine;
import org.plenary.mail.Oversight;
import org.plenary.mail.Way;
import org.plenary.search.SearchQuery;
import org.plenary.search.SearchResult;

/** How the methods of mail, trace, desk and search are called. */
final class OtherInvocations {
  private OtherInvocations() {}

  static void in(Invocations calls) {
    inbox(calls);
    oversight(calls);
    choices(calls);
    trail(calls);
    desk(calls);
    search(calls);
  }

  private static UUID authorsMail(World w) {
    return w.mail(Role.AUTHOR, w.reviewing.paper());
  }

  private static UUID reviewersMail(World w) {
    return w.mail(Role.REVIEWER, w.reviewing.id());
  }

  private static void inbox(Invocations calls) {
    calls
        .on("mail Outbox.inbox(int,int)", w -> with(0, 1_000))
        .sees(w -> mail -> ((Mail) mail).id().equals(authorsMail(w)));
    calls
        .on("mail Outbox.inbox(boolean,int,int)", w -> with(true, 0, 1_000))
        .sees(w -> mail -> ((Mail) mail).id().equals(authorsMail(w)));
    calls.on("mail Outbox.mail(UUID)", w -> with(the(authorsMail(w))));
    calls.on("mail Outbox.counts()", w -> with());
    calls
        .on("mail Outbox.read(UUID)", w -> with(the(authorsMail(w))))
        .says((asked, answer) -> isRead(asked.world()) ? "yes" : "empty");
    calls
        .on("mail Outbox.readAll()", w -> with())
        .says((asked, answer) -> isRead(asked.world()) ? "yes" : "empty");
  }

  private static boolean isRead(World w) {
    return w.jdbc
            .sql("select count(read_at) from mail where id = ?")
            .param(Uuids.bytes(authorsMail(w)))
            .query(Integer.class)
            .single()
        > 0;
  }

  private static void oversight(Invocations calls) {
    calls.on("mail Oversight.mayOversee()", w -> with());
    calls
        .on("mail Oversight.outbox(Filter,int,int)", w -> with(Oversight.Filter.ALL, 0, 10_000))
        .says((asked, answer) -> line(answer, reviewersMail(asked.world())));
    calls
        .on(
            "mail Oversight.outbox(Filter,int,int)@double-blind",
            w -> with(Oversight.Filter.ALL, 0, 10_000))
        .says(
            (asked, answer) ->
                line(answer, asked.world().mail(Role.AUTHOR, asked.world().blind.paper())));
    calls
        .on("mail Oversight.count(Filter)", w -> with(Oversight.Filter.FAILED))
        .after(OtherInvocations::failed)
        .says((asked, answer) -> Objects.equals(answer, 0) ? "empty" : "yes");
    calls
        .on("mail Oversight.sendAgain(UUID)", w -> with(the(reviewersMail(w))))
        .after(OtherInvocations::failed);
  }

  /** Whether the line is among them, and whether it tells what the mail says. */
  private static String line(@Nullable Object answer, UUID mail) {
    return ((List<?>) Objects.requireNonNull(answer))
        .stream()
            .map(OutboxLine.class::cast)
            .filter(line -> line.id().equals(mail))
            .findFirst()
            .map(line -> line.body() == null ? "unread" : "yes")
            .orElse("empty");
  }

  /** The invitation to review could not be delivered, and it is all that could not. */
  private static void failed(World w) {
    w.jdbc.sql("update mail_delivery set state = 'SENT' where state = 'FAILED'").update();
    w.jdbc
        .sql("update mail_delivery set state = 'FAILED' where mail_id = ?")
        .param(Uuids.bytes(reviewersMail(w)))
        .update();
  }

  private static void choices(Invocations calls) {
    calls.on("mail MailChoices.of()", w -> with());
    calls.on("mail MailChoices.choose(String,Way)", w -> with("decisions", Way.INBOX));
    calls.on("mail MailChoices.look(String)", w -> with(the(stopToken(w))));
    calls.on("mail MailChoices.stop(String)", w -> with(the(stopToken(w))));
  }

  private static String stopToken(World w) {
    return w.jdbc
        .sql("select stop_token from mail_delivery where mail_id = ?")
        .param(Uuids.bytes(authorsMail(w)))
        .query(String.class)
        .single();
  }

  private static TrailFilter about(String reference, String action) {
    return new TrailFilter(reference, "", action, null, null);
  }

  private static void trail(Invocations calls) {
    Map.of(
            "", "reviewer.invited",
            "@paper", "paper.submitted",
            "@unsent", "review.saved")
        .forEach(
            (state, action) ->
                calls
                    .on(
                        "audit Trail.visible(TrailFilter,int,int)" + state,
                        w -> with(about(w.reviewing.reference(), action), 0, 50))
                    .sees(w -> line -> ((TrailLine) line).action().equals(action)));
    calls
        .on(
            "audit Trail.before(TrailFilter,long,int)",
            w -> with(about(w.reviewing.reference(), ""), Long.MAX_VALUE, 50))
        .sees(w -> line -> true);
    calls
        .on("audit Trail.count(TrailFilter)", w -> with(about(w.reviewing.reference(), "")))
        .says((asked, answer) -> Objects.equals(answer, 0) ? "empty" : "yes");
    calls.on("audit Trail.actions()", w -> with()).sees(w -> "paper.submitted"::equals);
    calls.on("audit Trail.head()", w -> with()).done();
    calls
        .on(
            "audit Trail.holds(UUID,long,String)",
            w -> {
              Head head = new Head(UUID.randomUUID(), 1, "0", w.clock.instant());
              return with(head.installation(), head.position(), head.hash());
            })
        .done();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    calls
        .on(
            "shell TrailExport.write(TrailFilter,OutputStream)",
            w -> {
              out.reset();
              return with(about(w.reviewing.reference(), ""), out);
            })
        .says(
            (asked, answer) ->
                out.toString(StandardCharsets.UTF_8).contains(asked.world().reviewing.reference())
                    ? "yes"
                    : "empty");
  }

  private static String clearing(World w) {
    return "brief.clear briefs/" + w.slug(w.briefHanded);
  }

  private static void desk(Invocations calls) {
    calls
        .on("desk Desk.waitingFor()", w -> with())
        .sees(w -> task -> ((Task) task).id().equals(clearing(w)));
    calls
        .on("desk Desk.look(LocalDate)", w -> with(w.today()))
        .says(
            (asked, answer) ->
                ((DeskPage) Objects.requireNonNull(answer))
                        .waiting().stream()
                            .anyMatch(task -> task.id().equals(clearing(asked.world())))
                    ? "yes"
                    : "empty");
    calls.on(
        "desk Desk.putOff(String,LocalDate,LocalDate)",
        w -> with(the(clearing(w)), w.inDays(3), w.today()));
    calls.on("desk Desk.takeBack(String)", w -> with(the(clearing(w))));
  }

  private static void search(Invocations calls) {
    String method = "search Search.readable(SearchQuery)";
    Map.of("", "under", "@brief", "draft")
        .forEach(
            (state, word) ->
                calls
                    .on(
                        method + state,
                        w -> with(new SearchQuery(World.WORD + " " + word, Map.of(), 1)))
                    .says((asked, answer) -> found((SearchResult) answer)));
    Map.of("@double-blind", Role.AUTHOR, "@double-blind-coauthor", Role.AUTHOR_CHAIR)
        .forEach(
            (state, role) ->
                calls
                    .on(
                        method + state,
                        w ->
                            with(
                                new SearchQuery(
                                    "\"" + w.as(role).name() + "\" \"double blind\"", Map.of(), 1)))
                    .says((asked, answer) -> found((SearchResult) answer)));
  }

  /** Nothing may tell of it: neither hits nor their number nor a facet. */
  private static String found(@Nullable SearchResult result) {
    SearchResult found = Objects.requireNonNull(result);
    boolean hits = !found.hits().isEmpty();
    boolean counted =
        found.total() > 0
            || found.facets().values().stream().flatMap(List::stream).anyMatch(v -> v.count() > 0);
    return hits == counted ? (hits ? "yes" : "empty") : "LEAK";
  }
}

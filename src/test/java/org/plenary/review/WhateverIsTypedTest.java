package org.plenary.review;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plenary.Cast;
import org.plenary.OnMariaDb;
import org.plenary.audit.Trail;
import org.plenary.audit.TrailFilter;
import org.plenary.bodies.BodyDraft;
import org.plenary.bodies.BodyKind;
import org.plenary.bodies.Directory;
import org.plenary.bodies.Theme;
import org.plenary.briefs.BriefDraft;
import org.plenary.briefs.BriefEditions;
import org.plenary.briefs.BriefTranslation;
import org.plenary.briefs.BriefTranslations;
import org.plenary.briefs.Briefs;
import org.plenary.files.StoredFile;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.Uuids;
import org.plenary.mail.Oversight;
import org.plenary.papers.Blindness;
import org.plenary.papers.CallDraft;
import org.plenary.papers.Calls;
import org.plenary.papers.Drafts;
import org.plenary.papers.PaperDraft;
import org.plenary.papers.PaperLists;
import org.plenary.papers.PaperState;
import org.plenary.papers.Supplements;
import org.plenary.papers.TakenFile;
import org.plenary.papers.Withdrawals;
import org.plenary.people.Accounts;
import org.plenary.people.NewAccount;
import org.plenary.people.OrganisationKind;
import org.plenary.people.Organisations;
import org.plenary.people.Profile;
import org.plenary.people.Profiles;
import org.plenary.search.Search;
import org.plenary.search.SearchQuery;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever is typed into whichever field of whichever command is kept letter by letter or refused
 * in words; never anything else. The fields of a command's record are found by themselves, and a
 * command with a text that stands neither here nor among those that only ask fails the test.
 */
@OnMariaDb
class WhateverIsTypedTest extends CaseSteps {
  private static final Map<String, String> TYPED = new LinkedHashMap<>();

  static {
    TYPED.put("script", "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> {0} ${7*7}");
    TYPED.put("emoji", "😀 👩‍👩‍👧 🇵🇰 𝒳");
    TYPED.put("right to left", "مرحبا بالعالم (2024) שלום");
    TYPED.put("direction overridden", "gnp.\u202Eexe.cod\u202C \u2066x\u2069");
    TYPED.put("NUL", "a\u0000b");
    TYPED.put("control characters", "a\u0007b\u001B[31mc\u0085d\u2028e\uFFFEf");
    TYPED.put("10,000 characters", "wörd ".repeat(2_000).strip());
    TYPED.put("10,000 wide characters", "मानव ".repeat(2_000).strip());
    TYPED.put("10,000 emoji", "😀".repeat(5_000));
    TYPED.put("300,000 characters", "much too long ".repeat(21_500).strip());
    TYPED.put("blanks", " \t\n ");
  }

  /** Chosen from a list and never typed. */
  private static final Set<String> CODES =
      Set.of(
          "type",
          "language",
          "themes",
          "countries",
          "country",
          "otherLanguages",
          "evidence",
          "agreement",
          "cost",
          "theme",
          "sha256");

  /** Take a text and keep none: they look something up by it, or are the program's own. */
  private static final Set<String> ONLY_ASK =
      Set.of(
          // By a secret, a name in addresses, a code or a hash.
          "ResponseTables.published",
          "Invitations.look",
          "Invitations.accept",
          "Supplements.published",
          "Papers.page",
          "Papers.published",
          "Papers.take",
          "BriefTranslations.inLanguage",
          "BriefTranslations.words",
          "BriefTranslations.hand",
          "BriefTranslations.clear",
          "BriefTranslations.publish",
          "PolicyOptions.menu",
          "PublicBriefs.published",
          "PublicBriefs.edition",
          "PublicBriefs.withdrawn",
          "PublicBriefs.attachment",
          "Briefs.page",
          "Trail.holds",
          "Accounts.look",
          "MailChoices.choose",
          "MailChoices.look",
          "MailChoices.stop",
          "Desk.putOff",
          "Desk.takeBack",
          "Seats.invite",
          // By a record that was read before.
          "Bodies.appoint",
          "Bodies.mayActivate",
          "PaperWorks.all",
          "PublicBriefs.related",
          "ResponseTables.isPublished",
          "Seats.mayAppoint",
          "Seats.of",
          // Passwords are no text that anyone reads; see AccountsTest.
          "Accounts.reset",
          "Accounts.changePassword",
          // The program's own, and the first account, which Accounts.open describes too.
          "Accounts.openFirst",
          "Audit.record",
          "People.register");

  @Autowired Drafts drafts;
  @Autowired Supplements supplements;
  @Autowired Withdrawals withdrawals;
  @Autowired Calls calls;
  @Autowired PaperLists lists;
  @Autowired Briefs briefs;
  @Autowired BriefTranslations translations;
  @Autowired BriefEditions editions;
  @Autowired Profiles profiles;
  @Autowired Organisations organisations;
  @Autowired Accounts accounts;
  @Autowired Directory directory;
  @Autowired Trail trail;
  @Autowired Oversight oversight;
  @Autowired Search search;
  @Autowired ApplicationContext context;
  @Autowired MessageSource texts;
  @Autowired EntityManager entities;
  @Autowired TransactionTemplate transaction;

  /**
   * A command with words that it takes.
   *
   * @param words a record, a text or several
   * @param keeps whether it keeps them; else it only asks by them
   */
  private record Command(
      String name, Object words, boolean keeps, boolean cuts, Consumer<Object> does) {}

  private record Answer(String answer, String pointer) {}

  private record Called(String name, String email) {}

  private record Address(String email) {}

  private record Said(String quote, String text) {}

  private final List<Command> commands = new ArrayList<>();
  private final Map<String, List<String>> places = new HashMap<>();
  private List<String> columns;

  @SuppressWarnings("unchecked")
  private <T> void keeps(String name, T words, Consumer<T> does) {
    commands.add(new Command(name, words, true, false, (Consumer<Object>) does));
  }

  /** The beginning or the end is kept of what is too long: it cannot be given back. */
  @SuppressWarnings("unchecked")
  private <T> void cuts(String name, T words, Consumer<T> does) {
    commands.add(new Command(name, words, true, true, (Consumer<Object>) does));
  }

  @SuppressWarnings("unchecked")
  private <T> void asks(String name, T words, Consumer<T> does) {
    commands.add(new Command(name, words, false, false, (Consumer<Object>) does));
  }

  @Test
  void isKeptLetterByLetterOrRefusedInWords() {
    papersAndCalls();
    reviewing();
    briefs();
    peopleAndBodies();
    asking();
    assertThat(withText()).as("commands with a text, all of them tried").isSubsetOf(tried());
    columns = columns();
    List<String> faults = new ArrayList<>();
    int kept = 0;
    int refused = 0;
    for (Command command : commands) {
      List<Leaf> leaves = leaves(command.words(), command.name(), words -> words);
      assertThat(leaves).as(command.name()).isNotEmpty();
      for (Leaf leaf : leaves) {
        for (var typed : TYPED.entrySet()) {
          String fault = fault(command, leaf, typed.getKey(), typed.getValue());
          if (fault == null) {
            kept++;
          } else if (fault.isEmpty()) {
            refused++;
          } else {
            faults.add(leaf.path + ", " + typed.getKey() + ": " + fault);
          }
        }
        // What everyone types must pass, else the lines above say nothing.
        String plain = fault(command, leaf, "plain", "Words");
        if (plain != null && !leaf.path.matches(".*(email|orcid|code|slug)")) {
          faults.add(leaf.path + ", plain words: " + (plain.isEmpty() ? "refused" : plain));
        }
      }
    }
    System.out.println(commands.size() + " commands: kept " + kept + ", refused " + refused);
    assertThat(faults).isEmpty();
  }

  /** Null if it was kept, empty if it was refused in words; else what is wrong. */
  private String fault(Command command, Leaf leaf, String name, String typed) {
    return transaction.execute(
        status -> {
          status.setRollbackOnly();
          try {
            command.does().accept(leaf.with(typed));
            entities.flush();
            if (!command.keeps() || typed.isBlank()) {
              return null;
            }
            boolean there = isKept(leaf.path, typed) || isKept(leaf.path, oneLine(typed));
            return there || (command.cuts() && typed.length() > 200)
                ? null
                : "taken, and not kept as it was typed";
          } catch (DomainException refusal) {
            String said =
                texts.getMessage(refusal.key(), refusal.arguments().toArray(), "", Locale.ENGLISH);
            return said == null || said.isBlank() || said.contains("{")
                ? "refused without words: " + refusal.key() + " " + said
                : "";
          } catch (RuntimeException e) {
            return e.getClass().getSimpleName()
                + ": "
                + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
          }
        });
  }

  /** As names are kept: without line breaks and what cannot be seen. */
  private static String oneLine(String typed) {
    return typed.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }

  private boolean isKept(String path, String typed) {
    List<String> known = places.getOrDefault(path, List.of());
    if (known.stream().anyMatch(column -> holds(column, typed))) {
      return true;
    }
    for (String column : columns) {
      if (!known.contains(column) && holds(column, typed)) {
        places.computeIfAbsent(path, p -> new ArrayList<>()).add(column);
        return true;
      }
    }
    return false;
  }

  private boolean holds(String column, String typed) {
    String[] parts = column.split("\\.");
    return jdbc.sql(
                "select count(*) from "
                    + parts[0]
                    + " where cast("
                    + parts[1]
                    + " as binary) = cast(? as binary)")
            .param(typed)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Where texts are kept; what tells of a text, as the trace and mails do, is no proof. */
  private List<String> columns() {
    return jdbc.sql(
            "select concat(table_name, '.', column_name) from information_schema.columns"
                + " where table_schema = database() and data_type in ('varchar', 'text',"
                + " 'longtext') and table_name not in ('audit_line', 'mail', 'mail_delivery',"
                + " 'file_text', 'event_publication', 'scheduled_tasks',"
                + " 'flyway_schema_history')")
        .query(String.class)
        .list();
  }

  // ---- the commands

  private void papersAndCalls() {
    UUID group = remittances().id();
    PaperDraft draft =
        new PaperDraft(
            "research",
            "A paper",
            "About it.",
            "en",
            List.of("remittances"),
            List.of("PK"),
            List.of(new PaperDraft.Author("A. Name", "An institute", author.id(), null)),
            Set.of(),
            group,
            Set.of(),
            List.of(),
            List.of("a keyword"),
            "A fund");
    UUID paper = papers.start(author, group, draft);
    TakenFile file = papers.take(author, Cast.pdf("typed"), "typed.pdf");
    StoredFile table =
        supplements.take(
            author, new ByteArrayInputStream("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)));
    supplements.add(author, paper, table, "data.csv", seen("paper", paper));
    keeps("Papers.start", draft, d -> papers.start(author, group, d));
    keeps("Drafts.start", draft, d -> drafts.start(author, d));
    keeps("Drafts.save", draft, d -> drafts.save(author, paper, d, seen("paper", paper)));
    cuts("Papers.addVersion", "name.pdf", n -> papers.addVersion(author, paper, file.file(), n));
    cuts(
        "Supplements.add",
        "name.csv",
        n -> supplements.add(author, paper, table, n, seen("paper", paper)));
    keeps(
        "Supplements.label",
        "A label",
        l -> supplements.label(author, paper, 1, l, seen("paper", paper)));
    UUID handedIn = submitted("Handed in, to be withdrawn", Set.of(), author);
    keeps("Withdrawals.withdraw", "A reason", r -> withdrawals.withdraw(author, handedIn, r));
    CallDraft call = new CallDraft("A call", "For papers.", null, null, Blindness.SINGLE, false);
    UUID open = calls.open(chair, group, call);
    keeps("Calls.open", call, c -> calls.open(chair, group, c));
    keeps("Calls.revise", call, c -> calls.revise(chair, open, c, seen("paper_call", open)));
    asks("PaperLists.visible", "words", w -> lists.visible(chair, false, w, 0, 10));
    asks("PaperLists.count", "words", w -> lists.count(chair, false, w));
  }

  private void reviewing() {
    UUID atTheDesk = theCase(submitted("At the desk", Set.of(), author));
    keeps(
        "DeskChecks.record",
        "A note",
        n -> checks.record(chair, atTheDesk, DeskPoint.values()[0], Verdict.CONCERN, n, -1));
    keeps("Handling.give", "A reason", w -> handling.give(chair, atTheDesk, vice.id(), w));
    Actor asked = person("Typed Asked", "Elsewhere");
    InviteDraft invitation =
        new InviteDraft(List.of(asked.id()), today().plusDays(9), "A word", Set.of(), true);
    commands.add(
        new Command(
            "Inviting.invite",
            invitation,
            false,
            false,
            d -> inviting.invite(chair, atTheDesk, (InviteDraft) d)));
    asks(
        "Inviting.preview",
        "A word",
        n -> inviting.preview(chair, atTheDesk, today().plusDays(9), n));

    UUID inReview = submitted("In review", Set.of(), author);
    Actor first = person("Typed First", "Far away");
    Actor second = person("Typed Second", "Farther away");
    invite(chair, inReview, first, second);
    String token = token(second);
    UUID invited = id("select id from review_assignment where person_id = ?", second.id());
    cuts(
        "Invitations.decline",
        new Refusal("A reason", "Someone else", false),
        r -> invitations.decline(second, invited, r));
    cuts(
        "Invitations.decline",
        new Refusal("A reason", "Someone else", false),
        r -> invitations.decline(Actor.PUBLIC, token, r));
    UUID own = accept(first);
    keeps("Reviews.save", REVIEW, d -> reviews.save(first, own, d, seen("review_assignment", own)));
    keeps(
        "Reviews.comment",
        new Said("quoted", "A comment"),
        s ->
            reviews.comment(
                first, own, new Anchor(1, null, s.quote()), CommentKind.EDITORIAL, s.text()));
    UUID comment = reviews.comment(first, own, Anchor.WHOLE, CommentKind.EDITORIAL, "A first one.");
    keeps(
        "Reviews.change",
        "A comment",
        t ->
            reviews.change(
                first, comment, CommentKind.EDITORIAL, t, seen("review_comment", comment)));
    keeps("Deadlines.ask", "A reason", w -> deadlines.ask(first, own, today().plusDays(60), w));

    UUID back = submitted("Sent back", Set.of(), author);
    Actor third = person("Typed Third", "Farthest away");
    invite(chair, back, third);
    UUID theirs = accept(third);
    UUID remark = reviews.comment(third, theirs, Anchor.WHOLE, CommentKind.SUBSTANTIVE, "Why?");
    submit(third, theirs);
    UUID of = theCase(back);
    UUID toDecide = theCase(decidable());
    keeps("Decisions.decide", "A letter", l -> decisions.decide(chair, toDecide, Outcome.MAJOR, l));
    keeps(
        "Decisions.write",
        new DecisionDraft(Outcome.MAJOR, "A letter", -1),
        d -> decisions.write(chair, of, d));
    decisions.decide(chair, of, Outcome.MAJOR, "Please mend it.");
    eventually(() -> papers.facts(Actor.SYSTEM, back).state() == PaperState.REVISION);
    TakenFile next = papers.take(author, Cast.pdf("mended"), "next.pdf");
    papers.addVersion(author, back, next.file(), "next.pdf");
    keeps(
        "Papers.noteChange",
        "A note",
        n -> papers.noteChange(author, back, n, seen("paper", back)));
    keeps(
        "Comments.answer",
        new Answer("An answer", "Page 1"),
        a -> comments.answer(author, remark, Disposition.ACCEPTED, a.answer(), a.pointer(), -1));
    keeps(
        "Comments.note",
        "A note",
        n -> comments.note(editor, remark, n, seen("review_comment", remark)));
    keeps(
        "Comments.close",
        "A note",
        n -> comments.close(editor, remark, n, seen("review_comment", remark)));
  }

  /** A paper with a review, ready for a decision. */
  private UUID decidable() {
    UUID paper = submitted("To be decided", Set.of(), author);
    Actor reviewer = person("Typed Fourth", "Far off");
    invite(chair, paper, reviewer);
    submit(reviewer, accept(reviewer));
    return paper;
  }

  private void briefs() {
    Actor outreach = cast.actor("outreach");
    UUID group = remittances().id();
    UUID source = lists.sources(chair).getLast().id();
    BriefDraft draft =
        new BriefDraft(
            "A brief for whatever is typed",
            "Two sentences. No more.",
            "Ministries",
            List.of("First.", "Second.", "Third."),
            "A text.",
            List.of(new BriefDraft.Option("Do it", "Someone", "robust", "high", "low")),
            List.of(new BriefDraft.Example("PK", "It was tried.")),
            List.of(new BriefDraft.Source(source, 1)),
            "en",
            List.of("remittances"),
            List.of("PK"));
    BriefTranslation french =
        new BriefTranslation(
            "fr",
            "Une note",
            "Deux phrases.",
            "Ministères",
            List.of("Un.", "Deux.", "Trois."),
            "Du texte.",
            List.of(new BriefTranslation.Option("Le faire", "Quelqu’un")),
            List.of(new BriefDraft.Example("PK", "On l’a fait.")));
    UUID written = briefs.start(outreach, group, draft);
    keeps("Briefs.start", draft, d -> briefs.start(outreach, group, d));
    keeps("Briefs.revise", draft, d -> briefs.revise(outreach, written, d, seen("brief", written)));
    keeps("BriefTranslations.translate", french, t -> translations.translate(outreach, written, t));
    asks(
        "Briefs.attach",
        "name.pdf",
        n -> briefs.attach(outreach, group, Cast.pdf("beside a brief"), n));
    UUID handed = briefs.start(outreach, group, draft);
    briefs.hand(outreach, handed);
    keeps("Briefs.giveBack", "A reason", r -> briefs.giveBack(chair, handed, r));
    UUID done = published(outreach, draft);
    UUID other = published(outreach, draft);
    keeps(
        "BriefEditions.supersede",
        "A reason",
        r -> editions.supersede(secretariat, done, other, r));
    keeps("BriefEditions.retract", "A reason", r -> editions.retract(secretariat, done, r));
    keeps("BriefEditions.withdraw", "A reason", r -> editions.withdraw(secretariat, done, r));
    translations.translate(outreach, other, french);
    translations.hand(outreach, other, "fr");
    asks(
        "BriefTranslations.giveBack",
        "A reason",
        r -> translations.giveBack(chair, other, "fr", r));
  }

  private UUID published(Actor outreach, BriefDraft draft) {
    UUID id = briefs.start(outreach, remittances().id(), draft);
    briefs.hand(outreach, id);
    briefs.clear(chair, id);
    briefs.publish(secretariat, id);
    return id;
  }

  private void peopleAndBodies() {
    Actor self = person("Typed Self", "At home");
    Profile profile =
        new Profile(
            "A. Self",
            "An institute",
            null,
            "FJ",
            ZoneId.of("Pacific/Fiji"),
            null,
            List.of("remittances"),
            null,
            null,
            null,
            true,
            "A life.");
    keeps("Profiles.keep", profile, p -> profiles.keep(self, p, profiles.mine(self).revision()));
    UUID organisation =
        organisations.add(secretariat, "Typed Institute", OrganisationKind.RESEARCH, "FJ");
    keeps(
        "Organisations.add",
        "An institute",
        n -> organisations.add(secretariat, n, OrganisationKind.RESEARCH, "FJ"));
    keeps(
        "Organisations.change",
        "An institute",
        n -> organisations.change(secretariat, organisation, n, OrganisationKind.RESEARCH, "FJ"));
    keeps(
        "Accounts.register",
        new Called("A. New", "typed-new@example.org"),
        c -> accounts.register(Actor.PUBLIC, c.name(), c.email()));
    keeps(
        "Accounts.invite",
        new Called("A. Guest", "typed-guest@example.org"),
        c -> accounts.invite(secretariat, c.name(), c.email(), null));
    asks(
        "Accounts.forget",
        new Address("typed@example.org"),
        a -> accounts.forget(Actor.PUBLIC, a.email()));
    accounts.register(Actor.PUBLIC, "Typed Later", "typed-later@example.org");
    String path =
        jdbc.sql(
                "select m.path from mail m join person p on p.id = m.recipient_id"
                    + " where p.email = 'typed-later@example.org'")
            .query(String.class)
            .single();
    keeps(
        "Accounts.open",
        new NewAccount("A. Later", "At home", "FJ", ZoneId.of("Pacific/Fiji")),
        a ->
            accounts.open(
                Actor.PUBLIC, path.substring("/accounts/".length()), a, "a password of words"));
    BodyDraft group =
        new BodyDraft("TYPED", "typed", "A group", BodyKind.GROUP, null, false, "A remit.");
    Actor head = cast.actor("secretariat");
    keeps("Bodies.found", group, g -> bodies.found(head, g));
    keeps("Bodies.foundGroup", group, g -> bodies.foundGroup(head, g, null));
    keeps("Bodies.addTheme", new Theme("typed", "A theme"), t -> bodies.addTheme(head, t));
  }

  private void asking() {
    asks("Directory.list", "words", w -> directory.list(secretariat, w, 0, 10));
    asks("Directory.count", "words", w -> directory.count(secretariat, w));
    TrailFilter lines = new TrailFilter("paper", "name", "", null, null);
    asks("Trail.visible", lines, f -> trail.visible(secretariat, f, 0, 10));
    asks("Trail.before", lines, f -> trail.before(secretariat, f, Long.MAX_VALUE, 10));
    asks("Trail.count", lines, f -> trail.count(secretariat, f));
    asks("Search.readable", "words", w -> search.readable(chair, new SearchQuery(w, Map.of(), 1)));
    asks("Papers.reference", "words", w -> search.published(new SearchQuery(w, Map.of(), 1)));
  }

  private long seen(String table, UUID id) {
    return jdbc.sql("select revision from " + table + " where id = ?")
        .param(Uuids.bytes(id))
        .query(Long.class)
        .single();
  }

  private UUID id(String sql, UUID of) {
    return jdbc.sql(sql).param(Uuids.bytes(of)).query((rs, n) -> Uuids.of(rs.getBytes(1))).single();
  }

  // ---- the fields of a record

  /** One text within the words of a command. */
  private static final class Leaf {
    final String path;
    private final Function<String, Object> with;

    Leaf(String path, Function<String, Object> with) {
      this.path = path;
      this.with = with;
    }

    Object with(String typed) {
      return with.apply(typed);
    }
  }

  private static List<Leaf> leaves(Object words, String path, Function<Object, Object> whole) {
    if (words instanceof String) {
      return List.of(new Leaf(path, whole::apply));
    }
    if (words instanceof List<?> list && !list.isEmpty()) {
      return leaves(
          list.getFirst(),
          path + "[0]",
          first -> {
            List<Object> changed = new ArrayList<>(list);
            changed.set(0, first);
            return whole.apply(changed);
          });
    }
    List<Leaf> leaves = new ArrayList<>();
    if (words != null && words.getClass().isRecord()) {
      RecordComponent[] components = words.getClass().getRecordComponents();
      for (int i = 0; i < components.length; i++) {
        int at = i;
        if (CODES.contains(components[i].getName())) {
          continue;
        }
        Object part = value(words, components[i]);
        leaves.addAll(
            leaves(
                part == null && components[i].getType() == String.class ? "" : part,
                path + "." + components[i].getName(),
                changed -> whole.apply(copy(words, components, at, changed))));
      }
    }
    return leaves;
  }

  private static Object value(Object words, RecordComponent component) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(words);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object copy(Object words, RecordComponent[] components, int at, Object changed) {
    Object[] values = Arrays.stream(components).map(component -> value(words, component)).toArray();
    values[at] = changed;
    try {
      var constructor =
          words
              .getClass()
              .getDeclaredConstructor(
                  Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  // ---- which commands there are

  private Set<String> tried() {
    Set<String> names = new TreeSet<>(ONLY_ASK);
    commands.forEach(command -> names.add(command.name()));
    // Takes the filter of the outbox, whose parts are chosen from lists.
    names.addAll(Set.of("Oversight.count", "Oversight.outbox"));
    return names;
  }

  private Set<String> withText() {
    Set<String> names = new TreeSet<>();
    for (Object bean : context.getBeansWithAnnotation(Service.class).values()) {
      Class<?> type = AopUtils.getTargetClass(bean);
      if (!type.getPackageName().startsWith("org.plenary")) {
        continue;
      }
      for (Method method : type.getDeclaredMethods()) {
        Type[] parameters = method.getGenericParameterTypes();
        if (Modifier.isPublic(method.getModifiers())
            && !method.isSynthetic()
            && parameters.length > 1
            && parameters[0] == Actor.class
            && Stream.of(parameters).skip(1).anyMatch(WhateverIsTypedTest::hasText)) {
          names.add(type.getSimpleName() + "." + method.getName());
        }
      }
    }
    return names;
  }

  private static boolean hasText(Type type) {
    if (type == String.class) {
      return true;
    }
    if (type instanceof ParameterizedType of) {
      return Stream.of(of.getActualTypeArguments()).anyMatch(WhateverIsTypedTest::hasText);
    }
    return type instanceof Class<?> record
        && record.isRecord()
        && record.getPackageName().startsWith("org.plenary")
        && record != StoredFile.class
        && record != TakenFile.class
        && Stream.of(record.getRecordComponents())
            .filter(component -> !CODES.contains(component.getName()))
            .anyMatch(component -> hasText(component.getGenericType()));
  }
}

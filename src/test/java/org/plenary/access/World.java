package org.plenary.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.plenary.Cast;
import org.plenary.MovedClock;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Body;
import org.plenary.briefs.BriefDraft;
import org.plenary.briefs.BriefEditions;
import org.plenary.briefs.BriefTranslation;
import org.plenary.briefs.BriefTranslations;
import org.plenary.briefs.Briefs;
import org.plenary.briefs.PublicBriefs;
import org.plenary.kernel.Actor;
import org.plenary.kernel.SeatRole;
import org.plenary.kernel.Uuids;
import org.plenary.mail.Outbox;
import org.plenary.papers.Blindness;
import org.plenary.papers.CallDraft;
import org.plenary.papers.Calls;
import org.plenary.papers.Drafts;
import org.plenary.papers.PaperDraft;
import org.plenary.papers.PaperState;
import org.plenary.papers.Papers;
import org.plenary.papers.Supplements;
import org.plenary.papers.TakenFile;
import org.plenary.papers.Withdrawals;
import org.plenary.people.Accounts;
import org.plenary.people.OrganisationKind;
import org.plenary.people.Organisations;
import org.plenary.people.People;
import org.plenary.people.Person;
import org.plenary.people.Profiles;
import org.plenary.review.Anchor;
import org.plenary.review.AssignmentLine;
import org.plenary.review.Cases;
import org.plenary.review.CommentKind;
import org.plenary.review.Comments;
import org.plenary.review.Criterion;
import org.plenary.review.Deadlines;
import org.plenary.review.Decisions;
import org.plenary.review.Disposition;
import org.plenary.review.Handling;
import org.plenary.review.Invitations;
import org.plenary.review.InviteDraft;
import org.plenary.review.Inviting;
import org.plenary.review.Outcome;
import org.plenary.review.ReviewDraft;
import org.plenary.review.Reviews;
import org.plenary.search.Search;
import org.plenary.search.SearchQuery;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who calls, and what is called for: papers and briefs in every state, made by the services
 * themselves. The chair, vice-chair, editor, outreach officer and members are the sample's; who is
 * tied to a paper has an account of their own, for other tests know the sample's reviewers.
 */
class World {
  static final ReviewDraft REVIEW =
      new ReviewDraft(
          Map.of(Criterion.EVIDENCE, 3, Criterion.RELEVANCE, 4, Criterion.CLARITY, 5),
          Outcome.MAJOR,
          "A summary.",
          "Between us.");

  /** Stands in the title of the paper under review, of the briefs' drafts, and nowhere else. */
  static final String WORD = "quandelwurz";

  private static final String PASSWORD = "sample-partnership";

  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired Profiles profiles;
  @Autowired Organisations organisations;
  @Autowired Bodies bodies;
  @Autowired Papers papers;
  @Autowired Drafts drafts;
  @Autowired Supplements supplements;
  @Autowired Calls calls;
  @Autowired Withdrawals withdrawals;
  @Autowired Cases cases;
  @Autowired Inviting inviting;
  @Autowired Invitations invitations;
  @Autowired Reviews reviews;
  @Autowired Comments comments;
  @Autowired Deadlines deadlines;
  @Autowired Decisions decisions;
  @Autowired Handling handling;
  @Autowired Briefs briefs;
  @Autowired PublicBriefs publicBriefs;
  @Autowired BriefTranslations translations;
  @Autowired BriefEditions editions;
  @Autowired Outbox outbox;
  @Autowired Search search;
  @Autowired Cast cast;
  @Autowired MovedClock clock;
  @Autowired JdbcClient jdbc;

  final Map<Role, Actor> actors = new EnumMap<>(Role.class);
  Body group;
  Body secretariat;

  /**
   * A paper with its case.
   *
   * @param reviewing the assignment of the reviewer who accepted
   * @param invited the assignment of who has not answered
   * @param comment a substantive one of the reviewer
   */
  record Case(UUID paper, String reference, UUID id, UUID reviewing, UUID invited, UUID comment) {}

  UUID draft;
  Case desk;
  Case unchaired;
  Case reviewing;
  Case reviewed;
  Case revision;
  Case accepted;
  Case published;
  Case withdrawn;
  Case blind;
  Case open;
  TakenFile file;
  UUID call;
  UUID blindCall;
  UUID briefDraft;
  UUID briefHanded;
  UUID briefCleared;
  UUID briefPublished;
  UUID briefOther;
  UUID briefWithdrawn;
  BriefDraft.Attachment attachment;
  UUID invitedPerson;
  UUID organisation;

  Actor as(Role role) {
    return actors.get(role);
  }

  void build() {
    group = bodies.byCode("REM").orElseThrow();
    secretariat = bodies.byCode("SECRETARIAT").orElseThrow();
    cast();
    file = papers.take(as(Role.AUTHOR), pdf(), "v1.pdf");
    calls();
    draft = submittable("draft", null, Set.of());
    desk = submitted("at the desk", null, Set.of());
    unchaired =
        submitted("of the chairs", null, Set.of(as(Role.CHAIR).id(), as(Role.VICE_CHAIR).id()));
    reviewing = invited(submitted("under " + WORD + " review", null, Set.of()), true);
    reviewed = reviewed("reviewed", null);
    withdrawn = reviewed("withdrawn", null);
    revision = decided(reviewed("in revision", null));
    blind = reviewed("double blind", blindCall);
    open = decided(reviewed("openly reviewed", openCall()));
    accepted = accepted("accepted");
    published = accepted("published");
    await(published.paper(), PaperState.ACCEPTED);
    papers.publish(as(Role.SECRETARIAT), published.paper());
    withdrawals.withdraw(as(Role.AUTHOR), withdrawn.paper(), "A better one is coming.");
    await(accepted.paper(), PaperState.ACCEPTED);
    await(open.paper(), PaperState.REVISION);
    await(blind.paper(), PaperState.IN_REVIEW);
    prepareNextVersion();
    briefs();
    UUID someone = accounts.invite(as(Role.SECRETARIAT), "Ilse Matrix", address(), null);
    invitedPerson = someone;
    organisation =
        organisations.add(
            as(Role.SECRETARIAT), "Institute " + someone, OrganisationKind.RESEARCH, "FJ");
    eventually(
        () -> found(as(Role.CHAIR)) > 0 && closed(withdrawn) && found(as(Role.OUTREACH)) > 1);
  }

  private void cast() {
    actors.put(Role.PUBLIC, Actor.PUBLIC);
    actors.put(Role.PROGRAM, Actor.SYSTEM);
    Map.of(
            Role.MEMBER, "member2",
            Role.CHAIR, "chair",
            Role.VICE_CHAIR, "vicechair",
            Role.EDITOR, "editor",
            Role.OUTREACH, "outreach",
            Role.SECRETARIAT, "secretariat",
            Role.OTHER_CHAIR, "datachair",
            Role.STEERING, "steering",
            Role.DONOR, "donor")
        .forEach((role, account) -> actors.put(role, cast.actor(account)));
    UUID other = bodies.byCode("DATA").orElseThrow().id();
    own(Role.VOLUNTEER);
    own(Role.AUTHOR);
    own(Role.INVITED);
    own(Role.REVIEWER);
    own(Role.OTHER_MEMBER, new Actor.SeatIn(other, SeatRole.MEMBER));
    // Seats that only the actor has: the group keeps its one chair, whom other tests know.
    own(Role.AUTHOR_CHAIR, new Actor.SeatIn(group.id(), SeatRole.CHAIR));
    own(Role.CONFLICTED_CHAIR, new Actor.SeatIn(group.id(), SeatRole.CHAIR));
    own(Role.CONFLICTED_SECRETARIAT, new Actor.SeatIn(secretariat.id(), SeatRole.PROJECT_OFFICER));
  }

  private void own(Role role, Actor.SeatIn... seats) {
    UUID id = Uuids.v7(clock.instant());
    String name = "Matrix " + role.column + " " + id.toString().substring(30);
    people.register(
        Actor.SYSTEM,
        new Person(id, name, id + "@example.org", "", "FJ", ZoneId.of("UTC")),
        PASSWORD);
    actors.put(role, Actor.of(id, name, Set.of(seats)));
  }

  static String address() {
    return UUID.randomUUID() + "@example.org";
  }

  static InputStream pdf() {
    return Cast.pdf("What the matrix reads.");
  }

  static InputStream csv() {
    return new ByteArrayInputStream("year,sum\n2024,1\n".getBytes(StandardCharsets.UTF_8));
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  LocalDate inDays(int days) {
    return today().plusDays(days);
  }

  private void calls() {
    Actor chair = as(Role.CHAIR);
    call = calls.open(chair, group.id(), callDraft(Blindness.SINGLE));
    blindCall = calls.open(chair, group.id(), callDraft(Blindness.DOUBLE));
  }

  private UUID openCall() {
    return calls.open(as(Role.CHAIR), group.id(), callDraft(Blindness.OPEN));
  }

  CallDraft callDraft(Blindness blindness) {
    return new CallDraft("A call, " + blindness, "Write.", null, null, blindness, false);
  }

  PaperDraft paperDraft(String title, Set<UUID> conflicts) {
    Set<UUID> all = new java.util.HashSet<>(conflicts);
    all.add(as(Role.CONFLICTED_CHAIR).id());
    all.add(as(Role.CONFLICTED_SECRETARIAT).id());
    return new PaperDraft(
            "research",
            "A paper " + title,
            "About it.",
            "en",
            List.of("remittances"),
            List.of("FJ"),
            List.of(named(Role.AUTHOR), named(Role.AUTHOR_CHAIR)),
            all)
        .in(group.id());
  }

  private PaperDraft.Author named(Role role) {
    return new PaperDraft.Author(as(role).name(), "", as(role).id());
  }

  private UUID submittable(String title, UUID to, Set<UUID> conflicts) {
    Actor author = as(Role.AUTHOR);
    UUID id = drafts.start(author, paperDraft(title, conflicts));
    drafts.attach(author, id, file, seen(id));
    supplements.add(author, id, supplements.take(author, csv()), "sums.csv", seen(id));
    if (to != null) {
      calls.choose(author, id, to, seen(id));
    }
    return id;
  }

  /** The revision of a paper that its author has on the screen. */
  long seen(UUID paper) {
    return drafts.page(as(Role.AUTHOR), paper).revision();
  }

  private Case submitted(String title, UUID to, Set<UUID> conflicts) {
    UUID paper = submittable(title, to, conflicts);
    papers.submit(as(Role.AUTHOR), paper);
    eventually(() -> !cases(paper).isEmpty());
    String reference = papers.reference(as(Role.AUTHOR), paper);
    UUID none = new UUID(0, 0);
    return new Case(paper, reference, cases(paper).getFirst(), none, none, none);
  }

  private List<UUID> cases(UUID paper) {
    return jdbc.sql("select id from review_case where paper_id = ?")
        .param(Uuids.bytes(paper))
        .query((rs, n) -> Uuids.of(rs.getBytes(1)))
        .list();
  }

  /** With one who accepted, has written and not handed in, and one who has not answered. */
  private Case invited(Case of, boolean substantive) {
    Actor chair = as(Role.CHAIR);
    Actor reviewer = as(Role.REVIEWER);
    inviting.invite(
        chair,
        of.id(),
        InviteDraft.plain(List.of(reviewer.id(), as(Role.INVITED).id()), inDays(20)));
    List<AssignmentLine> asked = cases.page(chair, of.paper()).orElseThrow().assignments();
    UUID reviewing = assignment(asked, Role.REVIEWER);
    invitations.accept(reviewer, reviewing);
    reviews.save(reviewer, reviewing, REVIEW, reviews.page(reviewer, reviewing).revision());
    CommentKind kind = substantive ? CommentKind.SUBSTANTIVE : CommentKind.EDITORIAL;
    UUID comment = reviews.comment(reviewer, reviewing, Anchor.WHOLE, kind, "Why?");
    return new Case(
        of.paper(), of.reference(), of.id(), reviewing, assignment(asked, Role.INVITED), comment);
  }

  private UUID assignment(List<AssignmentLine> asked, Role role) {
    return asked.stream()
        .filter(line -> line.name().equals(as(role).name()))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private Case reviewed(String title, UUID to) {
    return handedIn(invited(submitted(title, to, Set.of()), true));
  }

  private Case handedIn(Case of) {
    Actor reviewer = as(Role.REVIEWER);
    reviews.submit(reviewer, of.reviewing(), reviews.page(reviewer, of.reviewing()).revision());
    return of;
  }

  private Case decided(Case of) {
    decisions.decide(as(Role.CHAIR), of.id(), Outcome.MAJOR, "Please revise.");
    return of;
  }

  /** Its table of comments and answers goes with it. */
  private Case accepted(String title) {
    Case of = handedIn(invited(submitted(title, null, Set.of()), false));
    handling.publishReviews(as(Role.CHAIR), of.id(), true);
    decisions.decide(as(Role.CHAIR), of.id(), Outcome.ACCEPT, "Accepted.");
    return of;
  }

  private void prepareNextVersion() {
    Actor author = as(Role.AUTHOR);
    await(revision.paper(), PaperState.REVISION);
    comments.answer(author, revision.comment(), Disposition.ACCEPTED, "Done.", "p. 1", -1);
    papers.addVersion(author, revision.paper(), file.file(), "v2.pdf");
    papers.noteChange(author, revision.paper(), "Mended.", seen(revision.paper()));
  }

  BriefDraft briefDraft(String title) {
    return new BriefDraft(
        title,
        "Two sentences. No more.",
        "Ministries",
        List.of("First.", "Second.", "Third."),
        "Some text.",
        List.of(new BriefDraft.Option("Try it", "A ministry", "robust", "high", "low")),
        List.of(),
        List.of(new BriefDraft.Source(published.paper(), 1)),
        "en",
        List.of("remittances"),
        List.of("FJ"),
        List.of(attachment));
  }

  BriefTranslation in(String language) {
    return new BriefTranslation(
        language,
        "Titre " + language,
        "Deux phrases. Pas plus.",
        "Ministères",
        List.of("Un.", "Deux.", "Trois."),
        "Du texte.",
        List.of(new BriefTranslation.Option("Essayer", "Un ministère")),
        List.of());
  }

  private void briefs() {
    Actor writes = as(Role.OUTREACH);
    attachment = briefs.attach(writes, group.id(), pdf(), "more.pdf");
    briefDraft = brief("A draft on " + WORD);
    briefHanded = brief("A brief handed in");
    briefs.hand(writes, briefHanded);
    briefCleared = brief("A brief cleared");
    briefs.hand(writes, briefCleared);
    briefs.clear(as(Role.CHAIR), briefCleared);
    briefPublished = publishedBrief("A published brief");
    briefOther = publishedBrief("Another published brief");
    briefWithdrawn = publishedBrief("A brief withdrawn");
    editions.withdraw(as(Role.SECRETARIAT), briefWithdrawn, "For cause.");
    for (String language : List.of("fr", "es", "ar")) {
      translations.translate(writes, briefPublished, in(language));
    }
    translations.hand(writes, briefPublished, "es");
    translations.hand(writes, briefPublished, "ar");
    translations.clear(as(Role.CHAIR), briefPublished, "ar");
  }

  private UUID brief(String title) {
    return briefs.start(as(Role.OUTREACH), group.id(), briefDraft(title));
  }

  private UUID publishedBrief(String title) {
    UUID id = brief(title);
    briefs.hand(as(Role.OUTREACH), id);
    briefs.clear(as(Role.CHAIR), id);
    briefs.publish(as(Role.SECRETARIAT), id);
    return id;
  }

  String slug(UUID brief) {
    return jdbc.sql("select slug from brief where id = ?")
        .param(Uuids.bytes(brief))
        .query(String.class)
        .single();
  }

  UUID option(UUID brief) {
    return jdbc.sql("select option_id from brief_option where brief_id = ?")
        .param(Uuids.bytes(brief))
        .query((rs, n) -> Uuids.of(rs.getBytes(1)))
        .single();
  }

  /** The secret of the newest link that a mail of this kind took to the person. */
  String token(UUID person, String kind) {
    String path =
        jdbc.sql(
                "select path from mail where recipient_id = ? and kind = ?"
                    + " order by created_at desc, id desc limit 1")
            .params(Uuids.bytes(person), kind)
            .query(String.class)
            .single();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The secret of the invitation to review the paper under review. */
  String invitation() {
    return jdbc.sql(
            "select path from mail where recipient_id = ? and kind = 'review.invited'"
                + " and about_id = ?")
        .params(Uuids.bytes(as(Role.INVITED).id()), Uuids.bytes(reviewing.id()))
        .query((rs, n) -> rs.getString(1).replaceFirst(".*/", ""))
        .single();
  }

  /** A mail to this role about this record. */
  UUID mail(Role role, UUID about) {
    return jdbc.sql(
            "select id from mail where recipient_id = ? and about_id = ? order by id limit 1")
        .params(Uuids.bytes(as(role).id()), Uuids.bytes(about))
        .query((rs, n) -> Uuids.of(rs.getBytes(1)))
        .single();
  }

  private int found(Actor actor) {
    return search.readable(actor, new SearchQuery(WORD, Map.of(), 1)).total();
  }

  private boolean closed(Case of) {
    return jdbc.sql("select state from review_case where id = ?")
        .param(Uuids.bytes(of.id()))
        .query(String.class)
        .single()
        .equals("WITHDRAWN");
  }

  private void await(UUID paper, PaperState state) {
    eventually(() -> papers.facts(Actor.SYSTEM, paper).state() == state);
  }

  private static void eventually(BooleanSupplier condition) {
    Instant until = Instant.now().plus(Duration.ofSeconds(20));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waiting").isBefore(until);
      Thread.onSpinWait();
    }
  }
}

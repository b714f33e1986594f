package org.plenary.briefs;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.audit.Audit;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Body;
import org.plenary.files.FileStore;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Counters;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.Longest;
import org.plenary.kernel.ReaderTable;
import org.plenary.kernel.Revisions;
import org.plenary.kernel.SeatRole;
import org.plenary.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Briefs from draft to publication. Thread-safe. */
@Service
public class Briefs {
  /** The word for a brief in the index, in addresses and on screen. */
  public static final String KIND = "brief";

  /** The states in which a brief or translation waits for somebody's step, as SQL. */
  private static final String WAITING = "('GROUP_REVIEW', 'CLEARED')";

  private static final int MOST_WAITING = 400;

  private static final int LONGEST_NAME = 200;

  private final BriefRepository briefs;
  private final BriefReturnRepository returns;
  private final BriefRecords records;
  private final OptionRecords options;
  private final FileStore files;
  private final Audit audit;
  private final Bodies bodies;
  private final Counters counters;
  private final JdbcClient jdbc;
  private final ReaderTable readers;
  private final Clock clock;

  Briefs(
      BriefRepository briefs,
      BriefReturnRepository returns,
      BriefRecords records,
      OptionRecords options,
      FileStore files,
      Audit audit,
      Bodies bodies,
      Counters counters,
      JdbcClient jdbc,
      Clock clock) {
    this.briefs = briefs;
    this.returns = returns;
    this.records = records;
    this.options = options;
    this.files = files;
    this.audit = audit;
    this.bodies = bodies;
    this.counters = counters;
    this.jdbc = jdbc;
    this.readers = new ReaderTable(jdbc, "brief_reader", "brief_id");
    this.clock = clock;
  }

  /** Starts a draft of the group; its address is made from the title and never changes. */
  @Transactional
  public UUID start(Actor actor, UUID group, BriefDraft draft) {
    BriefRecords.allow(BriefAccess.mayWrite(actor, group), "brief.start.who");
    Brief brief =
        new Brief(records.newId(), records.freeSlug(draft.title()), group, actor.person(), draft);
    options.follow(brief);
    records.changed(brief);
    audit.record(actor, "brief.started", KIND, brief.id, brief.slug);
    return brief.id;
  }

  /**
   * Takes over what a writer of the group says of a draft.
   *
   * @param seen the revision that was on the screen; another writer may have changed it since
   */
  @Transactional
  public void revise(Actor actor, UUID id, BriefDraft draft, long seen) {
    Brief brief = records.one(actor, id);
    BriefRecords.allow(BriefAccess.mayWrite(actor, brief.bodyId), "brief.write.who");
    brief.revise(draft);
    Revisions.same(seen, brief.revision);
    options.follow(brief);
    records.changed(brief);
    options.sweep(brief);
    audit.record(actor, "brief.revised", KIND, id, null);
  }

  /** The revision of a brief that the actor may see. */
  @Transactional(readOnly = true)
  public long revision(Actor actor, UUID id) {
    return records.one(actor, id).revision;
  }

  /** Takes in a file to be attached to a brief of the group; it is kept when the brief is. */
  public BriefDraft.Attachment attach(Actor actor, UUID group, InputStream content, String name) {
    BriefRecords.allow(BriefAccess.mayWrite(actor, group), "brief.write.who");
    return new BriefDraft.Attachment(files.put(content).sha256(), plain(name));
  }

  private static String plain(String name) {
    String last = name.replaceAll("[\\p{Cntrl}\"\\\\/]+", " ").strip();
    return last.substring(Math.max(0, last.length() - LONGEST_NAME));
  }

  /** Asks the group's chair to clear it. */
  @Transactional
  public void hand(Actor actor, UUID id) {
    Brief brief = records.one(actor, id);
    BriefRecords.allow(BriefAccess.mayWrite(actor, brief.bodyId), "brief.write.who");
    brief.hand();
    options.step(brief, OptionState.DRAFT, PolicyOption::hand);
    records.tellRoles(actor, brief, List.of(SeatRole.CHAIR), "brief.handed");
    records.changed(brief);
    audit.record(actor, "brief.handed", KIND, id, null);
  }

  /** Gives it back to its writers with a reason. */
  @Transactional
  public void giveBack(Actor actor, UUID id, String reason) {
    Brief brief = records.one(actor, id);
    BriefRecords.allow(BriefAccess.mayClear(actor, brief.bodyId), "brief.clear.who");
    if (reason.isBlank()) {
      throw new DomainException("brief.giveBack.missing");
    }
    Longest.atMost(BriefEditions.LONGEST_REASON, reason);
    brief.giveBack();
    options.step(brief, OptionState.REVIEW, PolicyOption::giveBack);
    returns.save(new BriefReturn(records.newId(), id, reason.strip(), actor.id(), clock.instant()));
    records.tellRoles(actor, brief, List.of(SeatRole.OUTREACH_OFFICER), "brief.givenBack", reason);
    records.changed(brief);
    audit.record(actor, "brief.givenBack", KIND, id, reason);
  }

  /** Clears it for the group, its options with it. */
  @Transactional
  public void clear(Actor actor, UUID id) {
    Brief brief = records.one(actor, id);
    BriefRecords.allow(BriefAccess.mayClear(actor, brief.bodyId), "brief.clear.who");
    brief.clear();
    options.step(brief, OptionState.REVIEW, PolicyOption::clear);
    records.tellSecretariat(actor, brief, "brief.cleared");
    records.changed(brief);
    audit.record(actor, "brief.cleared", KIND, id, null);
  }

  /** Publishes a cleared brief today: under the next number of the year, or as a next edition. */
  @Transactional
  public void publish(Actor actor, UUID id) {
    publish(actor, id, LocalDate.now(clock));
  }

  /** The same on a day of the past: for what was published before it came into this house. */
  @Transactional
  public void publish(Actor actor, UUID id, LocalDate on) {
    Brief brief = records.one(actor, id);
    BriefRecords.allow(BriefAccess.mayPublish(actor), "brief.publish.who");
    Brief published = brief;
    if (brief.editionOf == null) {
      brief.publish(on, "%d/%02d".formatted(on.getYear(), counters.next("brief-" + on.getYear())));
    } else {
      published = briefs.findById(brief.editionOf).orElseThrow();
      published.turnTo(brief, on, records::newId);
      records.changed(brief);
    }
    for (Translation translation : published.translations) {
      if (translation.state == BriefState.PUBLISHED && translation.slug == null) {
        translation.slug = records.freeSlug(translation.title);
      }
    }
    options.published(published);
    records.tellRoles(actor, published, List.of(SeatRole.OUTREACH_OFFICER), "brief.published");
    records.changed(published);
    audit.record(
        actor,
        "brief.published",
        KIND,
        published.id,
        published.edition == 1
            ? published.number
            : published.number + " edition " + published.edition);
  }

  /** The name in addresses of a brief that the actor may see. */
  @Transactional(readOnly = true)
  public String slug(Actor actor, UUID id) {
    return records.one(actor, id).slug;
  }

  /** The brief as the actor may see it in the workspace. */
  @Transactional(readOnly = true)
  public BriefPage page(Actor actor, String slug) {
    Brief brief = records.one(actor, slug);
    boolean writes = BriefAccess.mayWrite(actor, brief.bodyId);
    boolean clears = BriefAccess.mayClear(actor, brief.bodyId);
    boolean publishes = BriefAccess.mayPublish(actor);
    boolean published = brief.state == BriefState.PUBLISHED;
    return new BriefPage(
        brief.id,
        brief.slug,
        brief.number,
        brief.bodyId,
        brief.state,
        brief.publishedOn,
        brief.edition,
        readable(actor, brief.editionOf).map(b -> b.slug).orElse(null),
        readable(actor, brief.nextId).map(b -> b.slug).orElse(null),
        brief.state == BriefState.DRAFT
            ? returns.findFirstByBriefIdOrderByIdDesc(brief.id).map(r -> r.reason).orElse(null)
            : null,
        BriefEnding.of(brief, this::open),
        brief.draft(),
        brief.translations.stream()
            .filter(t -> BriefAccess.text(brief.bodyId, t.state).admit(actor))
            .map(
                t ->
                    new BriefPage.InLanguage(
                        t.language,
                        t.state,
                        t.title,
                        published ? t.slug : null,
                        writes && t.state == BriefState.DRAFT,
                        published && clears && t.state == BriefState.GROUP_REVIEW,
                        published && publishes && t.state == BriefState.CLEARED))
            .toList(),
        new BriefPage.May(
            writes && brief.state == BriefState.DRAFT,
            clears && brief.state == BriefState.GROUP_REVIEW,
            publishes && brief.state == BriefState.CLEARED,
            writes && (published || brief.state == BriefState.DRAFT),
            writes && published && brief.nextId == null,
            BriefAccess.mayEnd(actor) && brief.state.isOpen()),
        brief.revision);
  }

  private Optional<Brief> readable(Actor actor, @Nullable UUID id) {
    return Optional.ofNullable(id)
        .flatMap(briefs::findById)
        .filter(b -> BriefAccess.text(b.bodyId, b.state).admit(actor));
  }

  private Optional<Brief> open(UUID id) {
    return briefs.findById(id).filter(b -> b.state.isOpen());
  }

  /** Briefs the actor may see, newest first; in one query. */
  public List<BriefListLine> visible(Actor actor, int offset, int limit) {
    return lines(actor, "", offset, limit);
  }

  /** How many {@link #visible} are. */
  public int count(Actor actor) {
    return jdbc.sql("select count(*) from brief p where " + readers.predicate("p.id"))
        .param("scope", BriefAccess.TEXT)
        .param("terms", actor.terms())
        .query(Integer.class)
        .single();
  }

  /** The bodies in whose name the actor writes briefs. */
  public List<Body> writesFor(Actor actor) {
    return bodies.groups().stream()
        .filter(group -> BriefAccess.mayWrite(actor, group.id()))
        .toList();
  }

  /** Briefs that wait for a step of the actor's; one query. */
  List<BriefListLine> waitingFor(Actor actor) {
    return lines(actor, " and p.state in " + WAITING, 0, MOST_WAITING).stream()
        .filter(line -> actsOn(actor, line.body(), line.state()))
        .toList();
  }

  /** A translation of a published brief that waits for a step of its own. */
  record TranslationLine(
      UUID id,
      String slug,
      String language,
      String title,
      BriefState state,
      UUID body,
      String group) {}

  /** Translations that wait for a step of the actor's; one query. */
  List<TranslationLine> translationsWaitingFor(Actor actor) {
    return jdbc
        .sql(
            "select t.id, p.slug, t.language, t.title, t.state, b.id, b.name"
                + " from brief_translation t"
                + " join brief p on p.id = t.brief_id and p.state = 'PUBLISHED'"
                + " join body b on b.id = p.body_id where t.state in "
                + WAITING
                + " order by t.id limit "
                + MOST_WAITING)
        .query(
            (rs, n) ->
                new TranslationLine(
                    Uuids.of(rs.getBytes(1)),
                    rs.getString(2),
                    rs.getString(3),
                    rs.getString(4),
                    BriefState.valueOf(rs.getString(5)),
                    Uuids.of(rs.getBytes(6)),
                    rs.getString(7)))
        .list()
        .stream()
        .filter(line -> actsOn(actor, line.body(), line.state()))
        .toList();
  }

  private static boolean actsOn(Actor actor, UUID body, BriefState state) {
    return state == BriefState.CLEARED
        ? BriefAccess.mayPublish(actor)
        : BriefAccess.mayClear(actor, body);
  }

  private List<BriefListLine> lines(Actor actor, String and, int offset, int limit) {
    return jdbc.sql(
            "select p.id, p.slug, p.title, p.state, p.body_id, b.name from brief p"
                + " join body b on b.id = p.body_id where "
                + readers.predicate("p.id")
                + and
                + " order by p.id desc limit "
                + limit
                + " offset "
                + offset)
        .param("scope", BriefAccess.TEXT)
        .param("terms", actor.terms())
        .query(
            (rs, n) ->
                new BriefListLine(
                    Uuids.of(rs.getBytes(1)),
                    rs.getString(2),
                    rs.getString(3),
                    BriefState.valueOf(rs.getString(4)),
                    Uuids.of(rs.getBytes(5)),
                    rs.getString(6)))
        .list();
  }
}

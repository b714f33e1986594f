package org.plenary.briefs;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.audit.Audit;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Body;
import org.plenary.bodies.BodyKind;
import org.plenary.bodies.Seat;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Counters;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.ReaderTable;
import org.plenary.kernel.Revisions;
import org.plenary.kernel.SeatRole;
import org.plenary.kernel.Uuids;
import org.plenary.mail.MailDraft;
import org.plenary.mail.Outbox;
import org.plenary.search.SearchLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Briefs from draft to publication. Thread-safe. */
@Service
public class Briefs {
  /** The word for a brief in the index, in addresses and on screen. */
  public static final String KIND = "brief";

  private final BriefRepository briefs;
  private final BriefReturnRepository returns;
  private final SearchLog search;
  private final Audit audit;
  private final Outbox outbox;
  private final Bodies bodies;
  private final Counters counters;
  private final JdbcClient jdbc;
  private final ReaderTable readers;
  private final Clock clock;

  Briefs(
      BriefRepository briefs,
      BriefReturnRepository returns,
      SearchLog search,
      Audit audit,
      Outbox outbox,
      Bodies bodies,
      Counters counters,
      JdbcClient jdbc,
      Clock clock) {
    this.briefs = briefs;
    this.returns = returns;
    this.search = search;
    this.audit = audit;
    this.outbox = outbox;
    this.bodies = bodies;
    this.counters = counters;
    this.jdbc = jdbc;
    this.readers = new ReaderTable(jdbc, "brief_reader", "brief_id");
    this.clock = clock;
  }

  /** Starts a draft of the group; its address is made from the title and never changes. */
  @Transactional
  public UUID start(Actor actor, UUID group, BriefDraft draft) {
    if (!BriefAccess.mayWrite(actor, group)) {
      throw new DomainException("brief.start.who");
    }
    UUID id = Uuids.v7(clock.instant());
    Brief brief = new Brief(id, freeSlug(draft.title()), group, draft);
    briefs.save(brief);
    changed(actor, brief, "brief.started", brief.slug);
    return id;
  }

  /**
   * Takes over what a writer of the group says of a draft.
   *
   * @param seen the revision that was on the screen; another writer may have changed it since
   */
  @Transactional
  public void revise(Actor actor, UUID id, BriefDraft draft, long seen) {
    Brief brief = one(actor, id);
    allow(BriefAccess.mayWrite(actor, brief.bodyId), "brief.write.who");
    brief.revise(draft);
    Revisions.same(seen, brief.revision);
    changed(actor, brief, "brief.revised", null);
  }

  /** The revision of a brief that the actor may see. */
  @Transactional(readOnly = true)
  public long revision(Actor actor, UUID id) {
    return one(actor, id).revision;
  }

  /** Asks the group's chair to clear it. */
  @Transactional
  public void hand(Actor actor, UUID id) {
    Brief brief = one(actor, id);
    allow(BriefAccess.mayWrite(actor, brief.bodyId), "brief.write.who");
    brief.hand();
    tell(actor, brief, SeatRole.CHAIR, "brief.handed");
    changed(actor, brief, "brief.handed", null);
  }

  /** Gives it back to its writers with a reason. */
  @Transactional
  public void giveBack(Actor actor, UUID id, String reason) {
    Brief brief = one(actor, id);
    allow(BriefAccess.mayClear(actor, brief.bodyId), "brief.clear.who");
    if (reason.isBlank()) {
      throw new DomainException("brief.giveBack.missing");
    }
    brief.giveBack();
    returns.save(
        new BriefReturn(
            Uuids.v7(clock.instant()), id, reason.strip(), actor.id(), clock.instant()));
    tell(actor, brief, SeatRole.OUTREACH_OFFICER, "brief.givenBack", reason);
    changed(actor, brief, "brief.givenBack", reason);
  }

  /** Clears it for the group. */
  @Transactional
  public void clear(Actor actor, UUID id) {
    Brief brief = one(actor, id);
    allow(BriefAccess.mayClear(actor, brief.bodyId), "brief.clear.who");
    brief.clear();
    for (Body secretariat : bodies.byKind(BodyKind.SECRETARIAT)) {
      bodies.seats(secretariat.id()).stream()
          .map(Seat::person)
          .distinct()
          .forEach(person -> tell(actor, brief, person, "brief.cleared"));
    }
    changed(actor, brief, "brief.cleared", null);
  }

  /** Publishes a cleared brief today under the next number of the year. */
  @Transactional
  public void publish(Actor actor, UUID id) {
    publish(actor, id, LocalDate.now(clock));
  }

  /** The same on a day of the past: for what was published before it came into this house. */
  @Transactional
  public void publish(Actor actor, UUID id, LocalDate on) {
    Brief brief = one(actor, id);
    allow(BriefAccess.mayPublish(actor), "brief.publish.who");
    brief.publish(on, "%d/%02d".formatted(on.getYear(), counters.next("brief-" + on.getYear())));
    tell(actor, brief, SeatRole.OUTREACH_OFFICER, "brief.published");
    changed(actor, brief, "brief.published", brief.number);
  }

  /** The name in addresses of a brief that the actor may see. */
  @Transactional(readOnly = true)
  public String slug(Actor actor, UUID id) {
    return one(actor, id).slug;
  }

  /** The brief as the actor may see it in the workspace. */
  @Transactional(readOnly = true)
  public BriefPage page(Actor actor, String slug) {
    Brief brief =
        briefs
            .findBySlug(slug)
            .filter(b -> BriefAccess.text(b.bodyId, b.state).admit(actor))
            .orElseThrow(() -> new NotFoundException("brief " + slug));
    boolean writes = BriefAccess.mayWrite(actor, brief.bodyId);
    return new BriefPage(
        brief.id,
        brief.slug,
        brief.number,
        brief.bodyId,
        brief.state,
        brief.publishedOn,
        brief.state == BriefState.DRAFT
            ? returns.findFirstByBriefIdOrderByIdDesc(brief.id).map(r -> r.reason).orElse(null)
            : null,
        brief.draft(),
        writes && brief.state == BriefState.DRAFT,
        BriefAccess.mayClear(actor, brief.bodyId) && brief.state == BriefState.GROUP_REVIEW,
        BriefAccess.mayPublish(actor) && brief.state == BriefState.CLEARED,
        brief.revision);
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

  List<BriefListLine> inState(Actor actor, BriefState state) {
    return lines(actor, " and p.state = '" + state.name() + "'", 0, 200).stream()
        .filter(line -> actsOn(actor, line, state))
        .toList();
  }

  private static boolean actsOn(Actor actor, BriefListLine line, BriefState state) {
    return state == BriefState.CLEARED
        ? BriefAccess.mayPublish(actor)
        : BriefAccess.mayClear(actor, line.body());
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

  @Transactional(readOnly = true)
  public Optional<PublishedBrief> published(Actor actor, String slug) {
    return briefs
        .findBySlug(slug)
        .filter(b -> b.state == BriefState.PUBLISHED)
        .map(Brief::published);
  }

  @Transactional(readOnly = true)
  Optional<PublishedBrief> published(UUID id) {
    return briefs.findById(id).filter(b -> b.state == BriefState.PUBLISHED).map(Brief::published);
  }

  @Transactional(readOnly = true)
  List<UUID> ids() {
    return briefs.ids();
  }

  @Transactional(readOnly = true)
  Optional<BriefPage> loaded(UUID id) {
    return briefs
        .findById(id)
        .map(
            b ->
                new BriefPage(
                    b.id,
                    b.slug,
                    b.number,
                    b.bodyId,
                    b.state,
                    b.publishedOn,
                    null,
                    b.draft(),
                    false,
                    false,
                    false,
                    b.revision));
  }

  /** Published briefs, newest first; at most {@code limit} from {@code offset}. */
  public List<BriefLine> newest(int offset, int limit) {
    return jdbc.sql(
            "select slug, number, title, summary, language, published_on from brief"
                + " where state = 'PUBLISHED' order by published_on desc, number desc"
                + " limit ? offset ?")
        .params(limit, offset)
        .query(
            (rs, n) ->
                new BriefLine(
                    rs.getString(1),
                    rs.getString(2),
                    rs.getString(3),
                    rs.getString(4),
                    rs.getString(5),
                    rs.getObject(6, LocalDate.class)))
        .list();
  }

  private Brief one(Actor actor, UUID id) {
    return briefs
        .findById(id)
        .filter(b -> actor.isSystem() || BriefAccess.text(b.bodyId, b.state).admit(actor))
        .orElseThrow(() -> new NotFoundException("brief " + id));
  }

  private static void allow(boolean allowed, String otherwise) {
    if (!allowed) {
      throw new DomainException(otherwise);
    }
  }

  private void tell(Actor actor, Brief brief, SeatRole role, String kind, Object... more) {
    for (Seat seat : bodies.seats(brief.bodyId)) {
      if (seat.role() == role) {
        tell(actor, brief, seat.person(), kind, more);
      }
    }
  }

  private void tell(Actor actor, Brief brief, UUID person, String kind, Object... more) {
    // What the program itself brings in from the past is no news to anyone.
    if (!actor.isSystem() && !actor.is(person)) {
      List<Object> arguments = new ArrayList<>(List.of(brief.title));
      arguments.addAll(List.of(more));
      outbox.send(new MailDraft(person, kind, path(brief), arguments));
    }
  }

  private static String path(Brief brief) {
    return "/workspace/briefs/" + brief.slug;
  }

  /** What follows every command, in its transaction: readers, search log, audit line. */
  private void changed(Actor actor, Brief brief, String action, @Nullable String detail) {
    briefs.flush();
    readers.write(brief.id, BriefAccess.TEXT, BriefAccess.text(brief.bodyId, brief.state));
    search.changed(KIND, brief.id);
    audit.record(actor, action, KIND, brief.id, detail);
  }

  private String freeSlug(String title) {
    String plain =
        Normalizer.normalize(title, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-|-$", "");
    String base = plain.isEmpty() ? "brief" : plain.substring(0, Math.min(plain.length(), 90));
    String slug = base;
    // The workspace writes new briefs under the word "new".
    for (int n = 2; slug.equals("new") || briefs.existsBySlug(slug); n++) {
      slug = base + "-" + n;
    }
    return slug;
  }
}

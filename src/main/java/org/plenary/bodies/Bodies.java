package org.plenary.bodies;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.audit.Audit;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.Longest;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.SeatRole;
import org.plenary.kernel.Uuids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Committees, groups and themes: public to everyone. Thread-safe. */
@Service
public class Bodies {
  /** In characters, as are all of these. */
  public static final int LONGEST_NAME = 200;

  public static final int LONGEST_REMIT = 2_000;

  /** Of a theme. */
  public static final int LONGEST_LABEL = 100;

  private static final int LONGEST_CODE = 40;
  private static final String COLUMNS = "id, code, slug, name, kind, theme, active, remit";
  private static final String CURRENT = "held_from <= ? and (held_to is null or held_to >= ?)";
  private final JdbcClient jdbc;
  private final Audit audit;
  private final Clock clock;

  Bodies(JdbcClient jdbc, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /** The working groups in priority order, active ones first. */
  public List<Body> groups() {
    return jdbc.sql(
            "select " + COLUMNS + " from body where kind = 'GROUP' order by active desc, ordinal")
        .query(Bodies::body)
        .list();
  }

  /** The bodies of one kind, in the order of their founding. */
  public List<Body> byKind(BodyKind kind) {
    return jdbc.sql("select " + COLUMNS + " from body where kind = ? order by ordinal")
        .param(kind.name())
        .query(Bodies::body)
        .list();
  }

  public Optional<Body> byCode(String code) {
    return jdbc.sql("select " + COLUMNS + " from body where code = ?")
        .param(code)
        .query(Bodies::body)
        .optional();
  }

  public Optional<Body> bySlug(String slug) {
    return jdbc.sql("select " + COLUMNS + " from body where slug = ?")
        .param(slug)
        .query(Bodies::body)
        .optional();
  }

  public Optional<Body> byId(UUID id) {
    return jdbc.sql("select " + COLUMNS + " from body where id = ?")
        .param(Uuids.bytes(id))
        .query(Bodies::body)
        .optional();
  }

  /** The themes in the order of priority that consultation gave them. */
  public List<Theme> themes() {
    return jdbc.sql("select code, label from theme order by ordinal")
        .query((rs, n) -> new Theme(rs.getString(1), rs.getString(2)))
        .list();
  }

  /** Those of the themes that have one of these codes, in the same order. */
  public List<Theme> themes(Collection<String> codes) {
    return themes().stream().filter(theme -> codes.contains(theme.code())).toList();
  }

  /** All bodies: groups in their order, active ones first, then the others as they were founded. */
  public List<Body> all() {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from body order by case when kind = 'GROUP' then 0 else 1 end,"
                + " active desc, ordinal")
        .query(Bodies::body)
        .list();
  }

  /** Adds a theme behind those there are. */
  @Transactional
  public void addTheme(Actor actor, Theme theme) {
    if (!BodyAccess.mayAddThemes(actor)) {
      throw new DomainException("bodies.found.who");
    }
    Longest.atMost(LONGEST_CODE, theme.code());
    Longest.atMost(LONGEST_LABEL, theme.label());
    try {
      jdbc.sql("insert into theme (code, label, ordinal) select ?, ?, count(*) + 1 from theme")
          .params(theme.code(), theme.label())
          .update();
    } catch (DuplicateKeyException e) {
      throw new DomainException("bodies.theme.twice", theme.label());
    }
    // A theme has a code and no id: its line hangs on an id made from the code.
    audit.record(
        actor,
        "theme.added",
        "theme",
        UUID.nameUUIDFromBytes(theme.code().getBytes(StandardCharsets.UTF_8)),
        theme.label());
  }

  /** Founds a body behind those there are. */
  @Transactional
  public Body found(Actor actor, BodyDraft draft) {
    if (!BodyAccess.mayFound(actor, draft.kind())) {
      throw new DomainException("bodies.found.who");
    }
    // Both stand in addresses and references for ever.
    if (!draft.code().matches("[A-Z]{2,20}") || !draft.slug().matches("[a-z0-9-]{2,60}")) {
      throw new DomainException("bodies.found.code");
    }
    Longest.atMost(LONGEST_NAME, draft.name());
    Longest.atMost(LONGEST_REMIT, draft.remit());
    UUID id = Uuids.v7(clock.instant());
    try {
      jdbc.sql(
              "insert into body (id, code, slug, name, kind, theme, active, remit, ordinal)"
                  + " select ?, ?, ?, ?, ?, ?, ?, ?, count(*) + 1 from body")
          .param(Uuids.bytes(id))
          .param(draft.code())
          .param(draft.slug())
          .param(draft.name())
          .param(draft.kind().name())
          .param(draft.theme())
          .param(draft.active())
          .param(draft.remit())
          .update();
    } catch (DuplicateKeyException e) {
      throw new DomainException("bodies.found.twice", draft.code());
    }
    audit.record(actor, "body.founded", "body", id, draft.name());
    return new Body(
        id,
        draft.code(),
        draft.slug(),
        draft.name(),
        draft.kind(),
        draft.theme(),
        draft.active(),
        draft.remit());
  }

  /** Founds a group and, where it works on one that is not there yet, adds its theme. */
  @Transactional
  public Body foundGroup(Actor actor, BodyDraft draft, @Nullable Theme theme) {
    if (theme != null && themes(List.of(theme.code())).isEmpty()) {
      addTheme(actor, theme);
    }
    return found(actor, draft);
  }

  /** Whether the actor founds groups. */
  public boolean mayFound(Actor actor) {
    return BodyAccess.mayFound(actor, BodyKind.GROUP);
  }

  /** Whether the actor lets this body rest, or wakes it. */
  public boolean mayActivate(Actor actor, Body body) {
    return BodyAccess.mayActivate(actor, body.kind());
  }

  /** Wakes a dormant group or lets an active one rest. */
  @Transactional
  public void setActive(Actor actor, UUID id, boolean active) {
    Body body = byId(id).orElseThrow(() -> new NotFoundException("body"));
    if (!BodyAccess.mayActivate(actor, body.kind())) {
      throw new DomainException("bodies.active.who");
    }
    jdbc.sql("update body set active = ? where id = ?").params(active, Uuids.bytes(id)).update();
    audit.record(actor, active ? "body.activated" : "body.rested", "body", id, body.name());
  }

  /** Gives a person a seat from a day on, unasked; what people do goes through {@link Seats}. */
  @Transactional
  public void appoint(Actor actor, Body body, UUID person, SeatRole role, LocalDate from) {
    if (!actor.isSystem()) {
      throw new DomainException("bodies.seat.who");
    }
    jdbc.sql("insert into seat (body_id, person_id, role, held_from) values (?,?,?,?)")
        .params(Uuids.bytes(body.id()), Uuids.bytes(person), role.name(), from)
        .update();
    audit.record(actor, "seat.taken", "body", body.id(), role + " " + person);
  }

  /** Who holds a seat in the body today. */
  public List<Seat> seats(UUID body) {
    return jdbc.sql(
            "select body_id, person_id, role from seat where body_id = ? and "
                + CURRENT
                + " order by role, held_from, person_id")
        .params(Uuids.bytes(body), today(), today())
        .query(Bodies::seat)
        .list();
  }

  /** Who holds a seat in any of the bodies today, in the order of their appointment; one query. */
  public List<Seat> seats(Collection<UUID> bodies) {
    if (bodies.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            "select body_id, person_id, role from seat where body_id in (:bodies)"
                + " and held_from <= :today and (held_to is null or held_to >= :today)"
                + " order by held_from, person_id")
        .param("bodies", bodies.stream().map(Uuids::bytes).toList())
        .param("today", today())
        .query(Bodies::seat)
        .list();
  }

  /** The seats a person holds today. */
  public List<Seat> seatsOf(UUID person) {
    return jdbc.sql(
            "select body_id, person_id, role from seat where person_id = ? and "
                + CURRENT
                + " order by body_id, role")
        .params(Uuids.bytes(person), today(), today())
        .query(Bodies::seat)
        .list();
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private static Seat seat(ResultSet rs, int n) throws SQLException {
    return new Seat(
        Uuids.of(rs.getBytes(1)), Uuids.of(rs.getBytes(2)), SeatRole.valueOf(rs.getString(3)));
  }

  private static Body body(ResultSet rs, int n) throws SQLException {
    return new Body(
        Uuids.of(rs.getBytes("id")),
        rs.getString("code"),
        rs.getString("slug"),
        rs.getString("name"),
        BodyKind.valueOf(rs.getString("kind")),
        rs.getString("theme"),
        rs.getBoolean("active"),
        rs.getString("remit"));
  }
}

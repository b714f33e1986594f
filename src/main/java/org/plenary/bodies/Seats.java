package org.plenary.bodies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.audit.Audit;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.SeatRole;
import org.plenary.kernel.Uuids;
import org.plenary.people.Accounts;
import org.plenary.people.Affiliations;
import org.plenary.people.PeopleAccess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Seats through time: giving and ending them, and who held which. Thread-safe. */
@Service
public class Seats {
  private static final String LINES =
      "select b.id, b.name, b.slug, b.kind, p.id, p.name, p.affiliation, o.name, s.role,"
          + " s.held_from, s.held_to, a.person_id from seat s join body b on b.id = s.body_id"
          + " join person p on p.id = s.person_id left join account a on a.person_id = p.id"
          + " left join person_profile f on f.person_id = p.id"
          + " left join organisation o on o.id = f.organisation_id where ";
  private final JdbcClient jdbc;
  private final Bodies bodies;
  private final SeatFacts facts;
  private final Accounts accounts;
  private final Audit audit;
  private final Clock clock;

  Seats(
      JdbcClient jdbc,
      Bodies bodies,
      SeatFacts facts,
      Accounts accounts,
      Audit audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.bodies = bodies;
    this.facts = facts;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A seat to be given.
   *
   * @param to the last day; null for a seat without an end
   */
  public record Term(UUID body, SeatRole role, LocalDate from, @Nullable LocalDate to) {}

  /** Which seat is meant. */
  public record Key(UUID body, UUID person, SeatRole role, LocalDate from) {
    public Key(SeatLine line) {
      this(line.body(), line.person(), line.role(), line.from());
    }
  }

  /**
   * Invites someone who has no account and gives them a seat, which counts from its first day on,
   * whether or not they have signed in by then.
   *
   * @param seat how the seat reads in the mail
   */
  @Transactional
  public UUID invite(Actor actor, String name, String email, Term term, String seat) {
    UUID person = accounts.invite(actor, name, email, seat);
    give(actor, person, term);
    return person;
  }

  /** Gives a person a seat. */
  @Transactional
  public void give(Actor actor, UUID person, Term term) {
    Body body = appointing(actor, term.body());
    if (!body.kind().roles().contains(term.role())) {
      throw new DomainException("bodies.seat.role", body.name());
    }
    LocalDate to = term.to();
    if (to != null && to.isBefore(term.from())) {
      throw new DomainException("bodies.seat.order");
    }
    // Two who appoint to one body wait for each other.
    jdbc.sql("select id from body where id = ? for update")
        .param(Uuids.bytes(body.id()))
        .query((rs, n) -> 1)
        .single();
    // A seat of the same person and role, or a chair beside a chair, on any day in common.
    jdbc
        .sql(
            "select p.name from seat s join person p on p.id = s.person_id"
                + " where s.body_id = :body and s.role = :role"
                + " and (s.person_id = :person or s.role = 'CHAIR')"
                + " and (s.held_to is null or s.held_to >= :from)"
                + " and (:to is null or s.held_from <= :to) for update")
        .param("body", Uuids.bytes(body.id()))
        .param("role", term.role().name())
        .param("person", Uuids.bytes(person))
        .param("from", term.from())
        .param("to", to, java.sql.Types.DATE)
        .query(String.class)
        .list()
        .stream()
        .findFirst()
        .ifPresent(
            holder -> {
              throw new DomainException("bodies.seat.taken", holder);
            });
    jdbc.sql("insert into seat (body_id, person_id, role, held_from, held_to) values (?,?,?,?,?)")
        .param(Uuids.bytes(body.id()))
        .param(Uuids.bytes(person))
        .param(term.role().name())
        .param(term.from())
        .param(to)
        .update();
    audit.record(actor, "seat.given", "body", body.id(), term.role() + " " + person);
  }

  /** Sets the last day of a seat; it stays in the history. */
  @Transactional
  public void end(Actor actor, Key seat, LocalDate last) {
    appointing(actor, seat.body());
    if (last.isBefore(seat.from())) {
      throw new DomainException("bodies.seat.order");
    }
    if (seat.role() == SeatRole.HEAD) {
      facts.keepAHead(seat.person());
    }
    int ended =
        jdbc.sql(
                "update seat set held_to = ? where body_id = ? and person_id = ? and role = ?"
                    + " and held_from = ?")
            .params(
                last,
                Uuids.bytes(seat.body()),
                Uuids.bytes(seat.person()),
                seat.role().name(),
                seat.from())
            .update();
    if (ended == 0) {
      throw new NotFoundException("seat");
    }
    audit.record(actor, "seat.ended", "body", seat.body(), seat.role() + " " + seat.person());
  }

  /** Undoes a seat given by mistake, as long as it began today at the earliest. */
  @Transactional
  public void takeBack(Actor actor, Key seat) {
    appointing(actor, seat.body());
    if (seat.from().isBefore(today())) {
      throw new DomainException("bodies.seat.began");
    }
    if (seat.role() == SeatRole.HEAD) {
      facts.keepAHead(seat.person());
    }
    int gone =
        jdbc.sql(
                "delete from seat where body_id = ? and person_id = ? and role = ?"
                    + " and held_from = ?")
            .params(
                Uuids.bytes(seat.body()),
                Uuids.bytes(seat.person()),
                seat.role().name(),
                seat.from())
            .update();
    if (gone == 0) {
      throw new NotFoundException("seat");
    }
    audit.record(actor, "seat.takenBack", "body", seat.body(), seat.role() + " " + seat.person());
  }

  /** Whether the actor gives and ends seats of this body. */
  public boolean mayAppoint(Actor actor, Body body) {
    return BodyAccess.mayAppoint(actor, body.kind());
  }

  /** The seats of a body through time, the present first; of persons whom the actor may know. */
  public List<SeatLine> of(Actor actor, Body body) {
    return lines(actor, "s.body_id = :of and " + Directory.known(actor), body.id());
  }

  /** The seats of a person through time; whether the actor may know of them is asked before. */
  List<SeatLine> held(Actor actor, UUID person) {
    return lines(actor, "s.person_id = :of", person);
  }

  private List<SeatLine> lines(Actor actor, String where, UUID of) {
    String order =
        " order by case when s.held_to is null or s.held_to >= :today then 0 else 1 end,"
            + " case s.role when 'CHAIR' then 0 when 'HEAD' then 0 when 'VICE_CHAIR' then 1"
            + " when 'VOLUNTEER' then 9 else 5 end, s.role, p.name, s.held_from desc";
    return jdbc.sql(LINES + where + order)
        .param("of", Uuids.bytes(of))
        .param("today", today())
        .param("me", Uuids.bytes(actor.id()))
        .query((rs, n) -> line(actor, rs))
        .list();
  }

  private SeatLine line(Actor actor, ResultSet rs) throws SQLException {
    LocalDate from = rs.getObject(10, LocalDate.class);
    LocalDate to = rs.getObject(11, LocalDate.class);
    boolean over = to != null && to.isBefore(today());
    boolean mayAppoint = BodyAccess.mayAppoint(actor, BodyKind.valueOf(rs.getString(4)));
    return new SeatLine(
        Uuids.of(rs.getBytes(1)),
        rs.getString(2),
        rs.getString(3),
        Uuids.of(rs.getBytes(5)),
        rs.getString(6),
        Affiliations.shown(rs.getString(7), rs.getString(8)),
        SeatRole.valueOf(rs.getString(9)),
        from,
        to,
        over,
        rs.getBytes(12) != null || !PeopleAccess.mayKeepAccounts(actor),
        mayAppoint && !over,
        mayAppoint && !from.isBefore(today()));
  }

  private Body appointing(Actor actor, UUID id) {
    Body body = bodies.byId(id).orElseThrow(() -> new NotFoundException("body"));
    if (!BodyAccess.mayAppoint(actor, body.kind())) {
      throw new DomainException("bodies.seat.who");
    }
    return body;
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}

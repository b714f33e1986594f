package org.plenary.people;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.plenary.audit.Audit;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Uuids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organisations that an affiliation may refer to. Thread-safe. */
@Service
public class Organisations {
  private final JdbcClient jdbc;
  private final Audit audit;
  private final Clock clock;

  Organisations(JdbcClient jdbc, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /** All of them by name; for whoever is signed in. */
  public List<Organisation> all(Actor actor) {
    if (!actor.isSystem()) {
      actor.id();
    }
    return jdbc.sql(
            "select o.id, o.name, o.kind, o.country, (select count(*) from person_profile f"
                + " join account a on a.person_id = f.person_id where f.organisation_id = o.id)"
                + " from organisation o order by o.name, o.id")
        .query(
            (rs, n) ->
                new Organisation(
                    Uuids.of(rs.getBytes(1)),
                    rs.getString(2),
                    OrganisationKind.valueOf(rs.getString(3)),
                    rs.getString(4),
                    rs.getInt(5)))
        .list();
  }

  /** Whether the actor may add and change. */
  public boolean mayKeep(Actor actor) {
    return PeopleAccess.mayKeepOrganisations(actor);
  }

  @Transactional
  public UUID add(Actor actor, String name, OrganisationKind kind, String country) {
    keeper(actor);
    UUID id = Uuids.v7(clock.instant());
    String called = named(name);
    try {
      jdbc.sql("insert into organisation (id, name, kind, country) values (?,?,?,?)")
          .params(Uuids.bytes(id), called, kind.name(), Typed.country(country))
          .update();
    } catch (DuplicateKeyException e) {
      throw new DomainException("organisation.twice", called);
    }
    audit.record(actor, "organisation.added", "organisation", id, called);
    return id;
  }

  @Transactional
  public void change(Actor actor, UUID id, String name, OrganisationKind kind, String country) {
    keeper(actor);
    String called = named(name);
    try {
      int changed =
          jdbc.sql("update organisation set name = ?, kind = ?, country = ? where id = ?")
              .params(called, kind.name(), Typed.country(country), Uuids.bytes(id))
              .update();
      if (changed == 0) {
        throw new NotFoundException("organisation");
      }
    } catch (DuplicateKeyException e) {
      throw new DomainException("organisation.twice", called);
    }
    audit.record(actor, "organisation.changed", "organisation", id, called);
  }

  private static String named(String typed) {
    String name = Typed.line(typed, 300);
    if (name.isEmpty()) {
      throw new DomainException("people.name.missing");
    }
    return name;
  }

  private static void keeper(Actor actor) {
    if (!PeopleAccess.mayKeepOrganisations(actor)) {
      throw new DomainException("organisation.who");
    }
  }
}

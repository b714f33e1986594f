package org.plenary.bodies;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.SeatRole;
import org.plenary.kernel.Uuids;
import org.plenary.people.SeatRules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the seats mean for accounts: above all that the house is never without a head who can sign
 * in and whose seat has no end set. Thread-safe.
 */
@Component
class SeatFacts implements SeatRules {
  /** Roles by which others come to know their holders. */
  static final Set<SeatRole> OFFICES =
      Set.of(
          SeatRole.CHAIR,
          SeatRole.VICE_CHAIR,
          SeatRole.REVIEW_EDITOR,
          SeatRole.HEAD,
          SeatRole.PROJECT_OFFICER);

  private final JdbcClient jdbc;
  private final Clock clock;

  SeatFacts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Set<UUID> officeHolders() {
    return jdbc
        .sql(
            "select distinct person_id from seat where role in (:offices)"
                + " and held_from <= :today and (held_to is null or held_to >= :today)")
        .param("offices", OFFICES.stream().map(Enum::name).toList())
        .param("today", LocalDate.now(clock))
        .query((rs, n) -> Uuids.of(rs.getBytes(1)))
        .list()
        .stream()
        .collect(Collectors.toSet());
  }

  @Override
  public void beforeDisabling(Actor actor, UUID person) {
    if (actor.is(person)) {
      throw new DomainException("people.disable.self");
    }
    if (isSecretariat(person)) {
      if (!BodyAccess.isHead(actor)) {
        throw new DomainException("people.disable.head");
      }
      keepAHead(person);
    }
  }

  /** Goes on only if there is a head beside this person; whoever asks at the same time waits. */
  void keepAHead(UUID person) {
    jdbc.sql("select id from body where kind = 'SECRETARIAT' for update")
        .query((rs, n) -> 1)
        .list();
    // Locked too: a plain read would see the heads as they were before the wait.
    boolean alone =
        jdbc.sql(
                "select s.person_id from seat s join account a on a.person_id = s.person_id"
                    + " where s.role = 'HEAD' and a.enabled = true and s.held_from <= ?"
                    + " and s.held_to is null and s.person_id <> ? for update")
            .params(LocalDate.now(clock), Uuids.bytes(person))
            .query((rs, n) -> 1)
            .list()
            .isEmpty();
    if (alone) {
      throw new DomainException("bodies.head.last");
    }
  }

  private boolean isSecretariat(UUID person) {
    LocalDate today = LocalDate.now(clock);
    return jdbc.sql(
                "select count(*) from seat where person_id = ? and role in ('HEAD',"
                    + " 'PROJECT_OFFICER') and held_from <= ?"
                    + " and (held_to is null or held_to >= ?)")
            .params(Uuids.bytes(person), today, today)
            .query(Integer.class)
            .single()
        > 0;
  }
}

package org.plenary.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plenary.audit.Audit;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Persons and accounts. Thread-safe. */
@Service
public class People {
  private static final String COLUMNS = "p.id, p.name, p.email, p.affiliation, p.country, p.zone";
  private static final String ACCOUNT =
      "select a.person_id, a.password_hash, a.enabled, a.epoch from account a";
  private final JdbcClient jdbc;
  private final SeatRules seats;
  private final PasswordEncoder passwords;
  private final Audit audit;
  private final Clock clock;

  People(JdbcClient jdbc, SeatRules seats, PasswordEncoder passwords, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.seats = seats;
    this.passwords = passwords;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What a sign-in is checked against.
   *
   * @param passwordHash with its algorithm as prefix
   * @param epoch goes up when every session of the account is to be over
   */
  public record Account(UUID person, String passwordHash, boolean enabled, long epoch) {}

  /** Registers a person with an account. */
  @Transactional
  public Person register(Actor actor, Person person, String password) {
    register(actor, List.of(person), password);
    return person;
  }

  /**
   * Registers persons with an account each and the same password, which is hashed once for all of
   * them: only for a password that is no secret.
   */
  @Transactional
  public void register(Actor actor, List<Person> persons, String password) {
    if (!PeopleAccess.mayRegisterOthers(actor)) {
      throw new DomainException("people.register.who");
    }
    String hash = passwords.encode(password);
    persons.forEach(person -> add(actor, person, hash));
  }

  private void add(Actor actor, Person person, String passwordHash) {
    jdbc.sql(
            "insert into person (id, name, email, affiliation, country, zone) values (?,?,?,?,?,?)")
        .params(
            Uuids.bytes(person.id()),
            person.name(),
            person.email().toLowerCase(Locale.ROOT),
            person.affiliation(),
            person.country(),
            person.zone().getId())
        .update();
    addAccount(person.id(), passwordHash);
    audit.record(actor, "person.registered", "person", person.id(), person.name());
  }

  /** Part of a command: who may is asked there. */
  void addAccount(UUID person, String passwordHash) {
    jdbc.sql("insert into account (person_id, password_hash, enabled, created_at) values (?,?,?,?)")
        .params(
            Uuids.bytes(person),
            passwordHash,
            true,
            LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
  }

  /** The account that signs in with this e-mail address; for the sign-in only. */
  public Optional<Account> accountFor(String email) {
    return jdbc.sql(ACCOUNT + " join person p on p.id = a.person_id where p.email = ?")
        .param(email.strip().toLowerCase(Locale.ROOT))
        .query(People::account)
        .optional();
  }

  Optional<Account> accountOf(UUID person) {
    return jdbc.sql(ACCOUNT + " where a.person_id = ?")
        .param(Uuids.bytes(person))
        .query(People::account)
        .optional();
  }

  /**
   * The person who is signed in, if they still may be: read at each request, so that a disabled
   * account, a changed password and a sign-out everywhere count at once.
   */
  public Optional<Person> signedIn(SignedIn session) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from person p join account a on a.person_id = p.id"
                + " where p.id = ? and a.enabled = true and a.epoch = ?")
        .params(Uuids.bytes(session.person()), session.epoch())
        .query(People::person)
        .optional();
  }

  /** The person, if their account is enabled. */
  public Optional<Person> enabled(UUID id) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from person p join account a on a.person_id = p.id"
                + " where p.id = ? and a.enabled = true")
        .param(Uuids.bytes(id))
        .query(People::person)
        .optional();
  }

  /** Those of the ids that exist, by id; one query. */
  public Map<UUID, Person> byIds(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql("select " + COLUMNS + " from person p where p.id in (:ids)")
        .param("ids", ids.stream().map(Uuids::bytes).toList())
        .query(People::person)
        .list()
        .stream()
        .collect(Collectors.toMap(Person::id, Function.identity()));
  }

  /**
   * Everyone with an account whom a signed-in person may choose, by name. For who holds no seat
   * these are the actor, those who agreed to be public and those who hold an office. Without e-mail
   * address where that is not for the actor.
   */
  public List<Person> directory(Actor actor) {
    if (!actor.isSystem()) {
      actor.id();
    }
    String accounts =
        "select "
            + COLUMNS
            + " from person p join account a on a.person_id = p.id"
            + " left join person_profile f on f.person_id = p.id ";
    if (PeopleAccess.mayReadEveryone(actor)) {
      return jdbc.sql(accounts + "order by p.name, p.id")
          .query((rs, n) -> told(actor, person(rs, n)))
          .list();
    }
    Set<UUID> known = new HashSet<>(seats.officeHolders());
    known.add(actor.id());
    return jdbc.sql(
            accounts + "where f.consented_at is not null or p.id in (:known) order by p.name, p.id")
        .param("known", known.stream().map(Uuids::bytes).toList())
        .query((rs, n) -> told(actor, person(rs, n)))
        .list();
  }

  private static Person told(Actor actor, Person person) {
    return actor.isSystem() || PeopleAccess.mayReadEmail(actor, person.id())
        ? person
        : new Person(
            person.id(), person.name(), "", person.affiliation(), person.country(), person.zone());
  }

  private static Account account(ResultSet rs, int n) throws SQLException {
    return new Account(Uuids.of(rs.getBytes(1)), rs.getString(2), rs.getBoolean(3), rs.getLong(4));
  }

  private static Person person(ResultSet rs, int n) throws SQLException {
    return new Person(
        Uuids.of(rs.getBytes("id")),
        rs.getString("name"),
        rs.getString("email"),
        rs.getString("affiliation"),
        rs.getString("country"),
        ZoneId.of(rs.getString("zone")));
  }
}

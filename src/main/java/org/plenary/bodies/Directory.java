package org.plenary.bodies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Actor;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.SeatRole;
import org.plenary.kernel.Uuids;
import org.plenary.people.Affiliations;
import org.plenary.people.OwnProfile;
import org.plenary.people.PeopleAccess;
import org.plenary.people.Profiles;
import org.plenary.people.PublicProfile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Persons with their seats, as far as the actor may know of them. Thread-safe. */
@Service
public class Directory {
  private static final String CURRENT =
      "s.held_from <= :today and (s.held_to is null or s.held_to >= :today)";
  private static final String PERSONS =
      " from person p left join account a on a.person_id = p.id"
          + " left join person_profile f on f.person_id = p.id"
          + " left join organisation o on o.id = f.organisation_id where ";
  private static final String INVITED =
      "exists (select 1 from account_link l where l.person_id = p.id and l.purpose = 'INVITE'"
          + " and l.used_at is null and l.expires_at > :now)";
  private final JdbcClient jdbc;
  private final Profiles profiles;
  private final Seats seats;
  private final Clock clock;

  Directory(JdbcClient jdbc, Profiles profiles, Seats seats, Clock clock) {
    this.jdbc = jdbc;
    this.profiles = profiles;
    this.seats = seats;
    this.clock = clock;
  }

  /**
   * Of whom the actor may know at all, as a condition on {@code p}, {@code a} and {@code f}; takes
   * the parameters {@code me} and {@code today}. Who registered and never confirmed is nobody yet.
   */
  static String known(Actor actor) {
    if (PeopleAccess.mayReadEveryone(actor)) {
      return "(p.id = :me or 1 = 1)";
    }
    String offices =
        SeatFacts.OFFICES.stream()
            .map(role -> "'" + role.name() + "'")
            .sorted()
            .collect(Collectors.joining(", "));
    return "(p.id = :me or (a.enabled = true and f.consented_at is not null)"
        + " or exists (select 1 from seat s2 where s2.person_id = p.id and s2.role in ("
        + offices
        + ") and s2.held_from <= :today and (s2.held_to is null or s2.held_to >= :today)))";
  }

  private static String listed(Actor actor) {
    // The secretariat also finds who was invited, was given a seat, or is shut out.
    String present =
        PeopleAccess.mayKeepAccounts(actor)
            ? "(a.person_id is not null or exists (select 1 from seat s3 where s3.person_id = p.id)"
                + " or "
                + INVITED
                + ")"
            : "a.enabled = true";
    String words =
        "(:words = '' or lower(p.name) like :pattern or lower(p.affiliation) like :pattern"
            + " or lower(o.name) like :pattern"
            + (PeopleAccess.mayKeepAccounts(actor) ? " or lower(p.email) like :pattern)" : ")");
    return known(actor) + " and " + present + " and " + words;
  }

  /** Persons by name; one query. */
  public List<DirectoryLine> list(Actor actor, String words, int offset, int limit) {
    String page =
        "select p.id, p.name, p.affiliation, o.name as organisation, p.country, a.enabled, "
            + INVITED
            + " as invited"
            + PERSONS
            + listed(actor)
            + " order by p.name, p.id limit "
            + limit
            + " offset "
            + offset;
    Map<UUID, List<DirectoryLine.Office>> offices = new HashMap<>();
    List<DirectoryLine> lines = new ArrayList<>();
    jdbc.sql(
            "select q.id, q.name, q.affiliation, q.organisation, q.country, q.enabled, q.invited,"
                + " s.role, b.name from ("
                + page
                + ") q left join seat s on s.person_id = q.id and "
                + CURRENT
                + " left join body b on b.id = s.body_id order by q.name, q.id, b.ordinal, s.role")
        .params(parameters(actor, words))
        .query(
            rs -> {
              UUID id = Uuids.of(rs.getBytes(1));
              if (!offices.containsKey(id)) {
                List<DirectoryLine.Office> held = new ArrayList<>();
                offices.put(id, held);
                lines.add(line(actor, rs, id, held));
              }
              String role = rs.getString(8);
              if (role != null) {
                offices
                    .getOrDefault(id, new ArrayList<>())
                    .add(new DirectoryLine.Office(SeatRole.valueOf(role), rs.getString(9)));
              }
            });
    return lines;
  }

  private static DirectoryLine line(
      Actor actor, ResultSet rs, UUID id, List<DirectoryLine.Office> held) throws SQLException {
    return new DirectoryLine(
        id,
        rs.getString(2),
        Affiliations.shown(rs.getString(3), rs.getString(4)),
        rs.getString(5),
        held,
        PeopleAccess.mayKeepAccounts(actor) ? state(rs, 6, 7) : null);
  }

  private static AccountState state(ResultSet rs, int enabled, int invited) throws SQLException {
    boolean open = rs.getBoolean(enabled);
    if (!rs.wasNull()) {
      return open ? AccountState.ENABLED : AccountState.DISABLED;
    }
    return rs.getBoolean(invited) ? AccountState.INVITED : AccountState.NONE;
  }

  /** How many {@link #list} are. */
  public int count(Actor actor, String words) {
    return jdbc.sql("select count(*)" + PERSONS + listed(actor))
        .params(parameters(actor, words))
        .query(Integer.class)
        .single();
  }

  /** Whether the actor invites people. */
  public boolean mayInvite(Actor actor) {
    return PeopleAccess.mayKeepAccounts(actor);
  }

  /** A person's page; absent and not for the actor look the same. */
  public PersonPage page(Actor actor, UUID person) {
    boolean keeps = PeopleAccess.mayKeepAccounts(actor);
    Facts found =
        jdbc.sql(
                "select a.enabled, "
                    + INVITED
                    + ", o.name"
                    + PERSONS
                    + listed(actor)
                    + " and p.id = :person")
            .params(parameters(actor, ""))
            .param("person", Uuids.bytes(person))
            .query((rs, n) -> new Facts(state(rs, 1, 2), rs.getString(3)))
            .optional()
            .orElseThrow(() -> new NotFoundException("person"));
    OwnProfile own = profiles.of(actor, person);
    AccountState state = found.state();
    boolean me = actor.is(person);
    return new PersonPage(
        person,
        own.profile(),
        Affiliations.shown(own.profile().affiliation(), found.organisation()),
        PeopleAccess.mayReadEmail(actor, person) ? own.email() : null,
        own.profile().isPublic() ? own.slug() : null,
        seats.held(actor, person),
        keeps ? state : null,
        me,
        keeps && !me && state == AccountState.ENABLED,
        keeps && state == AccountState.DISABLED,
        keeps && (state == AccountState.INVITED || state == AccountState.NONE),
        keeps);
  }

  private record Facts(AccountState state, @Nullable String organisation) {}

  /** Who agreed to be public and sits in the body today, with the role; for everyone. */
  public List<PublicMember> publicMembers(UUID body) {
    return jdbc.sql(
            "select f.slug, p.name, p.affiliation, o.name, p.country, s.role from seat s"
                + " join person p on p.id = s.person_id join account a on a.person_id = p.id"
                + " join person_profile f on f.person_id = p.id"
                + " left join organisation o on o.id = f.organisation_id where s.body_id = :body"
                + " and a.enabled = true and f.consented_at is not null and "
                + CURRENT
                + " order by case s.role when 'CHAIR' then 0 when 'VICE_CHAIR' then 1"
                + " when 'VOLUNTEER' then 9 else 5 end, p.name, p.id")
        .param("body", Uuids.bytes(body))
        .param("today", LocalDate.now(clock))
        .query(
            (rs, n) ->
                new PublicMember(
                    rs.getString(1),
                    rs.getString(2),
                    Affiliations.shown(rs.getString(3), rs.getString(4)),
                    rs.getString(5),
                    SeatRole.valueOf(rs.getString(6))))
        .list();
  }

  /** A member who agreed to be public. */
  public record PublicMember(
      String slug, String name, String affiliation, String country, SeatRole role) {}

  /** The seats held today by someone who agreed to be public; for everyone. */
  public List<PublicSeat> publicSeats(PublicProfile profile) {
    return jdbc.sql(
            "select b.name, b.slug, b.kind, s.role from seat s join body b on b.id = s.body_id"
                + " where s.person_id = :person and "
                + CURRENT
                + " order by b.ordinal, s.role")
        .param("person", Uuids.bytes(profile.person()))
        .param("today", LocalDate.now(clock))
        .query(
            (rs, n) ->
                new PublicSeat(
                    rs.getString(1),
                    rs.getString(3).equals(BodyKind.GROUP.name()) ? rs.getString(2) : null,
                    SeatRole.valueOf(rs.getString(4))))
        .list();
  }

  /**
   * A seat on a public page.
   *
   * @param slug of the group's page; null for a body that has none
   */
  public record PublicSeat(String body, @Nullable String slug, SeatRole role) {}

  private Map<String, Object> parameters(Actor actor, String words) {
    String plain = words.strip().toLowerCase(Locale.ROOT);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("me", Uuids.bytes(actor.id()));
    parameters.put("today", LocalDate.now(clock));
    parameters.put("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    parameters.put("words", plain);
    parameters.put(
        "pattern", "%" + plain.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    return parameters;
  }
}

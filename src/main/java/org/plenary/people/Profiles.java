package org.plenary.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.audit.Audit;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Orcid;
import org.plenary.kernel.Revisions;
import org.plenary.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What persons say of themselves, and what of it they agreed to show to everyone. Thread-safe. */
@Service
public class Profiles {
  public static final int LONGEST_BIOGRAPHY = 1_500;
  public static final int MOST_REVIEWS = 20;
  private static final String THEMES =
      "(select group_concat(t.theme order by t.theme separator ',') from person_theme t"
          + " where t.person_id = p.id)";
  private static final String PUBLIC =
      "select p.id, f.slug, p.name, p.affiliation, o.name, p.country, f.orcid, "
          + THEMES
          + ", f.biography from person p join account a on a.person_id = p.id"
          + " join person_profile f on f.person_id = p.id"
          + " left join organisation o on o.id = f.organisation_id"
          + " where a.enabled = true and f.consented_at is not null";
  private final JdbcClient jdbc;
  private final SeatRules seats;
  private final Audit audit;
  private final Clock clock;

  Profiles(JdbcClient jdbc, SeatRules seats, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.seats = seats;
    this.audit = audit;
    this.clock = clock;
  }

  /** The actor's own. */
  public OwnProfile mine(Actor actor) {
    return of(actor, actor.id());
  }

  /**
   * What a colleague may read of a person; absent and not for the actor look the same.
   *
   * @return without e-mail address where that is not for the actor
   */
  public OwnProfile of(Actor actor, UUID person) {
    if (!actor.isSystem()) {
      actor.id();
    }
    return profile(actor, person)
        .filter(
            found ->
                PeopleAccess.mayReadProfile(
                    actor,
                    person,
                    found.profile().isPublic(),
                    seats.officeHolders().contains(person)))
        .orElseThrow(() -> new NotFoundException("person"));
  }

  private Optional<OwnProfile> profile(Actor actor, UUID person) {
    return jdbc.sql(
            "select p.name, p.affiliation, f.organisation_id, p.country, p.zone, f.orcid, "
                + THEMES
                + ", f.away_from, f.away_to, f.most_reviews, f.consented_at, f.biography, p.email,"
                + " f.slug, f.revision from person p"
                + " left join person_profile f on f.person_id = p.id where p.id = ?")
        .param(Uuids.bytes(person))
        .query(
            (rs, n) ->
                new OwnProfile(
                    profile(rs),
                    PeopleAccess.mayReadEmail(actor, person) ? rs.getString(13) : "",
                    rs.getString(14),
                    rs.getObject(15) == null ? Revisions.NONE : rs.getLong(15)))
        .optional();
  }

  /**
   * Keeps the actor's own profile.
   *
   * @param seen the revision of what was changed
   */
  @Transactional
  public void keep(Actor actor, Profile profile, long seen) {
    UUID me = actor.id();
    // Whoever changes it in two windows at once waits here.
    jdbc.sql("select id from person where id = ? for update")
        .param(Uuids.bytes(me))
        .query((rs, n) -> 1)
        .single();
    OwnProfile before = mine(actor);
    Revisions.same(seen, before.revision());
    LocalDate from = profile.awayFrom();
    LocalDate to = profile.awayTo();
    if (to != null && (from == null || to.isBefore(from))) {
      throw new DomainException("profile.away.order");
    }
    Integer most = profile.mostReviews();
    if (most != null && (most < 0 || most > MOST_REVIEWS)) {
      throw new DomainException("profile.most", MOST_REVIEWS);
    }
    String biography = profile.biography().strip();
    if (biography.length() > LONGEST_BIOGRAPHY) {
      throw new DomainException("form.long", LONGEST_BIOGRAPHY, biography.length());
    }
    String name = Typed.name(profile.name());
    jdbc.sql("update person set name = ?, affiliation = ?, country = ?, zone = ? where id = ?")
        .params(
            name,
            Typed.line(profile.affiliation(), 300),
            Typed.country(profile.country()),
            profile.zone().getId(),
            Uuids.bytes(me))
        .update();
    if (seen == Revisions.NONE) {
      jdbc.sql("insert into person_profile (person_id, revision, biography) values (?, 0, '')")
          .param(Uuids.bytes(me))
          .update();
    }
    UUID organisation = profile.organisation();
    boolean wasPublic = before.profile().isPublic();
    jdbc.sql(
            "update person_profile set revision = revision + 1, organisation_id = ?, orcid = ?,"
                + " biography = ?, away_from = ?, away_to = ?, most_reviews = ?"
                + " where person_id = ?")
        .param(organisation == null ? null : Uuids.bytes(organisation))
        .param(orcid(profile.orcid()))
        .param(biography)
        .param(from)
        .param(to)
        .param(most)
        .param(Uuids.bytes(me))
        .update();
    if (profile.isPublic() != wasPublic) {
      consent(me, name, profile.isPublic(), before.slug());
      String action = profile.isPublic() ? "profile.madePublic" : "profile.madePrivate";
      audit.record(actor, action, "person", me, null);
    }
    jdbc.sql("delete from person_theme where person_id = ?").param(Uuids.bytes(me)).update();
    for (String theme : profile.themes().stream().distinct().toList()) {
      jdbc.sql("insert into person_theme (person_id, theme) values (?, ?)")
          .params(Uuids.bytes(me), theme)
          .update();
    }
    audit.record(actor, "profile.changed", "person", me, name);
  }

  private void consent(UUID person, String name, boolean given, @Nullable String slug) {
    jdbc.sql("update person_profile set consented_at = ?, slug = ? where person_id = ?")
        .param(given ? LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC) : null)
        // The address stays the person's, lest an old link come to mean someone else.
        .param(slug == null ? freeSlug(name) : slug)
        .param(Uuids.bytes(person))
        .update();
  }

  /** The page of a person who agreed to have one; absent and not agreed look the same. */
  public Optional<PublicProfile> published(String slug) {
    return jdbc.sql(PUBLIC + " and f.slug = ?").param(slug).query(Profiles::published).optional();
  }

  /** Those who agreed to be public, by name. */
  public List<PublicProfile> published(int offset, int limit) {
    return jdbc.sql(PUBLIC + " order by p.name, p.id limit ? offset ?")
        .params(limit, offset)
        .query(Profiles::published)
        .list();
  }

  private static @Nullable String orcid(@Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    String id =
        typed.strip().toUpperCase(Locale.ROOT).replaceFirst("^HTTPS?://(WWW\\.)?ORCID\\.ORG/", "");
    if (!Orcid.isValid(id)) {
      throw new DomainException("profile.orcid");
    }
    return id;
  }

  private String freeSlug(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-+|-+$", "");
    String base = plain.isEmpty() ? "person" : plain.substring(0, Math.min(100, plain.length()));
    List<String> taken =
        jdbc.sql("select slug from person_profile where slug like ?")
            .param(base.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
            .query(String.class)
            .list();
    String slug = base;
    for (int n = 2; taken.contains(slug); n++) {
      slug = base + "-" + n;
    }
    return slug;
  }

  private static Profile profile(ResultSet rs) throws SQLException {
    byte[] organisation = rs.getBytes(3);
    return new Profile(
        rs.getString(1),
        rs.getString(2),
        organisation == null ? null : Uuids.of(organisation),
        rs.getString(4),
        ZoneId.of(rs.getString(5)),
        rs.getString(6),
        list(rs.getString(7)),
        rs.getObject(8, LocalDate.class),
        rs.getObject(9, LocalDate.class),
        rs.getObject(10, Integer.class),
        rs.getObject(11) != null,
        Objects.requireNonNullElse(rs.getString(12), ""));
  }

  private static PublicProfile published(ResultSet rs, int n) throws SQLException {
    return new PublicProfile(
        Uuids.of(rs.getBytes(1)),
        rs.getString(2),
        rs.getString(3),
        Affiliations.shown(rs.getString(4), rs.getString(5)),
        rs.getString(6),
        rs.getString(7),
        list(rs.getString(8)),
        rs.getString(9));
  }

  private static List<String> list(@Nullable String joined) {
    return joined == null || joined.isEmpty() ? List.of() : Arrays.asList(joined.split(","));
  }
}

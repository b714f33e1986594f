package org.plenary.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Installation;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Terms;
import org.plenary.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Reads the trace: for the secretariat, and of that only what each module lets the actor know. A
 * page is one query with the rights in it. Thread-safe.
 */
@Service
public class Trail {
  private final JdbcClient jdbc;
  private final Installation installation;
  private final Map<String, SubjectAccess.Subject> subjects;
  private final String readable;

  Trail(JdbcClient jdbc, Installation installation, List<SubjectAccess> access) {
    this.jdbc = jdbc;
    this.installation = installation;
    this.subjects =
        access.stream()
            .flatMap(module -> module.subjects().stream())
            .collect(Collectors.toMap(SubjectAccess.Subject::kind, Function.identity()));
    this.readable = readable();
  }

  /** The lines that may be read, newest first. */
  public List<TrailLine> visible(Actor actor, TrailFilter filter, int offset, int limit) {
    return jdbc.sql(readable + where(filter) + " order by t.seq desc limit :limit offset :offset")
        .params(parameters(actor, filter))
        .param("limit", limit)
        .param("offset", offset)
        .query(this::line)
        .list();
  }

  /** Those before this one, newest first: goes on through a trace that grows meanwhile. */
  public List<TrailLine> before(Actor actor, TrailFilter filter, long seq, int limit) {
    return jdbc.sql(
            readable + where(filter) + " and t.seq < :before order by t.seq desc limit :limit")
        .params(parameters(actor, filter))
        .param("limit", limit)
        .param("before", seq)
        .query(this::line)
        .list();
  }

  /** How many {@link #visible} are. */
  public int count(Actor actor, TrailFilter filter) {
    return jdbc.sql("select count(*) from (" + readable + where(filter) + ") c")
        .params(parameters(actor, filter))
        .query(Integer.class)
        .single();
  }

  /** The actions of all lines that may be read, by name. */
  public List<String> actions(Actor actor) {
    return jdbc.sql("select distinct t.action from (" + readable + ") t order by t.action")
        .params(parameters(actor, TrailFilter.ALL))
        .query(String.class)
        .list();
  }

  /**
   * The last link of the chain; empty before anything is sealed. It tells nothing of any record.
   */
  public Optional<Head> head(Actor actor) {
    mayRead(actor);
    return jdbc.sql("select position, hash, sealed_at from audit_head where one = 1")
        .query(
            (rs, n) ->
                new Head(
                    installation.id(),
                    rs.getLong(1),
                    rs.getString(2),
                    rs.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC)))
        .optional();
  }

  /** Whether the chain still has this link, as a head that was kept elsewhere says. */
  public boolean holds(Actor actor, UUID ofInstallation, long position, String hash) {
    mayRead(actor);
    return installation.id().equals(ofInstallation)
        && jdbc.sql("select hash from audit_seal where position = ?")
            .param(position)
            .query(String.class)
            .optional()
            .filter(hash::equals)
            .isPresent();
  }

  private static void mayRead(Actor actor) {
    if (!actor.holds(Terms.SECRETARIAT) && !actor.isSystem()) {
      throw new NotFoundException("the trace");
    }
  }

  private String readable() {
    return "select t.* from (select "
        + "l.seq, l.happened_at, l.actor_name, l.action, l.subject_kind, "
        + cases("case when %s then l.detail end", SubjectAccess.Subject::detailed, "detail")
        + ", "
        + cases("%s", SubjectAccess.Subject::name, "name")
        + ", (select count(*) from audit_seal s where s.line_seq = l.seq) as sealed"
        + " from audit_line l where "
        + subjects.values().stream()
            .map(s -> "(l.subject_kind = '" + s.kind() + "' and (" + s.readable() + "))")
            .collect(Collectors.joining(" or ", "(", ")"))
        + ") t where 1 = 1";
  }

  private String cases(String then, Function<SubjectAccess.Subject, String> of, String as) {
    return subjects.values().stream()
        .map(s -> "when '" + s.kind() + "' then " + then.formatted(of.apply(s)))
        .collect(Collectors.joining(" ", "case l.subject_kind ", " end as " + as));
  }

  private static String where(TrailFilter filter) {
    return (filter.record().isBlank() ? "" : " and lower(t.name) like :record")
        + (filter.person().isBlank() ? "" : " and lower(t.actor_name) like :person")
        + (filter.action().isBlank() ? "" : " and t.action = :action")
        + (filter.from() == null ? "" : " and t.happened_at >= :from")
        + (filter.until() == null ? "" : " and t.happened_at < :until");
  }

  private static Map<String, Object> parameters(Actor actor, TrailFilter filter) {
    mayRead(actor);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("terms", actor.terms());
    parameters.put("me", Uuids.bytes(actor.id()));
    parameters.put("record", like(filter.record()));
    parameters.put("person", like(filter.person()));
    parameters.put("action", filter.action());
    put(parameters, "from", filter.from());
    put(parameters, "until", filter.until());
    return parameters;
  }

  private static void put(Map<String, Object> parameters, String name, @Nullable Instant at) {
    if (at != null) {
      parameters.put(name, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    }
  }

  private static String like(String words) {
    return "%" + words.strip().toLowerCase(Locale.ROOT) + "%";
  }

  private TrailLine line(ResultSet rs, int n) throws SQLException {
    String kind = rs.getString("subject_kind");
    SubjectAccess.Subject subject = subjects.get(kind);
    String name = rs.getString("name");
    return new TrailLine(
        rs.getLong("seq"),
        rs.getObject("happened_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        rs.getString("actor_name"),
        rs.getString("action"),
        kind,
        name == null ? "" : name,
        subject == null || subject.path() == null || name == null ? null : subject.path() + name,
        rs.getString("detail"),
        rs.getInt("sealed") > 0);
  }
}

package org.plenary.bodies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plenary.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Committees, groups and themes: public to everyone. Thread-safe. */
@Service
public class Bodies {
  private static final String COLUMNS = "id, code, slug, name, kind, theme, active, remit";
  private final JdbcClient jdbc;
  private final Clock clock;

  Bodies(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The working groups in priority order, active ones first. */
  public List<Body> groups() {
    return jdbc.sql(
            "select " + COLUMNS + " from body where kind = 'GROUP' order by active desc, ordinal")
        .query(Bodies::body)
        .list();
  }

  public Optional<Body> byCode(String code) {
    return jdbc.sql("select " + COLUMNS + " from body where code = ?")
        .param(code)
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

  /** Adds a theme behind those there are. */
  @Transactional
  public void addTheme(Theme theme) {
    jdbc.sql("insert into theme (code, label, ordinal) select ?, ?, count(*) + 1 from theme")
        .params(theme.code(), theme.label())
        .update();
  }

  /** Founds a working group behind those there are. */
  @Transactional
  public Body foundGroup(
      String code, String slug, String name, String theme, boolean active, String remit) {
    UUID id = Uuids.v7(clock.instant());
    jdbc.sql(
            "insert into body (id, code, slug, name, kind, theme, active, remit, ordinal)"
                + " select ?, ?, ?, ?, 'GROUP', ?, ?, ?, count(*) + 1 from body")
        .params(Uuids.bytes(id), code, slug, name, theme, active, remit)
        .update();
    return new Body(id, code, slug, name, theme, active, remit);
  }

  private static Body body(ResultSet rs, int n) throws SQLException {
    return new Body(
        Uuids.of(rs.getBytes("id")),
        rs.getString("code"),
        rs.getString("slug"),
        rs.getString("name"),
        rs.getString("theme"),
        rs.getBoolean("active"),
        rs.getString("remit"));
  }
}

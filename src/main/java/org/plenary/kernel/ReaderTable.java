package org.plenary.kernel;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A subject's {@link Readers} as rows, so that a list can be filtered where it is read. Written in
 * the transaction that changes the subject. Thread-safe.
 *
 * @param table with the columns {@code subject}, scope, term and excluded
 * @param subject the column that names the subject
 */
public record ReaderTable(JdbcClient jdbc, String table, String subject) {

  /** Replaces the readers of the subject within a scope. */
  public void write(UUID id, String scope, Readers readers) {
    jdbc.sql("delete from " + table + " where " + subject + " = ? and scope = ?")
        .params(Uuids.bytes(id), scope)
        .update();
    readers.admitted().forEach(term -> insert(id, scope, term, false));
    readers.excluded().forEach(term -> insert(id, scope, term, true));
  }

  /**
   * The SQL rendering of {@link Readers#admit}: true for rows whose readers in this scope admit the
   * actor. Takes the named parameters {@code scope} and {@code terms}.
   *
   * @param id the column of the outer query that names the subject, {@code p.id}
   */
  public String predicate(String id) {
    String row = "select 1 from " + table + " r where r." + subject + " = " + id;
    String mine = " and r.scope = :scope and r.term in (:terms) and r.excluded = ";
    return "exists (" + row + mine + "false) and not exists (" + row + mine + "true)";
  }

  /** The rows of these subjects, by subject and scope; for holding them against the rule. */
  public Map<UUID, Map<String, Readers>> read(Collection<UUID> ids) {
    Map<UUID, Map<String, Readers>> found = new HashMap<>();
    if (ids.isEmpty()) {
      return found;
    }
    jdbc.sql(
            "select %1$s, scope, term, excluded from %2$s where %1$s in (:ids)"
                .formatted(subject, table))
        .param("ids", ids.stream().map(Uuids::bytes).toList())
        .query(
            rs -> {
              Map<String, Readers> scopes =
                  found.computeIfAbsent(Uuids.of(rs.getBytes(1)), id -> new HashMap<>());
              Readers before = scopes.getOrDefault(rs.getString(2), Readers.NOBODY);
              Set<String> admitted = new HashSet<>(before.admitted());
              Set<String> excluded = new HashSet<>(before.excluded());
              (rs.getBoolean(4) ? excluded : admitted).add(rs.getString(3));
              scopes.put(rs.getString(2), new Readers(admitted, excluded));
            });
    return found;
  }

  /** What {@link #read} gives where these were written: of a scope without readers, nothing. */
  public static Map<String, Readers> rows(Map<String, Readers> written) {
    Map<String, Readers> rows = new HashMap<>(written);
    rows.values().removeIf(readers -> readers.equals(Readers.NOBODY));
    return rows;
  }

  private void insert(UUID id, String scope, String term, boolean excluded) {
    jdbc.sql("insert into " + table + " (" + subject + ", scope, term, excluded) values (?,?,?,?)")
        .params(Uuids.bytes(id), scope, term, excluded)
        .update();
  }
}

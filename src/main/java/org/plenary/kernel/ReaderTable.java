package org.plenary.kernel;

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

  private void insert(UUID id, String scope, String term, boolean excluded) {
    jdbc.sql("insert into " + table + " (" + subject + ", scope, term, excluded) values (?,?,?,?)")
        .params(Uuids.bytes(id), scope, term, excluded)
        .update();
  }
}

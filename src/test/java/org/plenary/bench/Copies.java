package org.plenary.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.kernel.Uuids;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Many papers under review, each like one that the commands of the house made: its rows in all
 * tables again, under an id and a reference of its own.
 */
final class Copies {
  private static final List<String> OF_A_PAPER =
      List.of(
          "paper_version",
          "paper_author",
          "paper_theme",
          "paper_country",
          "paper_keyword",
          "paper_person",
          "paper_reader");

  private Copies() {}

  /** Writes so many copies of the paper. */
  static void of(JdbcTemplate jdbc, UUID paper, int count) {
    jdbc.execute(
        "create table bench_copy (id binary(16) primary key, case_id binary(16), ref varchar(40))");
    List<Object[]> copies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      copies.add(
          new Object[] {
            Uuids.bytes(new UUID((0x019B_0000_0000L + i) << 16 | 0x7000, 1)),
            Uuids.bytes(new UUID((0x019B_0000_0000L + i) << 16 | 0x7000, 2)),
            "BENCH-%05d".formatted(i)
          });
    }
    jdbc.batchUpdate("insert into bench_copy (id, case_id, ref) values (?,?,?)", copies);
    copy(jdbc, "paper", "id", Map.of("id", "n.id", "reference", "n.ref"), paper);
    for (String table : OF_A_PAPER) {
      copy(jdbc, table, "paper_id", Map.of("paper_id", "n.id"), paper);
    }
    copy(
        jdbc,
        "review_case",
        "paper_id",
        Map.of("id", "n.case_id", "paper_id", "n.id", "reference", "n.ref"),
        paper);
    jdbc.execute("drop table bench_copy");
  }

  private static void copy(
      JdbcTemplate jdbc, String table, String key, Map<String, String> own, UUID paper) {
    List<String> columns = columns(jdbc, table);
    List<String> values = columns.stream().map(c -> own.getOrDefault(c, "t." + c)).toList();
    jdbc.update(
        "insert into %s (%s) select %s from %s t cross join bench_copy n where t.%s = ?"
            .formatted(table, String.join(", ", columns), String.join(", ", values), table, key),
        (Object) Uuids.bytes(paper));
  }

  private static List<String> columns(JdbcTemplate jdbc, String table) {
    return java.util.Objects.requireNonNull(
        jdbc.execute(
            (ConnectionCallback<List<String>>)
                connection -> {
                  List<String> columns = new ArrayList<>();
                  try (ResultSet all = of(connection, table)) {
                    while (all.next()) {
                      columns.add(all.getString("COLUMN_NAME").toLowerCase(java.util.Locale.ROOT));
                    }
                  }
                  return columns;
                }));
  }

  private static ResultSet of(Connection connection, String table) throws java.sql.SQLException {
    String name =
        connection.getMetaData().storesUpperCaseIdentifiers()
            ? table.toUpperCase(java.util.Locale.ROOT)
            : table;
    return connection
        .getMetaData()
        .getColumns(connection.getCatalog(), connection.getSchema(), name, null);
  }
}

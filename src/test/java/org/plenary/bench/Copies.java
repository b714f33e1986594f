package org.plenary.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import org.plenary.kernel.Uuids;
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
  private static final int BATCH = 1000;

  private Copies() {}

  /** Writes so many copies of the paper. */
  static void of(JdbcTemplate jdbc, UUID paper, int count) {
    IntFunction<Map<String, Object>> paperOf =
        i -> Map.of("id", id(i, 1), "reference", "BENCH-%05d".formatted(i));
    copy(jdbc, "paper", "id", paper, count, paperOf);
    for (String table : OF_A_PAPER) {
      copy(jdbc, table, "paper_id", paper, count, i -> Map.of("paper_id", id(i, 1)));
    }
    IntFunction<Map<String, Object>> caseOf =
        i -> Map.of("id", id(i, 2), "paper_id", id(i, 1), "reference", "BENCH-%05d".formatted(i));
    copy(jdbc, "review_case", "paper_id", paper, count, caseOf);
  }

  private static byte[] id(int number, int kind) {
    return Uuids.bytes(new UUID((0x019B_0000_0000L + number) << 16 | 0x7000, kind));
  }

  private static void copy(
      JdbcTemplate jdbc,
      String table,
      String key,
      UUID paper,
      int count,
      IntFunction<Map<String, Object>> own) {
    String all = "select * from " + table + " where " + key + " = ?";
    for (Map<String, Object> row : jdbc.queryForList(all, (Object) Uuids.bytes(paper))) {
      List<String> columns = List.copyOf(row.keySet());
      String insert =
          "insert into %s (%s) values (%s)"
              .formatted(
                  table,
                  String.join(", ", columns),
                  String.join(", ", java.util.Collections.nCopies(columns.size(), "?")));
      List<Object[]> copies = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Map<String, Object> copy = new LinkedHashMap<>();
        row.forEach((column, value) -> copy.put(column.toLowerCase(java.util.Locale.ROOT), value));
        copy.putAll(own.apply(i));
        copies.add(copy.values().toArray());
        if (copies.size() == BATCH || i == count - 1) {
          jdbc.batchUpdate(insert, copies);
          copies.clear();
        }
      }
    }
  }
}

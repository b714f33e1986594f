package org.plenary.upkeep;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The tables of a database as text that both databases can be filled from: each row a list of
 * values, ids and other bytes in hexadecimal, moments in UTC.
 */
final class Tables {
  /** Flyway's own; restoring migrates anew. */
  private static final String HISTORY = "flyway_schema_history";

  private final Connection connection;
  private final boolean h2;
  private final String quote;

  Tables(Connection connection) throws SQLException {
    this.connection = connection;
    this.h2 = connection.getMetaData().getURL().startsWith("jdbc:h2:");
    this.quote = h2 ? "\"" : "`";
  }

  /** How a column's values are written. */
  enum Type {
    TEXT,
    NUMBER,
    BOOLEAN,
    BYTES,
    DAY,
    MOMENT
  }

  record Column(String name, Type type) {}

  boolean isH2() {
    return h2;
  }

  /** All tables, those that others refer to before these. */
  List<String> inOrder() throws SQLException {
    Set<String> left =
        new TreeSet<>(
            list(
                "select table_name from information_schema.tables"
                    + " where table_schema = schema() and table_type = 'BASE TABLE'"));
    left.removeIf(HISTORY::equalsIgnoreCase);
    Map<String, Set<String>> needs = references();
    Set<String> ordered = new LinkedHashSet<>();
    while (!left.isEmpty()) {
      List<String> next =
          left.stream()
              .filter(
                  table ->
                      needs.getOrDefault(table, Set.of()).stream()
                          .allMatch(other -> other.equals(table) || !left.contains(other)))
              .toList();
      if (next.isEmpty()) {
        throw new SQLException("tables refer to one another in a circle: " + left);
      }
      ordered.addAll(next);
      next.forEach(left::remove);
    }
    return List.copyOf(ordered);
  }

  private Map<String, Set<String>> references() throws SQLException {
    String sql =
        h2
            ? "select f.table_name, t.table_name from information_schema.referential_constraints r"
                + " join information_schema.table_constraints f"
                + " on f.constraint_name = r.constraint_name"
                + " join information_schema.table_constraints t"
                + " on t.constraint_name = r.unique_constraint_name"
                + " where r.constraint_schema = schema()"
            : "select table_name, referenced_table_name from information_schema.key_column_usage"
                + " where table_schema = schema() and referenced_table_name is not null";
    Map<String, Set<String>> needs = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rs = statement.executeQuery(sql)) {
      while (rs.next()) {
        needs.computeIfAbsent(rs.getString(1), table -> new TreeSet<>()).add(rs.getString(2));
      }
    }
    return needs;
  }

  /** What is done with each row, and with the columns before the first. */
  interface Rows {
    void columns(List<Column> columns) throws SQLException;

    void row(List<@Nullable Object> values) throws SQLException;
  }

  void read(String table, Rows rows) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // The driver for MySQL otherwise takes the whole table into memory.
      statement.setFetchSize(h2 ? 500 : Integer.MIN_VALUE);
      try (ResultSet rs = statement.executeQuery("select * from " + quoted(table))) {
        List<Column> columns = columns(rs.getMetaData());
        rows.columns(columns);
        while (rs.next()) {
          List<@Nullable Object> values = new ArrayList<>();
          for (int i = 0; i < columns.size(); i++) {
            values.add(value(rs, i + 1, columns.get(i).type()));
          }
          rows.row(values);
        }
      }
    }
  }

  private static List<Column> columns(ResultSetMetaData data) throws SQLException {
    List<Column> columns = new ArrayList<>();
    for (int i = 1; i <= data.getColumnCount(); i++) {
      columns.add(new Column(data.getColumnName(i), type(data, i)));
    }
    return columns;
  }

  private static Type type(ResultSetMetaData data, int i) throws SQLException {
    if (data.getColumnTypeName(i).equalsIgnoreCase("uuid")) {
      return Type.TEXT;
    }
    return switch (data.getColumnType(i)) {
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> Type.BYTES;
      case Types.BIT, Types.BOOLEAN -> Type.BOOLEAN;
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.DECIMAL,
          Types.NUMERIC,
          Types.FLOAT,
          Types.REAL,
          Types.DOUBLE ->
          Type.NUMBER;
      case Types.DATE -> Type.DAY;
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> Type.MOMENT;
      default -> Type.TEXT;
    };
  }

  private static @Nullable Object value(ResultSet rs, int i, Type type) throws SQLException {
    Object value =
        switch (type) {
          case TEXT -> rs.getString(i);
          case NUMBER -> rs.getBigDecimal(i);
          case BOOLEAN -> rs.getBoolean(i);
          case BYTES -> hex(rs.getBytes(i));
          case DAY -> string(rs.getObject(i, LocalDate.class));
          case MOMENT -> moment(rs, i);
        };
    return rs.wasNull() ? null : value;
  }

  private static @Nullable String hex(byte @Nullable [] bytes) {
    return bytes == null ? null : HexFormat.of().formatHex(bytes);
  }

  private static @Nullable String string(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable String moment(ResultSet rs, int i) throws SQLException {
    if (rs.getMetaData().getColumnType(i) == Types.TIMESTAMP_WITH_TIMEZONE) {
      OffsetDateTime at = rs.getObject(i, OffsetDateTime.class);
      return at == null
          ? null
          : at.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime().toString();
    }
    return string(rs.getObject(i, LocalDateTime.class));
  }

  void empty(String table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("delete from " + quoted(table));
    }
  }

  /** A statement that takes the rows of a table; to be closed. */
  PreparedStatement insertInto(String table, List<Column> columns) throws SQLException {
    return connection.prepareStatement(
        "insert into "
            + quoted(table)
            + columns.stream()
                .map(c -> quoted(c.name()))
                .collect(Collectors.joining(",", " (", ")"))
            + columns.stream().map(c -> "?").collect(Collectors.joining(",", " values (", ")")));
  }

  static void set(PreparedStatement insert, int i, Type type, JsonNode value) throws SQLException {
    if (value.isNull()) {
      insert.setObject(i, null);
      return;
    }
    switch (type) {
      case TEXT -> insert.setString(i, value.stringValue());
      case NUMBER -> insert.setBigDecimal(i, value.decimalValue());
      case BOOLEAN -> insert.setBoolean(i, value.booleanValue());
      case BYTES -> insert.setBytes(i, HexFormat.of().parseHex(value.stringValue()));
      case DAY -> insert.setObject(i, LocalDate.parse(value.stringValue()));
      case MOMENT -> insert.setObject(i, LocalDateTime.parse(value.stringValue()));
    }
  }

  long count(String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rs = statement.executeQuery("select count(*) from " + quoted(table))) {
      rs.next();
      return rs.getLong(1);
    }
  }

  /** The first column of what this asks for. */
  List<String> list(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rs = statement.executeQuery(sql)) {
      while (rs.next()) {
        values.add(rs.getString(1));
      }
    }
    return values;
  }

  private String quoted(String name) {
    return quote + name.replace(quote, "") + quote;
  }
}

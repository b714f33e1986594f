package org.plenary.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The matrix as text: a heading for each module with the columns behind it, then a row for each
 * method. A method that nobody calls as themself has a reason in place of cells.
 */
final class Matrix {
  private static final String HEADING = "==";

  /** Stands in place of cells: nobody calls it as themself, for this reason. */
  static final String INTERNAL = "internal:";

  /** Stands in place of cells: it tells what everyone may know, whoever asks. */
  static final String OPEN = "open:";

  /** Marks, in a row's name, the state of the subject in which the method is called once more. */
  static final String STATE = "@";

  /**
   * A row.
   *
   * @param cells in the order of the columns; empty for a method that is not called
   * @param note why the row is as it is, may be empty; or, with the word before it, why the method
   *     is internal or open
   */
  record Row(List<String> cells, String note) {
    Row {
      cells = List.copyOf(cells);
    }

    boolean isUncalled() {
      return cells.isEmpty();
    }
  }

  private final List<String> columns;
  private final Map<String, Row> rows;

  private Matrix(List<String> columns, Map<String, Row> rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /** Rows by “module method”, in the order of the file. */
  Map<String, Row> rows() {
    return rows;
  }

  /** Reads a matrix with these columns; a line that is none of it is an error, with its number. */
  static Matrix read(String text, List<String> columns) {
    Map<String, Row> rows = new LinkedHashMap<>();
    String module = null;
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String said = line.strip();
      if (said.isEmpty() || said.startsWith("#")) {
        continue;
      }
      String fault = null;
      if (said.startsWith(HEADING)) {
        List<String> words = List.of(said.split("\\s+"));
        module = words.get(1);
        List<String> behind = words.subList(Math.min(3, words.size()), words.size());
        fault = behind.isEmpty() || behind.equals(columns) ? null : "has not the columns";
      } else if (module == null) {
        fault = "stands before the first heading";
      } else {
        int end = said.indexOf(' ') < 0 ? said.length() : said.indexOf(' ');
        Row row = row(said.substring(end).strip());
        if (!row.isUncalled() && row.cells().size() != columns.size()) {
          fault = "has " + row.cells().size() + " cells for " + columns.size() + " columns";
        } else if (row.isUncalled() && row.note().matches("|" + INTERNAL + "|" + OPEN)) {
          fault = "has neither cells nor a reason";
        } else if (rows.put(module + " " + said.substring(0, end), row) != null) {
          fault = "stands there twice";
        }
      }
      if (fault != null) {
        throw new IllegalArgumentException("line " + number + " " + fault + ": " + said);
      }
    }
    return new Matrix(columns, rows);
  }

  private static Row row(String said) {
    if (said.startsWith(INTERNAL) || said.startsWith(OPEN)) {
      return new Row(List.of(), said);
    }
    int note = said.indexOf('#');
    String cells = note < 0 ? said : said.substring(0, note).strip();
    return new Row(
        cells.isEmpty() ? List.of() : List.of(cells.split("\\s+")),
        note < 0 ? "" : said.substring(note + 1).strip());
  }

  /** What is wrong with the file itself: a row nobody has a right in must say why. */
  List<String> unexplained() {
    List<String> faults = new ArrayList<>();
    rows.forEach(
        (name, row) -> {
          if (!row.isUncalled() && !row.cells().contains("yes") && row.note().isEmpty()) {
            faults.add(name + " is “yes” for nobody and has no note");
          }
        });
    return faults;
  }

  /** Methods without a row and rows without a method; a row in a state belongs to its method. */
  List<String> strangers(Collection<String> methods) {
    List<String> faults = new ArrayList<>();
    for (String method : new TreeSet<>(methods)) {
      if (!rows.containsKey(method)) {
        faults.add("no row for " + method);
      }
    }
    for (String name : rows.keySet()) {
      if (!methods.contains(method(name))) {
        faults.add("no method for " + name);
      }
    }
    return faults;
  }

  static String method(String name) {
    int state = name.indexOf(STATE);
    return state < 0 ? name : name.substring(0, state);
  }

  /**
   * Every cell that is not as it stands here, as a table; empty if all are. A row that was not
   * called, and one that was but is not here, is told too.
   */
  String differences(Map<String, List<String>> seen) {
    List<List<String>> table = new ArrayList<>();
    rows.forEach(
        (name, row) -> {
          List<String> called = seen.get(name);
          if (!row.isUncalled() && called == null) {
            table.add(List.of(name, "every", "a call", "was not called"));
          }
          for (int i = 0; called != null && i < columns.size(); i++) {
            String expected = row.isUncalled() ? "no call" : row.cells().get(i);
            if (!expected.equals(called.get(i))) {
              table.add(List.of(name, columns.get(i), expected, called.get(i)));
            }
          }
        });
    seen.keySet().stream()
        .filter(name -> !rows.containsKey(name))
        .forEach(name -> table.add(List.of(name, "every", "no row", "was called")));
    if (table.isEmpty()) {
      return "";
    }
    table.addFirst(List.of("method", "role", "in the file", "in truth"));
    StringBuilder text = new StringBuilder();
    int[] widths = new int[4];
    table.forEach(
        line -> {
          for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], line.get(i).length() + 2);
          }
        });
    for (List<String> line : table) {
      StringBuilder row = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        row.append(pad(line.get(i), widths[i]));
      }
      text.append(row.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /** The matrix as it is in truth, in the form of the file, with the notes of this one. */
  String written(Map<String, List<String>> seen, Collection<String> methods) {
    Map<String, String> lines = new TreeMap<>();
    methods.forEach(method -> lines.put(method, INTERNAL + " "));
    rows.forEach((name, row) -> lines.put(name, row.isUncalled() ? row.note() : ""));
    seen.keySet().forEach(name -> lines.put(name, ""));
    int name =
        lines.keySet().stream().mapToInt(n -> n.length() - n.indexOf(' ')).max().orElse(0) + 1;
    seen.forEach(
        (method, cells) -> {
          StringBuilder line = new StringBuilder();
          cells.forEach(cell -> line.append(pad(cell, 6)).append(' '));
          String note = Objects.requireNonNullElse(rows.get(method), new Row(cells, "")).note();
          lines.put(
              method, line.toString().stripTrailing() + (note.isEmpty() ? "" : "  # " + note));
        });
    StringBuilder text = new StringBuilder();
    String module = "";
    for (Map.Entry<String, String> line : lines.entrySet()) {
      String of = line.getKey().substring(0, line.getKey().indexOf(' '));
      if (!of.equals(module)) {
        module = of;
        text.append('\n').append(pad(HEADING + " " + of + " " + HEADING, name));
        columns.forEach(column -> text.append(pad(column, 7)));
        text.append('\n');
      }
      text.append(pad(line.getKey().substring(of.length() + 1), name)).append(line.getValue());
      text.append('\n');
    }
    return text.toString().lines().map(String::stripTrailing).reduce("", (a, b) -> a + b + "\n");
  }

  private static String pad(@Nullable String word, int width) {
    return String.format("%-" + Math.max(1, width) + "s", word);
  }
}

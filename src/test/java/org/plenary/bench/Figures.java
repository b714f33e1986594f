package org.plenary.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a run of the benchmark measured: printed as a table, written as JSON. Not thread-safe. */
final class Figures {
  /**
   * One line.
   *
   * @param yardstick the same measured of the plain thing in the same run; null where there is none
   * @param reach the ratio to the yardstick, or the figure itself, that is to be kept; null for
   *     none
   */
  record Figure(
      String what,
      String unit,
      double value,
      @Nullable Double yardstick,
      @Nullable Double reach,
      String note) {
    double measured() {
      return yardstick == null ? value : value / yardstick;
    }

    boolean kept() {
      return reach == null || measured() <= reach;
    }
  }

  private final List<Figure> all = new ArrayList<>();

  void add(String what, String unit, double value, String note) {
    add(new Figure(what, unit, value, null, null, note));
  }

  void reach(String what, String unit, double value, double reach, String note) {
    add(new Figure(what, unit, value, null, reach, note));
  }

  void beside(
      String what,
      String unit,
      double value,
      double yardstick,
      @Nullable Double reach,
      String note) {
    add(new Figure(what, unit, value, yardstick, reach, note));
  }

  private void add(Figure figure) {
    all.add(figure);
    System.out.println(line(figure));
  }

  /** The sample below which this share of all lies; sorts a copy. */
  static double percentile(double[] samples, double share) {
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, Math.round(share * (sorted.length - 1)))];
  }

  static String head() {
    return "%-58s %11s %11s %7s %7s  %s"
        .formatted("what", "Plenary", "yardstick", "ratio", "reach", "note");
  }

  private static String line(Figure f) {
    return String.format(
        Locale.ROOT,
        "%-58s %11s %11s %7s %7s  %s",
        f.what + ", " + f.unit,
        number(f.value),
        f.yardstick == null ? "" : number(f.yardstick),
        f.yardstick == null ? "" : String.format(Locale.ROOT, "%.2f", f.measured()),
        f.reach == null ? "" : number(f.reach) + (f.kept() ? "" : " !"),
        f.note);
  }

  private static String number(double value) {
    return String.format(
        Locale.ROOT,
        Math.abs(value) >= 1000 ? "%,.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.3f",
        value);
  }

  boolean allKept() {
    return all.stream().allMatch(Figure::kept);
  }

  void write(Path file, Map<String, Object> about) throws IOException {
    Map<String, Object> json = new LinkedHashMap<>(about);
    json.put("figures", all);
    Files.writeString(
        file,
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(json));
  }
}

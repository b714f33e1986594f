package org.plenary.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plenary.audit.Trail;
import org.plenary.audit.TrailFilter;
import org.plenary.audit.TrailLine;
import org.plenary.kernel.Actor;
import org.springframework.stereotype.Component;

/** The trace as a table for a spreadsheet (RFC 4180, UTF-8), as far as the actor may read it. */
@Component
class TrailExport {
  private static final int BATCH = 1_000;
  private static final List<String> COLUMNS =
      List.of("time", "who", "action", "kind", "record", "detail", "sealed");

  private final Trail trail;
  private final TrailTexts texts;

  TrailExport(Trail trail, TrailTexts texts) {
    this.trail = trail;
    this.texts = texts;
  }

  void write(Actor actor, TrailFilter filter, OutputStream out) throws IOException {
    row(out, COLUMNS.stream());
    List<TrailLine> lines = trail.before(actor, filter, Long.MAX_VALUE, BATCH);
    while (!lines.isEmpty()) {
      Map<Long, String> details = texts.details(lines);
      for (TrailLine line : lines) {
        row(
            out,
            Stream.of(
                line.at().toString(),
                line.who(),
                line.action(),
                line.kind(),
                line.record(),
                Objects.requireNonNullElse(details.get(line.seq()), ""),
                line.sealed() ? "yes" : "no"));
      }
      lines = trail.before(actor, filter, lines.getLast().seq(), BATCH);
    }
  }

  private static void row(OutputStream out, Stream<String> cells) throws IOException {
    String row = cells.map(TrailExport::cell).collect(Collectors.joining(",", "", "\r\n"));
    out.write(row.getBytes(StandardCharsets.UTF_8));
  }

  /** A cell that a spreadsheet would take for a formula begins with an apostrophe instead. */
  static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
  }
}

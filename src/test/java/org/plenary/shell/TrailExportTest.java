package org.plenary.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenary.Cast;
import org.plenary.OnMariaDb;
import org.plenary.audit.Trail;
import org.plenary.audit.TrailFilter;
import org.springframework.beans.factory.annotation.Autowired;

/** The trace as a spreadsheet takes it. */
@OnMariaDb
class TrailExportTest {
  @Autowired TrailExport export;
  @Autowired Trail trail;
  @Autowired Cast cast;

  @Test
  void whatASpreadsheetWouldTakeForAFormulaIsText() {
    assertThat(List.of("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "plain", "a \"b\"", ""))
        .extracting(TrailExport::cell)
        .containsExactly(
            "\"'=1+1\"",
            "\"'+1\"",
            "\"'-1\"",
            "\"'@SUM(A1)\"",
            "\"'\tx\"",
            "\"'\rx\"",
            "\"plain\"",
            "\"a \"\"b\"\"\"",
            "\"\"");
  }

  @Test
  void itHoldsWhatThePageShowsWithPersonsByName() throws Exception {
    var secretariat = cast.actor("secretariat");
    TrailFilter seats = new TrailFilter("", "", "seat.taken", null, null);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    export.write(secretariat, seats, out);
    String csv = out.toString(StandardCharsets.UTF_8);
    assertThat(csv.lines()).hasSize(1 + trail.count(secretariat, seats));
    assertThat(csv)
        .startsWith("\"time\",\"who\",\"action\",")
        .contains("CHAIR " + cast.actor("chair").name())
        .doesNotContain(cast.id("chair").toString());
  }
}

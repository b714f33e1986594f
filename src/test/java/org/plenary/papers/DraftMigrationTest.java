package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenary.MariaDb;

/** Drafts of before references came with the submission, on both databases. */
class DraftMigrationTest {
  @ParameterizedTest
  @ValueSource(strings = {"H2", "MariaDB"})
  void aDraftLosesItsReferenceAndNothingElse(String database) throws Exception {
    boolean h2 = database.equals("H2");
    String url =
        h2
            ? "jdbc:h2:mem:drafts;MODE=MySQL;DATABASE_TO_LOWER=TRUE;"
                + "CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1"
            : MariaDb.schema();
    String user = h2 ? "sa" : "root";
    Flyway.configure().dataSource(url, user, "").target("34").load().migrate();
    try (Connection connection = DriverManager.getConnection(url, user, "")) {
      var statement = connection.createStatement();
      statement.execute(
          "insert into body (id, code, slug, name, kind, active, ordinal, remit)"
              + " values (x'000000000000000000000000000000b1', 'REM', 'rem', 'Remittances',"
              + " 'GROUP', true, 1, '')");
      int id = 1;
      for (String state : new String[] {"DRAFT", "SUBMITTED", "DRAFT"}) {
        statement.execute(
            "insert into paper (id, revision, reference, state, type, title, abstract_text,"
                + " language, body_id, sent_version) values"
                + " (x'0000000000000000000000000000000%d', 0, 'REM-2026-00%d', '%s', 'research',"
                    .formatted(id, id, state)
                + " 'Title %d', 'About.', 'en', x'000000000000000000000000000000b1', 0)"
                    .formatted(id));
        id++;
      }
      Flyway.configure().dataSource(url, user, "").load().migrate();
      ResultSet rows =
          statement.executeQuery(
              "select reference, title, body_id, funding from paper order by id");
      for (String reference : new String[] {null, "REM-2026-002", null}) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo(reference);
        assertThat(rows.getString(2)).startsWith("Title ");
        assertThat(rows.getBytes(3)).hasSize(16);
        assertThat(rows.getString(4)).isEmpty();
      }
      // And from now on neither is needed.
      statement.execute("update paper set body_id = null where state = 'DRAFT'");
    }
  }
}

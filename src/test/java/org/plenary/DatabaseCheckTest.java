package org.plenary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong with a database, each in one sentence. */
class DatabaseCheckTest {
  @TempDir Path folder;

  @Test
  void anEmptySchemaIsMadeToKeepEveryScript() throws Exception {
    String url = MariaDb.schema();
    try (Connection connection = DriverManager.getConnection(url, "root", "")) {
      connection.createStatement().execute("alter database character set latin1");
    }
    assertThat(DatabaseCheck.problem(url, "root", "")).isEmpty();
    try (Connection connection = DriverManager.getConnection(url, "root", "")) {
      connection.createStatement().execute("create table t (word varchar(20))");
      connection.createStatement().execute("insert into t values ('سلام 😀')");
      connection.createStatement().execute("alter database character set latin1");
    }
    assertThat(DatabaseCheck.problem(url, "root", ""))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains("latin1", "utf8mb4"));
  }

  @Test
  void aServerThatDoesNotAnswerIsOneSentence() {
    isOneSentence(
        DatabaseCheck.problem("jdbc:mysql://127.0.0.1:1/plenary", "x", ""), "cannot be used");
    isOneSentence(
        DatabaseCheck.problem("jdbc:mariadb://127.0.0.1:1/plenary", "x", ""), "jdbc:mysql:");
  }

  @Test
  void aDamagedFileIsOneSentence() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("plenary");
    assertThat(DatabaseCheck.problem(url, "plenary", "")).isEmpty();
    Files.writeString(folder.resolve("plenary.mv.db"), "nothing of the kind");
    isOneSentence(DatabaseCheck.problem(url, "plenary", ""), "cannot be used");
  }

  private static void isOneSentence(Optional<String> problem, String says) {
    assertThat(problem).hasValueSatisfying(s -> assertThat(s).contains(says).doesNotContain("\n"));
  }
}

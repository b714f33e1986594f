package org.plenary.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.plenary.MariaDb;

/**
 * What becomes of a migration for MySQL, and that Flyway takes it. MySQL itself is not run here: a
 * MariaDB server takes the changed files too, as long as none runs twice.
 */
class MySqlMigrationsTest {
  @Test
  void onlyTheConditionThatItDoesNotKnowIsLeftOut() {
    assertThat(MySqlMigrations.forMySql("alter table mail add column if not exists a int"))
        .isEqualTo("alter table mail add column a int");
    assertThat(
            MySqlMigrations.forMySql("\n  ALTER TABLE mail\n  ADD INDEX  IF  NOT EXISTS ix (a)\n"))
        .isEqualTo("\n  ALTER TABLE mail\n  ADD INDEX  ix (a)\n");
    assertThat(MySqlMigrations.forMySql("create index if not exists ix on mail (a)"))
        .isEqualTo("create index ix on mail (a)");
    String table = "create table if not exists mail (id binary(16))";
    assertThat(MySqlMigrations.forMySql(table)).as("MySQL knows it there").isEqualTo(table);
  }

  @Test
  void mariaDbIsToldApartByItsVersion() {
    assertThat(MySqlMigrations.isMySqlProper("8.4.5")).isTrue();
    assertThat(MySqlMigrations.isMySqlProper("11.4.5-MariaDB-log")).isFalse();
    assertThat(MySqlMigrations.isMySqlProper("5.5.5-10.11.6-MariaDB")).isFalse();
  }

  @Test
  void everyFileOfTheFolderIsMigratedOnceAndWithoutCondition() throws Exception {
    String url = MariaDb.schema();
    try (var connection = DriverManager.getConnection(url, "root", "");
        var statement = connection.createStatement()) {
      statement.execute("alter database character set utf8mb4");
    }
    Flyway flyway =
        Flyway.configure()
            .dataSource(url, "root", "")
            .resourceProvider(new MySqlMigrations.Provider())
            .load();
    assertThat(flyway.migrate().migrationsExecuted).isEqualTo(files());
    assertThat(flyway.migrate().migrationsExecuted).isZero();
    flyway.validate();
    assertThat(new MySqlMigrations.Provider().getResources("V", new String[] {".sql"}))
        .allSatisfy(
            file -> {
              try (var in = file.read()) {
                assertThat(in.readAllAsString())
                    .doesNotContainPattern("(?i)(add|index) .*if not exists");
              }
            });
  }

  private static int files() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("src/main/resources/db/migration"))) {
      return (int) all.filter(file -> file.toString().endsWith(".sql")).count();
    }
  }
}

package org.plenary;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.util.PropertyPlaceholderHelper;

/**
 * Whether the database can be used, found before the program is put together, and said in one
 * sentence: a server that does not answer, a wrong password, a damaged file. An empty schema of a
 * server is made to keep every script, for a server's own default may be one that does not.
 */
final class DatabaseCheck {
  private static final int SECONDS = 10;

  private DatabaseCheck() {}

  /** Says what is wrong and ends the process with status 1, or returns. */
  static void run(String... args) throws IOException {
    Address address = address(args);
    problem(address.url(), address.user(), address.password()).ifPresent(StartupChecks::end);
  }

  /** Where the database is and how it is entered. */
  record Address(String url, String user, String password) {}

  /** What Spring will take the database's address to be. */
  static Address address(String... args) throws IOException {
    Properties defaults = new Properties();
    try (InputStream in = DatabaseCheck.class.getResourceAsStream("/application.properties")) {
      defaults.load(in);
    }
    return new Address(
        value(defaults, "spring.datasource.url", args),
        value(defaults, "spring.datasource.username", args),
        value(defaults, "spring.datasource.password", args));
  }

  private static String value(Properties defaults, String name, String... args) {
    PropertyPlaceholderHelper helper = new PropertyPlaceholderHelper("${", "}", ":", '\\', true);
    return helper.replacePlaceholders(
        StartupChecks.setting(name, defaults.getProperty(name, ""), args),
        other -> {
          @Nullable String known = defaults.getProperty(other);
          String set = StartupChecks.setting(other, known == null ? "" : known, args);
          return set.isEmpty() ? null : set;
        });
  }

  static Optional<String> problem(String url, String user, String password) {
    String shown = url.replaceFirst("[;?].*", "");
    DriverManager.setLoginTimeout(SECONDS);
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      return url.startsWith("jdbc:h2:") ? Optional.empty() : scriptProblem(connection, shown);
    } catch (SQLException e) {
      if ("08001".equals(e.getSQLState())
          && DriverManager.drivers().noneMatch(d -> takes(d, url))) {
        return Optional.of(
            "there is no driver for the database address "
                + shown
                + "; for MySQL and MariaDB it begins with jdbc:mysql:");
      }
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
      return Optional.of("the database " + shown + " cannot be used: " + why);
    }
  }

  private static boolean takes(java.sql.Driver driver, String url) {
    try {
      return driver.acceptsURL(url);
    } catch (SQLException e) {
      return false;
    }
  }

  private static Optional<String> scriptProblem(Connection connection, String shown)
      throws SQLException {
    String scripts =
        one(
            connection,
            "select default_character_set_name from information_schema.schemata"
                + " where schema_name = database()");
    if (scripts.equals("utf8mb4")) {
      return Optional.empty();
    }
    String tables =
        one(
            connection,
            "select count(*) from information_schema.tables where table_schema = database()");
    if (!tables.equals("0")) {
      return Optional.of(
          "the database "
              + shown
              + " keeps text as "
              + scripts
              + ", which has no room for every script; Plenary needs an empty one, or utf8mb4");
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("alter database character set utf8mb4");
    }
    return Optional.empty();
  }

  private static String one(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      return result.next() ? String.valueOf(result.getString(1)) : "";
    }
  }
}

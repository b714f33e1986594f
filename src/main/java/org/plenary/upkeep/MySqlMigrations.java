package org.plenary.upkeep;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Migrations as MySQL takes them. They are written for H2 and MariaDB, which know {@code alter
 * table … add column if not exists} and {@code create index if not exists}; MySQL does not, so
 * there the condition is left out. Both are atomic there, so the statement happened whole or not at
 * all.
 */
@Configuration
class MySqlMigrations {
  private static final String FOLDER = "classpath*:db/migration/*.sql";
  private static final Pattern ALTER =
      Pattern.compile("(?is)^\\s*(alter\\s+table|create\\s+(unique\\s+)?index)\\b.*");
  private static final Pattern CONDITION = Pattern.compile("(?i)\\bif\\s+not\\s+exists\\s+");

  @Bean
  FlywayConfigurationCustomizer forMySql(
      @Value("${spring.datasource.url}") String url, DataSource database) {
    return flyway -> {
      try (Connection connection = database.getConnection()) {
        suit(flyway, url, connection);
      } catch (SQLException e) {
        throw new IllegalStateException("the database does not say its version", e);
      }
    };
  }

  /** Makes Flyway read the migrations as this database takes them. */
  static void suit(FluentConfiguration flyway, String url, Connection connection)
      throws SQLException {
    if (url.startsWith("jdbc:mysql:") && isMySqlProper(connection)) {
      flyway.resourceProvider(new Provider());
    }
  }

  /** The driver calls MariaDB MySQL too; the server's own version tells them apart. */
  private static boolean isMySqlProper(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet version = statement.executeQuery("select version()")) {
      return version.next() && isMySqlProper(version.getString(1));
    }
  }

  static boolean isMySqlProper(String version) {
    return !version.toLowerCase(Locale.ROOT).contains("mariadb");
  }

  /** The statement as MySQL takes it; any but those two as it is. */
  static String forMySql(String statement) {
    return ALTER.matcher(statement).matches()
        ? CONDITION.matcher(statement).replaceAll("")
        : statement;
  }

  /** Gives Flyway the files of the class path, changed. */
  static final class Provider implements ResourceProvider {
    private final List<LoadableResource> files = new ArrayList<>();

    Provider() {
      try {
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(FOLDER)) {
          String text = forMySql(file.getContentAsString(StandardCharsets.UTF_8));
          files.add(new Migration(String.valueOf(file.getFilename()), text));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
      return files.stream()
          .filter(file -> file.getAbsolutePath().equals(name))
          .findFirst()
          .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return files.stream()
          .filter(file -> file.getFilename().startsWith(prefix))
          .filter(file -> Arrays.stream(suffixes).anyMatch(file.getFilename()::endsWith))
          .toList();
    }
  }

  private static final class Migration extends LoadableResource {
    private final String name;
    private final String text;

    Migration(String name, String text) {
      this.name = name;
      this.text = text;
    }

    @Override
    public Reader read() {
      return new StringReader(text);
    }

    @Override
    public String getAbsolutePath() {
      return "db/migration/" + name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return getAbsolutePath();
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}

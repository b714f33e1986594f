package org.plenary.upkeep;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.plenary.upkeep.Archive.TableOf;
import org.plenary.upkeep.Tables.Column;
import org.plenary.upkeep.Tables.Type;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Fills an empty database and an empty data folder from a backup. The backup is read whole against
 * its hashes before anything is written; the rows come in one transaction, after the files, so a
 * restore that broke off can be begun again.
 */
public final class Restore implements AutoCloseable {
  private static final int BATCH = 500;
  private final Archive archive;

  private Restore(Archive archive) {
    this.archive = archive;
  }

  /**
   * Reads the backup from end to end; writes nothing.
   *
   * @throws UpkeepException if it is not whole, or of a newer Plenary
   */
  public static Restore of(Path file) {
    Archive archive = Archive.verified(file);
    MigrationVersion schema = MigrationVersion.fromVersion(archive.manifest().schema());
    MigrationVersion newest = MigrationVersion.fromVersion("0");
    for (MigrationInfo info : migrations(Flyway.configure().dataSource("jdbc:h2:mem:", "", ""))) {
      newest = info.getVersion().isNewerThan(newest) ? info.getVersion() : newest;
    }
    if (schema.isNewerThan(newest.getVersion())) {
      archive.close();
      throw new UpkeepException(
          "the backup was made by a newer Plenary (its tables are at %s, here they are at %s)"
              .formatted(schema, newest));
    }
    return new Restore(archive);
  }

  private static MigrationInfo[] migrations(FluentConfiguration configuration) {
    return configuration.locations("classpath:db/migration").load().info().all();
  }

  /**
   * Writes everything.
   *
   * @param data the data folder
   * @throws UpkeepException if the folder or the database holds anything already
   */
  public void into(Path data, String url, String user, String password, Consumer<String> progress) {
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      requireEmpty(data, connection);
      FluentConfiguration flyway =
          Flyway.configure()
              .dataSource(url, user, password)
              .locations("classpath:db/migration")
              .target(archive.manifest().schema());
      MySqlMigrations.suit(flyway, url, connection);
      flyway.load().migrate();
      progress.accept("tables made as of " + archive.manifest().schema());
      files(data.resolve("files"), progress);
      connection.setAutoCommit(false);
      Tables tables = new Tables(connection);
      events(connection, tables);
      rows(tables, progress);
      connection.commit();
    } catch (SQLException | IOException | FlywayException | JacksonException e) {
      throw new UpkeepException("the restore broke off and can be begun again: " + e.getMessage());
    }
  }

  private void requireEmpty(Path data, Connection connection) throws SQLException, IOException {
    Set<String> ours = new HashSet<>(archive.files());
    if (Files.isDirectory(data.resolve("files"))) {
      try (Stream<Path> all = Files.walk(data.resolve("files"))) {
        if (all.filter(Files::isRegularFile)
            .anyMatch(path -> !ours.contains(path.getFileName().toString()))) {
          throw new UpkeepException(
              "the data folder " + data + " holds files already; restore into an empty one");
        }
      }
    }
    Tables tables = new Tables(connection);
    List<String> there = tables.inOrder();
    // Each command writes its line: where there is none, nobody has done anything yet.
    if (there.contains("audit_line") && tables.count("audit_line") == 0) {
      return;
    }
    if (!there.isEmpty()) {
      throw new UpkeepException("the database holds tables already; restore into an empty one");
    }
  }

  /** The events kept until handled are the framework's own table, in its own words. */
  private void events(Connection connection, Tables tables) throws SQLException {
    boolean wanted =
        archive.manifest().tables().stream()
            .anyMatch(table -> table.name().equalsIgnoreCase("event_publication"));
    boolean there = tables.inOrder().stream().anyMatch("event_publication"::equalsIgnoreCase);
    if (wanted && !there) {
      ScriptUtils.executeSqlScript(
          connection,
          new ClassPathResource(
              "org/springframework/modulith/events/jdbc/schemas/v2/schema-"
                  + (tables.isH2() ? "h2" : "mysql")
                  + ".sql"));
      connection.commit();
    }
  }

  private void files(Path root, Consumer<String> progress) throws IOException {
    int done = 0;
    for (String sha256 : archive.files()) {
      Path target = root.resolve(sha256.substring(0, 2)).resolve(sha256);
      Path part = target.resolveSibling(sha256 + ".part");
      Files.createDirectories(target.getParent());
      try (InputStream in = archive.open(Archive.FILES + sha256)) {
        Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      }
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      if (++done % 200 == 0) {
        progress.accept(done + " files restored");
      }
    }
    progress.accept(done + " files restored");
  }

  private void rows(Tables tables, Consumer<String> progress) throws SQLException, IOException {
    List<String> there = tables.inOrder();
    for (String table : there.reversed()) {
      tables.empty(table);
    }
    long rows = 0;
    // In this database's own order of what refers to what.
    for (String table : there) {
      for (TableOf of : archive.manifest().tables()) {
        if (of.name().equalsIgnoreCase(table)) {
          rows += rows(tables, table, of);
        }
      }
    }
    long expected = archive.manifest().tables().stream().mapToLong(TableOf::rows).sum();
    if (rows != expected) {
      throw new IOException(
          "%d rows were restored and there are %d in the backup".formatted(rows, expected));
    }
    progress.accept(rows + " rows restored");
  }

  private long rows(Tables tables, String table, TableOf of) throws SQLException, IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                archive.open(Archive.TABLES + of.name()), StandardCharsets.UTF_8))) {
      List<Column> columns = columns(lines.readLine());
      long rows = 0;
      try (PreparedStatement insert = tables.insertInto(table, columns)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          JsonNode row = Archive.JSON.readTree(line);
          for (int i = 0; i < columns.size(); i++) {
            Tables.set(insert, i + 1, columns.get(i).type(), row.get(i));
          }
          insert.addBatch();
          if (++rows % BATCH == 0) {
            insert.executeBatch();
          }
        }
        insert.executeBatch();
      }
      return rows;
    }
  }

  private static List<Column> columns(String line) {
    List<Column> columns = new ArrayList<>();
    for (JsonNode column : Archive.JSON.readTree(line)) {
      var only = column.properties().iterator().next();
      columns.add(
          new Column(
              only.getKey().toLowerCase(Locale.ROOT), Type.valueOf(only.getValue().stringValue())));
    }
    return columns;
  }

  @Override
  public void close() {
    archive.close();
  }
}

package org.plenary.upkeep;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;
import org.plenary.files.FileStore;
import org.plenary.files.StoredFile;
import org.plenary.kernel.Installation;
import org.plenary.upkeep.Archive.Entry;
import org.plenary.upkeep.Archive.HeadOf;
import org.plenary.upkeep.Archive.Manifest;
import org.plenary.upkeep.Archive.TableOf;
import org.springframework.stereotype.Component;

/**
 * Writes everything into one file while people work: all tables as one moment saw them, and all
 * stored files, each with its hash. The file has its name only once it is whole, and is readable by
 * its owner alone, for it holds what nobody may read.
 */
@Component
class Backup {
  private final DataSource database;
  private final Flyway flyway;
  private final FileStore files;
  private final Installation installation;
  private final Clock clock;

  Backup(
      DataSource database, Flyway flyway, FileStore files, Installation installation, Clock clock) {
    this.database = database;
    this.flyway = flyway;
    this.files = files;
    this.installation = installation;
    this.clock = clock;
  }

  /**
   * Writes the backup.
   *
   * @throws UpkeepException if it cannot be written, or a stored file is not whole
   */
  void write(Path file, Consumer<String> progress) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    if (Files.exists(file)) {
      throw new UpkeepException(file + " is there already; choose another name");
    }
    try {
      OwnersOnly.create(part);
    } catch (FileAlreadyExistsException e) {
      throw new UpkeepException(
          part
              + " is there already: another backup is being written, or"
              + " broke off; remove it and try again");
    } catch (IOException e) {
      throw new UpkeepException(file + " cannot be written: " + e.getMessage());
    }
    try {
      try (Connection connection = database.getConnection();
          ZipOutputStream zip =
              new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(part), 1 << 16))) {
        write(connection, zip, progress);
      }
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | SQLException e) {
      throw new UpkeepException("the backup could not be written: " + e.getMessage());
    } finally {
      try {
        Files.deleteIfExists(part);
      } catch (IOException e) {
        progress.accept(part + " could not be removed");
      }
    }
  }

  private void write(Connection connection, ZipOutputStream zip, Consumer<String> progress)
      throws SQLException, IOException {
    int isolation = connection.getTransactionIsolation();
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try {
      Tables tables = new Tables(connection);
      List<String> names = tables.inOrder();
      List<Entry> entries = new ArrayList<>();
      List<TableOf> written = new ArrayList<>();
      List<String> wanted = tables.list("select sha256 from stored_file order by sha256");
      HeadOf head = head(connection);
      for (String table : names) {
        // One name wherever it goes: on one of the databases the framework's own are in capitals.
        String name = table.toLowerCase(Locale.ROOT);
        long[] rows = {0};
        entries.add(entry(zip, Archive.TABLES + name, out -> rows[0] = write(tables, table, out)));
        written.add(new TableOf(name, rows[0]));
      }
      progress.accept(names.size() + " tables written");
      int done = 0;
      for (String sha256 : wanted) {
        entries.add(file(zip, sha256));
        if (++done % 200 == 0) {
          progress.accept(done + " of " + wanted.size() + " files written");
        }
      }
      progress.accept(wanted.size() + " files written");
      MigrationInfo schema = flyway.info().current();
      Manifest manifest =
          new Manifest(
              Archive.FORMAT,
              clock.instant().toString(),
              schema == null ? "0" : schema.getVersion().getVersion(),
              installation.id().toString(),
              head,
              written,
              entries);
      entry(
          zip,
          Archive.MANIFEST,
          out ->
              out.write(Archive.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest)));
    } finally {
      connection.rollback();
      connection.setTransactionIsolation(isolation);
      connection.setAutoCommit(true);
    }
  }

  private static @Nullable HeadOf head(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rs = statement.executeQuery("select position, hash from audit_head where one = 1")) {
      return rs.next() ? new HeadOf(rs.getLong(1), rs.getString(2)) : null;
    }
  }

  /** A first line that says what the columns are, then a line a row. */
  private static long write(Tables tables, String table, OutputStream out) throws IOException {
    long[] rows = {0};
    try {
      tables.read(
          table,
          new Tables.Rows() {
            @Override
            public void columns(List<Tables.Column> columns) {
              line(out, columns.stream().map(c -> Map.of(c.name(), c.type())).toList());
            }

            @Override
            public void row(List<@Nullable Object> values) {
              line(out, values);
              rows[0]++;
            }
          });
    } catch (SQLException e) {
      throw new IOException("the table " + table + " cannot be read: " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return rows[0];
  }

  private static void line(OutputStream out, Object value) {
    try {
      out.write((Archive.JSON.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Entry file(ZipOutputStream zip, String sha256) throws IOException {
    StoredFile stored = files.find(sha256).orElseThrow();
    Entry entry =
        entry(
            zip,
            Archive.FILES + sha256,
            out -> {
              try (InputStream in = Files.newInputStream(files.path(stored))) {
                in.transferTo(out);
              } catch (IOException e) {
                throw new UpkeepException("the file " + sha256 + " cannot be read; ask the doctor");
              }
            });
    if (!entry.sha256().equals(sha256)) {
      throw new UpkeepException(
          "the file " + sha256 + " is damaged, so there is no backup; ask the doctor");
    }
    return entry;
  }

  private interface Content {
    void to(OutputStream out) throws IOException;
  }

  private static Entry entry(ZipOutputStream zip, String name, Content content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    MessageDigest digest = Archive.sha256();
    long[] size = {0};
    OutputStream counting =
        new FilterOutputStream(zip) {
          @Override
          public void write(int b) throws IOException {
            out.write(b);
            size[0]++;
          }

          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            size[0] += length;
          }
        };
    content.to(new DigestOutputStream(counting, digest));
    zip.closeEntry();
    return new Entry(name, size[0], HexFormat.of().formatHex(digest.digest()));
  }
}

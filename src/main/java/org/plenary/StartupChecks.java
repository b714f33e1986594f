package org.plenary;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What would stop Plenary while it starts, found before anything else does and said in one
 * sentence: an unusable data folder, a second Plenary on the same data, a taken port. Otherwise the
 * database, the index or the web server would say it, each with a page of its own internals.
 *
 * <p>The lock on the data folder lives as long as the process: the system gives it back however the
 * process ends, so a crash leaves nothing to clean up. Nothing else may open {@code <data>/lock},
 * for POSIX drops a process's lock on a file as soon as the process closes any handle of it.
 */
final class StartupChecks {
  /** Never closed; kept here because an unreachable channel is closed by the garbage collector. */
  private static @Nullable FileChannel locked;

  /** What the data folder holds. */
  private static final List<String> PARTS = List.of("db", "files", "index");

  private static final String IN_USE = " is in use by another Plenary";

  private StartupChecks() {}

  /** Whether this problem is that another Plenary has the folder. */
  static boolean isInUse(String problem) {
    return problem.endsWith(IN_USE);
  }

  /** Locks the data folder, or says what is wrong and ends the process with status 1. */
  static void run(String... args) {
    problem(args).ifPresent(StartupChecks::end);
  }

  /** Gives the data folder back before the process ends. */
  static void unlock() throws IOException {
    FileChannel channel = locked;
    locked = null;
    if (channel != null) {
      channel.close();
    }
  }

  static void end(String sentence) {
    System.err.println("plenary: " + sentence);
    System.exit(1);
  }

  /**
   * What is wrong, or nothing, in which case the data folder exists and is locked for this process.
   * Reads {@code --plenary.data} and {@code --server.port} as Spring will: arguments before system
   * properties before the environment before the defaults.
   */
  static Optional<String> problem(String... args) {
    return portProblem(setting("server.port", "8080", args))
        .or(() -> folderProblem(setting("plenary.data", "./data", args)));
  }

  /** The same for the data folder alone, for what serves no port. */
  static Optional<String> folderProblem(String name) {
    if (name.isBlank()) {
      return Optional.of("the data folder has no name; choose one with --data");
    }
    try {
      Path folder = Path.of(name).toAbsolutePath().normalize();
      if (folder.toString().contains(";")) {
        return Optional.of("the data folder's path has a semicolon; choose another with --data");
      }
      Files.createDirectories(folder);
      for (String part : PARTS) {
        Path below = folder.resolve(part);
        if (Files.exists(below) && !(Files.isDirectory(below) && Files.isWritable(below))) {
          return Optional.of(below + " is not a folder that can be written to");
        }
      }
      if (Files.isWritable(folder)) {
        return lock(folder) ? Optional.empty() : Optional.of("the data folder " + name + IN_USE);
      }
    } catch (IOException | InvalidPathException e) {
      // Said below: whatever the system calls it, nothing can be kept there.
    }
    return Optional.of(
        "the data folder " + name + " cannot be written to; choose another with --data");
  }

  private static boolean lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) {
        channel.close();
        return false;
      }
    } catch (OverlappingFileLockException e) {
      // Held by this very process, and left open: closing it would drop that lock.
      return false;
    }
    locked = channel;
    return true;
  }

  private static Optional<String> portProblem(String number) {
    if (!number.matches("-1|[0-9]{1,5}") || Integer.parseInt(number) > 65535) {
      return Optional.of("'" + number + "' is not a port; choose one with --port");
    }
    int port = Integer.parseInt(number);
    if (port <= 0) {
      return Optional.empty(); // 0 takes any free port, -1 serves none
    }
    try {
      new ServerSocket(port).close();
      return Optional.empty();
    } catch (IOException e) {
      // Below 1024 an ordinary account is refused, and Java does not say which of the two it was.
      String taken = port < 1024 ? " is taken or reserved" : " is taken";
      return Optional.of("port " + port + taken + "; choose another with --port");
    }
  }

  static String setting(String name, String otherwise, String... args) {
    String prefix = "--" + name + "=";
    for (String arg : args) {
      if (arg.startsWith(prefix)) {
        return arg.substring(prefix.length());
      }
    }
    String property = System.getProperty(name);
    if (property != null) {
      return property;
    }
    String variable = System.getenv(name.replace('.', '_').toUpperCase(Locale.ROOT));
    return variable != null ? variable : otherwise;
  }
}

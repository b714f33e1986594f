package org.plenary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plenary.upkeep.Restore;
import org.plenary.upkeep.RunningPlenary;
import org.plenary.upkeep.Upkeep;
import org.plenary.upkeep.UpkeepException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The operator's commands: {@code doctor}, {@code reindex}, {@code backup FILE}, {@code restore
 * FILE}. Where a Plenary runs on the data folder it is asked; else the folder is opened here,
 * without serving anyone. The status is 0 only if what was asked was done.
 */
final class Operator {
  private static final Set<String> COMMANDS = Set.of("doctor", "reindex", "backup", "restore");

  /** The program without door, sample and what happens by itself. */
  private static final List<String> CLOSED =
      List.of(
          "--server.port=-1",
          "--plenary.demo=false",
          "--plenary.serving=false",
          "--spring.modulith.events.republish-outstanding-events-on-restart=false");

  private Operator() {}

  static boolean knows(String... args) {
    return args.length > 0 && COMMANDS.contains(args[0]);
  }

  static int run(String... args) {
    // Until the program is put together nothing tells this library to be quiet.
    LoggingSystem.get(Operator.class.getClassLoader()).setLogLevel("org.flywaydb", LogLevel.ERROR);
    try {
      Path data = Path.of(StartupChecks.setting("plenary.data", "./data", args));
      List<String> command = new ArrayList<>(Arrays.asList(args));
      command.removeIf(Operator::isSetting);
      return command.getFirst().equals("restore")
          ? restore(Path.of(command.getLast()), data, args)
          : onExisting(command, data, args);
    } catch (UpkeepException e) {
      System.err.println("plenary: " + e.getMessage());
    } catch (IOException e) {
      System.err.println("plenary: " + args[0] + " was not done: " + e.getMessage());
    }
    return 1;
  }

  private static int onExisting(List<String> command, Path data, String... args)
      throws IOException {
    DatabaseCheck.Address address = DatabaseCheck.address(args);
    boolean there =
        Files.isDirectory(data)
            && (!address.url().startsWith("jdbc:h2:file:") || !isEmpty(data.resolve("db")));
    if (!there) {
      throw new UpkeepException("there is no Plenary in " + data + "; choose another with --data");
    }
    Optional<String> problem = StartupChecks.folderProblem(data.toString());
    if (problem.isPresent()) {
      if (StartupChecks.isInUse(problem.get())) {
        return RunningPlenary.ask(data, command, System.out::println);
      }
      throw new UpkeepException(problem.get());
    }
    DatabaseCheck.run(args);
    try (ConfigurableApplicationContext closed = open(args)) {
      return closed.getBean(Upkeep.class).run(command, System.out::println);
    } finally {
      StartupChecks.unlock();
    }
  }

  private static int restore(Path file, Path data, String... args) throws IOException {
    try (Restore restore = Restore.of(file)) {
      Optional<String> problem = StartupChecks.folderProblem(data.toString());
      if (problem.isPresent()) {
        throw new UpkeepException(problem.get());
      }
      try {
        DatabaseCheck.run(args);
        DatabaseCheck.Address address = DatabaseCheck.address(args);
        restore.into(data, address.url(), address.user(), address.password(), System.out::println);
        return lookedOver(file, args);
      } finally {
        StartupChecks.unlock();
      }
    }
  }

  /** The tables are brought up to this program, the indexes made, and all of it looked over. */
  private static int lookedOver(Path file, String... args) {
    try (ConfigurableApplicationContext closed = open(args)) {
      Upkeep upkeep = closed.getBean(Upkeep.class);
      upkeep.restored(file);
      return upkeep.run(List.of("doctor"), System.out::println);
    }
  }

  private static boolean isSetting(String word) {
    return word.startsWith("--") && word.contains("=");
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return true;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    }
  }

  private static ConfigurableApplicationContext open(String... args) {
    List<String> closed = new ArrayList<>(CLOSED);
    Stream.of(args).filter(Operator::isSetting).forEach(closed::add);
    return SpringApplication.run(Plenary.class, closed.toArray(String[]::new));
  }
}

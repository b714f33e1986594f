package org.plenary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./plenary} as far as it goes without building: on a machine that has the few tools it
 * needs, and no JDK unless the test makes one.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final Path LAUNCHER = Path.of("plenary").toAbsolutePath();
  private static final List<String> TOOLS =
      List.of("cat", "dirname", "find", "head", "readlink", "rm", "sed");

  @TempDir Path machine;
  private Path bin;
  private Path jdks;

  private record Outcome(int status, List<String> out, List<String> err) {}

  @BeforeEach
  void aMachineWithoutJdk() throws IOException {
    bin = Files.createDirectory(machine.resolve("bin"));
    jdks = Files.createDirectory(machine.resolve("jdks"));
    for (String tool : TOOLS) {
      program(bin.resolve(tool), "exec '" + installed(tool) + "' \"$@\"");
    }
  }

  @Test
  void helpNamesTheCommands() throws Exception {
    Outcome help = plenary("help");
    assertThat(help.status()).isZero();
    assertThat(String.join("\n", help.out()))
        .contains(
            "run [--port N] [--data DIR] [--host ADDRESS] [--empty]",
            "\n  test ",
            "\n  bench [--briefs=N] [--json=FILE] [--data=DIR]",
            "\n  doctor [--data DIR] [--head] [--kept FILE]",
            "\n  reindex [--data DIR]",
            "\n  backup FILE [--data DIR]",
            "\n  restore FILE [--data DIR]",
            "\n  help ",
            "PLENARY_DB_URL");
    assertThat(plenary()).isEqualTo(help);
    assertThat(plenary("run", "--help")).isEqualTo(help);
  }

  @Test
  void anUnknownCommandOrOptionIsOneSentence() throws Exception {
    assertRefused(plenary("fly"), "there is no command 'fly'; see ./plenary help");
    assertRefused(plenary("run", "--fast"), "run does not know '--fast'; see ./plenary help");
  }

  @Test
  void aPortMustBeOne() throws Exception {
    for (String port : List.of("", "http", "-1", "0", "65536", "99999999999999999999")) {
      assertRefused(plenary("run", "--port", port), "--port needs a number from 1 to 65535");
    }
    assertRefused(plenary("run", "--port=http"), "--port needs a number from 1 to 65535");
    assertRefused(plenary("run", "--host="), "--host needs an address");
    assertRefused(plenary("run", "--port"), "--port needs a number from 1 to 65535");
    assertRefused(plenary("run", "--data"), "--data needs a folder");
  }

  @Test
  void theBenchmarkSaysWhatItDoesNotTake() throws Exception {
    assertRefused(plenary("bench", "--fast"), "bench does not know '--fast'; see ./plenary help");
    for (String briefs : List.of("", "0", "many", "99999999")) {
      assertRefused(plenary("bench", "--briefs=" + briefs), "--briefs needs a number");
    }
  }

  @Test
  void theOperatorsCommandsSayWhatTheyLack() throws Exception {
    for (String command : List.of("doctor", "reindex", "backup", "restore")) {
      assertRefused(
          plenary(command, "--fast"), command + " does not know '--fast'; see ./plenary help");
      assertRefused(plenary(command, "--data="), "--data needs a folder");
      assertRefused(plenary(command, "--data"), "--data needs a folder");
      assertThat(plenary(command, "--help")).isEqualTo(plenary("help"));
    }
    for (String command : List.of("doctor", "reindex")) {
      assertRefused(
          plenary(command, "a file"), command + " does not know 'a file'; see ./plenary help");
    }
    for (String command : List.of("backup", "restore")) {
      assertRefused(plenary(command), command + " needs a file; see ./plenary help");
      assertRefused(
          plenary(command, "one", "two"), command + " does not know 'two'; see ./plenary help");
      assertRefused(
          plenary(command, "--head"), command + " does not know '--head'; see ./plenary help");
    }
    assertRefused(plenary("restore", "not there"), "there is no file not there");
    assertRefused(plenary("doctor", "--kept", "not there"), "--kept needs a file");
    assertRefused(plenary("doctor", "--kept"), "--kept needs a file");
  }

  @Test
  void noJdkIsOneSentence() throws Exception {
    String sentence =
        "Plenary needs a JDK 25 or later and found none;"
            + " install one (for example Temurin 25) and try again";
    assertRefused(plenary("run"), sentence);
    assertRefused(plenary("test"), sentence);
    assertRefused(plenary("doctor", "--head"), sentence);
    assertRefused(plenary("backup", "all.zip"), sentence);
  }

  @Test
  void anOldJdkIsOneSentence() throws Exception {
    jdk(jdks.resolve("old"), "17.0.9");
    jdk(jdks.resolve("older"), "1.8.0_392");
    assertRefused(
        plenary("run"),
        "Plenary needs a JDK 25 or later and found only 17.0.9;"
            + " install one (for example Temurin 25) and try again");
    program(bin.resolve("javac"), "echo javac 21.0.1");
    assertRefused(
        plenary("run"),
        "Plenary needs a JDK 25 or later and found only 21.0.1;"
            + " install one (for example Temurin 25) and try again");
  }

  @Test
  void emptyBeginsWithoutTheSample() throws Exception {
    Path copy = Files.createDirectory(machine.resolve("copy"));
    Path launcher = Files.copy(LAUNCHER, copy.resolve("plenary"));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    Files.createDirectory(copy.resolve("target"));
    Files.createFile(copy.resolve("target/plenary.jar"));
    Path home = jdks.resolve("new");
    jdk(home, "25.0.1");
    program(
        home.resolve("bin/java"),
        "[ \"$1\" = -version ] && echo 'openjdk version \"25.0.1\"' >&2 || echo \"$@\"");
    Outcome with = call(launcher, "run", "--empty", "--port", "9000");
    assertThat(with.status()).as(String.join("\n", with.err())).isZero();
    assertThat(with.out().getLast()).contains("--server.port=9000", "--plenary.demo=false");
    assertThat(call(launcher, "run").out().getLast()).doesNotContain("plenary.demo");
    assertRefused(
        plenary("run", "--empty=yes"), "run does not know '--empty=yes'; see ./plenary help");
  }

  @Test
  void worksThroughALinkFromAnotherFolder() throws Exception {
    Path link = Files.createSymbolicLink(machine.resolve("a link"), LAUNCHER);
    assertThat(call(link, "help").status()).isZero();
    assertRefused(
        call(link, "run"),
        "Plenary needs a JDK 25 or later and found none;"
            + " install one (for example Temurin 25) and try again");
    Files.delete(link);
  }

  private static void assertRefused(Outcome outcome, String sentence) {
    assertThat(outcome).isEqualTo(new Outcome(1, List.of(), List.of("plenary: " + sentence)));
  }

  private Outcome plenary(String... args) throws Exception {
    return call(LAUNCHER, args);
  }

  private Outcome call(Path launcher, String... args) throws Exception {
    var command = new ArrayList<String>(List.of(launcher.toString()));
    command.addAll(List.of(args));
    Path out = machine.resolve("out");
    Path err = machine.resolve("err");
    var builder =
        new ProcessBuilder(command)
            .directory(machine.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", bin.toString());
    builder.environment().put("PLENARY_JVM_ROOTS", jdks.toString());
    int status = builder.start().waitFor();
    return new Outcome(status, Files.readAllLines(out), Files.readAllLines(err));
  }

  private static void jdk(Path home, String version) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    program(home.resolve("bin/javac"), "echo javac " + version);
    program(home.resolve("bin/java"), "echo 'openjdk version \"" + version + "\" 2023-10-17' >&2");
  }

  private static void program(Path file, String line) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static Path installed(String tool) {
    for (String folder : System.getenv("PATH").split(":")) {
      Path file = Path.of(folder, tool);
      if (Files.isExecutable(file)) {
        return file.toAbsolutePath();
      }
    }
    throw new IllegalStateException("no " + tool + " on this machine");
  }
}

package org.plenary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupChecksTest {
  @TempDir Path folder;

  /** A second Plenary, as far as the checks see: they pass or end it; then it waits for a line. */
  static class Second {
    public static void main(String[] args) throws IOException {
      StartupChecks.run(args);
      System.out.println("started");
      System.in.read();
    }
  }

  @Test
  void aFreshFolderAndAnyFreePortAreFine() {
    Path fresh = folder.resolve("not yet").resolve("there");
    assertThat(StartupChecks.problem(data(fresh), "--server.port=0")).isEmpty();
    assertThat(fresh.resolve("lock")).exists();
  }

  @Test
  void aTakenPortIsNamed() throws IOException {
    try (var taken = new ServerSocket(0)) {
      int port = taken.getLocalPort();
      assertThat(StartupChecks.problem(data(folder), "--server.port=" + port))
          .contains("port " + port + " is taken; choose another with --port");
    }
  }

  @Test
  void whatIsNoPortIsNamed() {
    assertThat(StartupChecks.problem(data(folder), "--server.port=http"))
        .contains("'http' is not a port; choose one with --port");
    assertThat(StartupChecks.problem(data(folder.resolve("other")), "--server.port=65536"))
        .contains("'65536' is not a port; choose one with --port");
  }

  // A folder without permission would do for people, but root writes there too.
  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Path below = Files.createFile(folder.resolve("file")).resolve("data");
    assertThat(StartupChecks.problem(data(below), "--server.port=0"))
        .contains("the data folder " + below + " cannot be written to; choose another with --data");
  }

  @Test
  void aFolderInUseIsNamed() throws IOException {
    try (var channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThat(StartupChecks.problem(data(folder), "--server.port=0"))
          .contains("the data folder " + folder + " is in use by another Plenary");
    }
  }

  @Test
  void aFolderIsFreeAgainOnceTheOtherProcessHasEnded() throws Exception {
    Process second = second(data(folder), "--server.port=0");
    try (var said = second.inputReader()) {
      assertThat(said.readLine()).isEqualTo("started");
      assertThat(StartupChecks.problem(data(folder), "--server.port=0"))
          .contains("the data folder " + folder + " is in use by another Plenary");
    } finally {
      second.destroyForcibly().waitFor();
    }
    assertThat(StartupChecks.problem(data(folder), "--server.port=0")).isEmpty();
  }

  @Test
  void aProblemIsOneLineAndStatus1() throws Exception {
    assertThat(StartupChecks.problem(data(folder), "--server.port=0")).isEmpty();
    Process second = second(data(folder), "--server.port=0");
    try (var said = second.errorReader()) {
      assertThat(said.readAllLines())
          .containsExactly("plenary: the data folder " + folder + " is in use by another Plenary");
    }
    assertThat(second.waitFor()).isEqualTo(1);
  }

  private static String data(Path folder) {
    return "--plenary.data=" + folder;
  }

  private static Process second(String... args) throws IOException, URISyntaxException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(home(StartupChecks.class) + File.pathSeparator + home(Second.class));
    command.add(Second.class.getName());
    command.addAll(List.of(args));
    return new ProcessBuilder(command).start();
  }

  private static Path home(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}

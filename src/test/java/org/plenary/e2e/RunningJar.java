package org.plenary.e2e;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The packaged jar as a process of its own, on the embedded database in a folder of its own. */
final class RunningJar implements AutoCloseable {
  /** The option that begins without the sample. */
  static final String EMPTY = "--plenary.demo=false";

  /** The option that loads the whole sample; without one of these it is the small one. */
  static final String WHOLE = "--plenary.demo.sample=whole";

  private final Path data;
  private final int port;
  private final Process process;
  private final Path log;
  private final boolean filled;
  private final HttpClient http = HttpClient.newHttpClient();

  private RunningJar(Path data, int port, Process process, Path log, boolean filled) {
    this.data = data;
    this.port = port;
    this.process = process;
    this.log = log;
    this.filled = filled;
  }

  /** Starts and waits until it answers. */
  static RunningJar start(Path data, String... options) throws Exception {
    return start(data, Map.of(), options);
  }

  /** The same with environment variables of its own. */
  static RunningJar start(Path data, Map<String, String> environment, String... options)
      throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx900m", "-jar"));
    command.add(System.getProperty("plenary.jar", "target/plenary.jar"));
    command.add("--server.port=" + port);
    command.add("--plenary.data=" + data);
    if (Stream.of(options).noneMatch(option -> option.startsWith("--plenary.demo"))) {
      command.add("--plenary.demo.sample=small");
    }
    command.addAll(List.of(options));
    Path log = Files.createDirectories(Path.of("target", "e2e")).resolve("server-" + port + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    Process process = builder.start();
    RunningJar jar = new RunningJar(data, port, process, log, !List.of(options).contains(EMPTY));
    // The whole sample takes most of a minute, and several where other things run beside it.
    Instant until = Instant.now().plus(Duration.ofMinutes(6));
    while (!jar.isUp()) {
      if (!process.isAlive() || Instant.now().isAfter(until)) {
        process.destroyForcibly();
        throw new IllegalStateException("the jar did not start; see " + log);
      }
      Thread.sleep(300);
    }
    return jar;
  }

  String url(String path) {
    return "http://localhost:" + port + path;
  }

  /** What it printed. */
  String log() throws IOException {
    return Files.readString(log);
  }

  Path data() {
    return data;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(url(path))).timeout(Duration.ofSeconds(20)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Ends it as a power cut would. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() throws Exception {
    process.destroy();
    if (!process.waitFor(20, java.util.concurrent.TimeUnit.SECONDS)) {
      kill();
    }
  }

  private boolean isUp() {
    try {
      // The sample partnership is loaded when the newest briefs are there.
      return get("/actuator/health").statusCode() == 200
          && (!filled || !get("/briefs").body().contains("No brief is published yet"));
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

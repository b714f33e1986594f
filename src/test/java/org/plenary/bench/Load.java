package org.plenary.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Requests over a number of connections, and what they cost the server. Thread-safe. */
final class Load {
  /** Connections at once. */
  static final int CONNECTIONS = 16;

  /**
   * What so many requests took.
   *
   * @param cpuMillis of the server for one request
   * @param perSecond answered in a second
   * @param p95Millis 95 of 100 were answered within this
   */
  record Taken(double cpuMillis, double perSecond, double p95Millis) {}

  private final ProcessHandle server;
  private final String base;

  Load(ProcessHandle server, String base) {
    this.server = server;
    this.base = base;
  }

  private Duration cpu() {
    return server.info().totalCpuDuration().orElseThrow();
  }

  /** Asks for {@code path} of each number up to {@code count}; every answer must be a 200. */
  Taken of(int count, IntFunction<String> path) throws Exception {
    double[] millis = new double[count];
    AtomicInteger next = new AtomicInteger();
    Duration cpu = cpu();
    long begin = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      List<Callable<Void>> clients = new ArrayList<>();
      for (int c = 0; c < CONNECTIONS; c++) {
        clients.add(
            () -> {
              try (HttpClient http =
                  HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                  long from = System.nanoTime();
                  HttpResponse<byte[]> answer =
                      http.send(
                          HttpRequest.newBuilder(URI.create(base + path.apply(i))).build(),
                          HttpResponse.BodyHandlers.ofByteArray());
                  if (answer.statusCode() != 200) {
                    throw new IllegalStateException(path.apply(i) + " " + answer.statusCode());
                  }
                  millis[i] = (System.nanoTime() - from) / 1e6;
                }
              }
              return null;
            });
      }
      for (Future<Void> client : threads.invokeAll(clients)) {
        client.get();
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new Taken(
        cpu().minus(cpu).toNanos() / 1e6 / count,
        count / seconds,
        Figures.percentile(millis, 0.95));
  }
}

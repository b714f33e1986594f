package org.plenary.files;

import jakarta.annotation.PreDestroy;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.DomainException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The one reusable worker process that parses uploads, with its own small heap and a time limit a
 * file: a hostile file can at worst end the worker, which the next file starts anew. One file at a
 * time; callers wait their turn.
 */
@Component
class ExtractionProcess {
  private static final Logger LOG = LoggerFactory.getLogger(ExtractionProcess.class);
  private final Duration limit;
  private @Nullable Process process;

  ExtractionProcess(@Value("${plenary.files.extraction-limit}") Duration limit) {
    this.limit = limit;
  }

  /** The file's text by page or paragraph. */
  List<TextUnit> extract(Path file, String mediaType) {
    return ask(
        mediaType,
        file,
        (kind, number, text) -> new TextUnit(TextUnit.Kind.values()[kind], number, text));
  }

  /** How the file begins. */
  List<OpeningBlock> opening(Path file, String mediaType) {
    return ask(
        ExtractionWorker.OPENING + mediaType,
        file,
        (kind, tenths, text) ->
            new OpeningBlock(OpeningBlock.Kind.values()[kind], tenths / 10.0, text));
  }

  /** Writes the file's clean rendition to the target. */
  void clean(Path file, String mediaType, Path target) {
    within(
        file,
        worker -> {
          DataOutputStream out = new DataOutputStream(worker.getOutputStream());
          out.writeUTF(ExtractionWorker.CLEAN + mediaType);
          out.writeUTF(file.toAbsolutePath().toString());
          out.writeUTF(target.toAbsolutePath().toString());
          out.flush();
          DataInputStream in = new DataInputStream(worker.getInputStream());
          if (in.readInt() < 0) {
            throw new DomainException(in.readUTF());
          }
          return target;
        });
  }

  /** Makes one piece of an answer. */
  private interface Piece<T> {
    T of(int kind, int number, String text);
  }

  private <T> List<T> ask(String request, Path file, Piece<T> piece) {
    return within(file, worker -> ask(worker, request, file, piece));
  }

  /** One request to the worker and its answer. */
  private interface Request<T> {
    T of(Process worker) throws IOException;
  }

  private synchronized <T> T within(Path file, Request<T> request) {
    Process worker = running();
    CompletableFuture<T> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                answer.complete(request.of(worker));
              } catch (IOException | RuntimeException e) {
                answer.completeExceptionally(e);
              }
            });
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof DomainException refused) {
        throw refused;
      }
      LOG.warn("The extraction worker failed on {}", file.getFileName(), e.getCause());
      stop();
      throw new DomainException("file.unreadable");
    } catch (TimeoutException e) {
      LOG.warn("The extraction worker took over {} on {}", limit, file.getFileName());
      stop();
      throw new DomainException("file.slow");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
      throw new IllegalStateException(e);
    }
  }

  private static <T> List<T> ask(Process worker, String request, Path file, Piece<T> piece)
      throws IOException {
    DataOutputStream out = new DataOutputStream(worker.getOutputStream());
    out.writeUTF(request);
    out.writeUTF(file.toAbsolutePath().toString());
    out.flush();
    DataInputStream in = new DataInputStream(new BufferedInputStream(worker.getInputStream()));
    int count = in.readInt();
    if (count < 0) {
      throw new DomainException(in.readUTF());
    }
    List<T> units = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int kind = in.readByte();
      int number = in.readInt();
      byte[] text = in.readNBytes(in.readInt());
      units.add(piece.of(kind, number, new String(text, StandardCharsets.UTF_8)));
    }
    return units;
  }

  private Process running() {
    Process current = process;
    if (current != null && current.isAlive()) {
      return current;
    }
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.DISCARD);
      // Where it is set, Java says so in front of the worker's answers.
      builder.environment().remove("JDK_JAVA_OPTIONS");
      Process started = builder.start();
      process = started;
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError", "-Djava.awt.headless=true"));
    String path = System.getProperty("java.class.path");
    if (path.endsWith(".jar") && !path.contains(File.pathSeparator)) {
      command.addAll(List.of("-jar", path));
    } else {
      command.addAll(List.of("-cp", path, "org.plenary.Plenary"));
    }
    command.add("extract");
    return command;
  }

  @PreDestroy
  synchronized void stop() {
    Process current = process;
    process = null;
    if (current != null) {
      current.destroyForcibly();
    }
  }
}

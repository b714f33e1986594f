package org.plenary.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.plenary.Plenary;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The product with one more address: {@code /bench/NAME} answers with the bytes of a page that was
 * written once, through the same filters. What a page costs beside it is what making it costs.
 */
public final class BenchServer {
  private BenchServer() {}

  /** Takes the options of the product, and {@code plenary.bench} for the folder of the bytes. */
  public static void main(String[] options) {
    new SpringApplication(Plenary.class, SameBytes.class).run(options);
  }

  static class SameBytes {
    @Bean
    RouterFunction<ServerResponse> sameBytes(@Value("${plenary.bench}") Path folder) {
      java.util.Map<String, byte[]> known = new java.util.concurrent.ConcurrentHashMap<>();
      return RouterFunctions.route()
          .GET(
              "/bench/{name}",
              request ->
                  ServerResponse.ok()
                      .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                      .body(
                          known.computeIfAbsent(
                              request.pathVariable("name"), name -> read(folder.resolve(name)))))
          .build();
    }

    private static byte[] read(Path file) {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}

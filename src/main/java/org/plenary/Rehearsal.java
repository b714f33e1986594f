package org.plenary;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks for the first pages once and ends the program: a start whose only purpose is that the
 * virtual machine notes what it loaded (JEP 514), so that real starts are quick. The launcher does
 * it once after building.
 */
@Component
@ConditionalOnBooleanProperty({"plenary.rehearsal", "plenary.serving"})
class Rehearsal {
  private static final List<String> PAGES =
      List.of("/", "/search?q=costs", "/briefs", "/groups", "/workspace/sign-in");
  private final ApplicationContext context;

  Rehearsal(ApplicationContext context) {
    this.context = context;
  }

  @EventListener(ApplicationReadyEvent.class)
  void rehearse() throws IOException, InterruptedException {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    try (HttpClient http =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
      for (String page : PAGES) {
        http.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page))
                .timeout(Duration.ofSeconds(30))
                .build(),
            HttpResponse.BodyHandlers.discarding());
      }
    }
    // Not from this thread: ending waits for it.
    Thread.ofPlatform().start(() -> System.exit(SpringApplication.exit(context, () -> 0)));
  }
}

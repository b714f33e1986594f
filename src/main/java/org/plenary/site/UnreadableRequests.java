package org.plenary.site;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the server refuses before any page of ours is asked (an address that is no address, one that
 * is longer than it takes): a few plain words in place of the server's own page.
 */
@Configuration
class UnreadableRequests {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainWords(MessageSource texts) {
    String title = texts.getMessage("error.400.title", null, Locale.ENGLISH);
    String line = texts.getMessage("error.400.line", null, Locale.ENGLISH);
    String home = texts.getMessage("error.home", null, Locale.ENGLISH);
    String page =
        """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s</title></head>
        <body><main><h1>%1$s</h1><p>%2$s</p><p><a href="/">%3$s</a></p></main></body></html>
        """
            .formatted(title, line, home);
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass("");
                host.getPipeline().addValve(new PlainWords(page));
              }
            });
  }

  /** Writes the page wherever the server would write its own. */
  private static final class PlainWords extends ErrorReportValve {
    private final String page;

    PlainWords(String page) {
      this.page = page;
    }

    @Override
    protected void report(Request request, Response response, Throwable cause) {
      // Nothing to say for an answer that is no error, or was given already.
      if (response.getStatus() < 400
          || response.getContentWritten() > 0
          || !response.setErrorReported()) {
        return;
      }
      SecurityHeaders.write(response.getResponse());
      response.setContentType("text/html");
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      try {
        Writer writer = response.getReporter();
        if (writer != null) {
          writer.write(page);
          response.finishResponse();
        }
      } catch (IOException | IllegalStateException e) {
        // Whoever asked is gone; there is nobody left to tell.
        container.getLogger().debug("error page not sent", e);
      }
    }
  }
}

package org.plenary;

import java.time.Clock;
import java.util.TimeZone;
import org.plenary.files.worker.ExtractionWorker;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the server, or, with the argument {@code extract}, the text extraction worker. */
@SpringBootApplication
@EnableScheduling
public class Plenary {

  public static void main(String[] args) throws Exception {
    // Stored times are UTC wherever the server stands; people's zones are applied when shown.
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    if (args.length == 1 && args[0].equals("extract")) {
      ExtractionWorker.main(args);
      return;
    }
    SpringApplication.run(Plenary.class, args);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}

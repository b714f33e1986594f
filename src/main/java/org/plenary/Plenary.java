package org.plenary;

import java.time.Clock;
import java.util.TimeZone;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.MySQLDialect;
import org.plenary.files.ExtractionWorker;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Starts the server; with the argument {@code extract}, the text extraction worker; with one of the
 * {@linkplain Operator operator's commands}, that.
 */
@SpringBootApplication
@EnableResilientMethods
public class Plenary {

  public static void main(String[] args) throws Exception {
    // Stored times are UTC wherever the server stands; people's zones are applied when shown.
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    if (args.length == 1 && args[0].equals("extract")) {
      ExtractionWorker.main(args);
      return;
    }
    if (Operator.knows(args)) {
      System.exit(Operator.run(args));
    }
    StartupChecks.run(args);
    DatabaseCheck.run(args);
    SpringApplication.run(Plenary.class, args);
  }

  /** What happens by itself happens where people are served, not while a command looks at it. */
  @Configuration
  @EnableScheduling
  @ConditionalOnBooleanProperty("plenary.serving")
  static class ByItself {}

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /**
   * The dialect follows the address: asking a MariaDB server for it through MySQL's driver fails,
   * for the driver's metadata query names a column that only MySQL has.
   */
  @Bean
  HibernatePropertiesCustomizer dialect(@Value("${spring.datasource.url}") String url) {
    return properties -> {
      properties.put(
          "hibernate.dialect",
          url.startsWith("jdbc:h2:") ? H2Dialect.class.getName() : MySQLDialect.class.getName());
      properties.put("hibernate.boot.allow_jdbc_metadata_access", "false");
    };
  }
}

package org.plenary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole program with the sample partnership on a schema of the MariaDB server that the test run
 * starts; the small one, so that it starts quickly and its lists stay short. Tests that carry it
 * share one program, so each makes its own records.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@AutoConfigureMockMvc
@Import({Cast.class, Statements.class, MovedClock.class})
@ContextConfiguration(initializers = OnMariaDb.Storage.class)
public @interface OnMariaDb {

  /** Gives the program its schema and its data folder. */
  class Storage implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      try {
        context
            .getEnvironment()
            .getPropertySources()
            .addFirst(
                new MapPropertySource(
                    "test storage",
                    Map.<String, Object>of(
                        "plenary.demo.sample",
                        "small",
                        "plenary.data",
                        Files.createTempDirectory("plenary-test").toString(),
                        "spring.datasource.url",
                        MariaDb.schema(),
                        "spring.datasource.username",
                        "root",
                        // At the end the server stops beside the programs that use it: no long
                        // wait.
                        "spring.datasource.hikari.connection-timeout",
                        "3000")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

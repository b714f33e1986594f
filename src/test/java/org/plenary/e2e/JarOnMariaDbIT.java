package org.plenary.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.MariaDb;

/** The same jar on MariaDB, told by three environment variables and nothing else. */
class JarOnMariaDbIT {
  @Test
  void threeVariablesPutItOnMariaDb() throws Exception {
    String url = MariaDb.schema();
    Map<String, String> environment =
        Map.of("PLENARY_DB_URL", url, "PLENARY_DB_USER", "root", "PLENARY_DB_PASSWORD", "");
    var data = Files.createTempDirectory("plenary-mariadb");
    try (RunningJar jar = RunningJar.start(data, environment)) {
      assertThat(jar.get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
      for (int i = 0; i < 60 && jar.get("/api/v1/search?q=").body().contains("\"total\":0"); i++) {
        Thread.sleep(250);
      }
      assertThat(jar.get("/api/v1/search?q=").body()).doesNotContain("\"total\":0");
      assertThat(jar.get("/briefs").statusCode()).isEqualTo(200);
    }
    assertThat(data.resolve("db")).doesNotExist();
  }
}

package org.plenary.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole sample, loaded once into the embedded database, and how far everything in it came. */
@SpringBootTest(
    properties = {
      "plenary.demo=true",
      "plenary.demo.sample=whole",
      "spring.datasource.url=jdbc:h2:mem:sample;MODE=MySQL;DATABASE_TO_LOWER=TRUE;"
          + "CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1"
    })
@DirtiesContext
class SampleLoadTest {
  @TempDir static Path data;

  @Autowired JdbcClient jdbc;

  @DynamicPropertySource
  static void storage(DynamicPropertyRegistry registry) {
    registry.add("plenary.data", data::toString);
  }

  @Test
  void everythingCameAsFarAsItsFileSays() {
    assertThat(count("select state, count(*) from paper group by state"))
        .isEqualTo(
            Map.of(
                "DRAFT", 2,
                "SUBMITTED", 3,
                "IN_REVIEW", 4,
                "REVISION", 3,
                "ACCEPTED", 4,
                "PUBLISHED", 41,
                "REJECTED", 2,
                "WITHDRAWN", 1));
    assertThat(count("select state, count(*) from brief group by state"))
        .isEqualTo(
            Map.of(
                "DRAFT", 1,
                "GROUP_REVIEW", 1,
                "CLEARED", 3,
                "PUBLISHED", 113,
                "SUPERSEDED", 1,
                "WITHDRAWN", 1));
    assertThat(count("select state, count(*) from review_case group by state"))
        .isEqualTo(
            Map.of(
                "DESK", 3,
                "IN_REVIEW", 4,
                "REVISION", 3,
                "REJECTED", 1,
                "DESK_REJECTED", 1,
                "WITHDRAWN", 1));
  }

  @Test
  void reviewersAreOfTheGroupAndNeitherAuthorsNorLate() {
    assertThat(count("select state, count(*) from review_assignment group by state"))
        .isEqualTo(Map.of("SUBMITTED", 13, "ACCEPTED", 5));
    assertThat(
            number(
                "select count(*) from review_assignment a join review_case c on c.id = a.case_id"
                    + " where not exists (select 1 from seat s where s.body_id = c.body_id"
                    + " and s.person_id = a.person_id)"))
        .isZero();
    assertThat(number("select count(*) from review_assignment where due_on <= current_date"))
        .isZero();
  }

  @Test
  void nobodyFindsAHundredOldMails() {
    assertThat(
            number(
                "select max(n) from (select count(*) n from mail group by recipient_id) counted"))
        .isBetween(1, 40);
  }

  private Map<String, Integer> count(String sql) {
    Map<String, Integer> counts = new HashMap<>();
    jdbc.sql(sql)
        .query(
            rs -> {
              counts.put(rs.getString(1), rs.getInt(2));
            });
    return counts;
  }

  private int number(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }
}

package org.plenary.bodies;

import java.util.List;
import org.plenary.audit.SubjectAccess;
import org.plenary.jobs.InvariantCheck;
import org.plenary.jobs.SqlCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must always be true of bodies and seats, and who may read their trace. */
@Configuration
class BodyInvariants {
  @Bean
  InvariantCheck seatTerms(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "bodies.terms",
        "a term in %s begins after it ends, or overlaps another of the same seat: person %s, %s",
        "select b.name, s.person_id, s.role from seat s join body b on b.id = s.body_id"
            + " where s.held_to < s.held_from or exists (select 1 from seat o"
            + " where o.body_id = s.body_id and o.person_id = s.person_id and o.role = s.role"
            + " and o.held_from > s.held_from"
            + " and (s.held_to is null or o.held_from <= s.held_to))");
  }

  @Bean
  InvariantCheck bodyThemes(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "bodies.themes",
        "%s works on the theme %s, which there is not",
        "select b.name, b.theme from body b left join theme t on t.code = b.theme"
            + " where b.theme is not null and t.code is null");
  }

  @Bean
  SubjectAccess bodyTrail() {
    return () ->
        List.of(
            new SubjectAccess.Subject(
                "body",
                "1 = 1",
                "1 = 1",
                "(select b.name from body b where b.id = l.subject_id)",
                null),
            new SubjectAccess.Subject("theme", "1 = 1", "1 = 1", "l.detail", null));
  }
}

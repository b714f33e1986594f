package org.plenary.people;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.plenary.audit.SubjectAccess;
import org.plenary.jobs.Findings;
import org.plenary.jobs.InvariantCheck;
import org.plenary.kernel.Uuids;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must always be true of persons, and who may read their trace. */
@Configuration
class PeopleInvariants {
  /** Signing in looks for the address in small letters; two that differ in size are one. */
  @Bean
  InvariantCheck personAccounts(JdbcClient jdbc) {
    return new InvariantCheck() {
      @Override
      public String name() {
        return "people.accounts";
      }

      @Override
      public void check(Findings findings) {
        // In Java, for whether letters differ in size is the database's own opinion.
        Set<String> seen = new HashSet<>();
        jdbc.sql("select p.email, a.person_id from person p join account a on a.person_id = p.id")
            .query(
                rs -> {
                  String email = rs.getString(1);
                  String small = email.toLowerCase(Locale.ROOT);
                  if (!small.equals(email) || !email.contains("@") || !seen.add(small)) {
                    findings.fault(
                        "the person %s cannot sign in, or not alone: the address is %s"
                            .formatted(Uuids.of(rs.getBytes(2)), email));
                  }
                });
      }
    };
  }

  /** Without a zone no page that shows a moment can be shown. */
  @Bean
  InvariantCheck personZones(JdbcClient jdbc) {
    return new InvariantCheck() {
      @Override
      public String name() {
        return "people.zones";
      }

      @Override
      public void check(Findings findings) {
        jdbc.sql("select id, zone from person")
            .query(
                rs -> {
                  try {
                    ZoneId.of(rs.getString(2));
                  } catch (DateTimeException e) {
                    findings.fault(
                        "the person %s has no time zone: %s"
                            .formatted(Uuids.of(rs.getBytes(1)), rs.getString(2)));
                  }
                });
      }
    };
  }

  @Bean
  SubjectAccess peopleTrail() {
    return () ->
        List.of(
            new SubjectAccess.Subject(
                "person",
                // What someone puts off, reads and wants to be told of says what they work on.
                "(l.subject_id = :me or (l.action not like 'task.%' and l.action not like 'mail.%'))",
                "1 = 1",
                "(select p.name from person p where p.id = l.subject_id)",
                null),
            new SubjectAccess.Subject(
                "organisation",
                "1 = 1",
                "1 = 1",
                "(select o.name from organisation o where o.id = l.subject_id)",
                null));
  }
}

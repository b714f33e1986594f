package org.plenary.briefs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.audit.SubjectAccess;
import org.plenary.jobs.Findings;
import org.plenary.jobs.InvariantCheck;
import org.plenary.jobs.SqlCheck;
import org.plenary.kernel.ReaderTable;
import org.plenary.kernel.Readers;
import org.plenary.kernel.Uuids;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must always be true of briefs, and who may read their trace. */
@Configuration
class BriefInvariants {
  private static final int BATCH = 500;

  @Bean
  InvariantCheck briefPublication(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "briefs.publication",
        "the brief %s is %s, and its number, day, key messages or sources say otherwise",
        "select b.slug, b.state from brief b where"
            + " (b.state = 'PUBLISHED' and (b.number is null or b.published_on is null))"
            + " or (b.state in ('DRAFT', 'GROUP_REVIEW', 'CLEARED')"
            + " and (b.number is not null or b.published_on is not null))"
            + " or (b.state <> 'DRAFT' and ((select count(*) from brief_key_message m"
            + " where m.brief_id = b.id) not between 3 and 5 or not exists (select 1"
            + " from brief_source s where s.brief_id = b.id)))");
  }

  /** Numbers of a year are given out one after the other; a gap would be a brief that is gone. */
  @Bean
  InvariantCheck briefNumbers(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "briefs.numbers",
        "of the %2$s numbers of %1$s that were given out, %3$s are on briefs, up to %4$s",
        "select c.prefix, c.last_number, count(b.id),"
            + " coalesce(max(cast(substring(b.number, 6) as signed)), 0) from reference_counter c"
            + " left join brief b on b.number like concat(substring(c.prefix, 7), '/%')"
            + " where c.prefix like 'brief-%' group by c.prefix, c.last_number"
            + " having count(b.id) <> c.last_number"
            + " or coalesce(max(cast(substring(b.number, 6) as signed)), 0) <> c.last_number");
  }

  @Bean
  InvariantCheck briefSources(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "briefs.sources",
        "the brief %s draws on version %s of a paper, which there is not",
        "select b.slug, s.version from brief_source s join brief b on b.id = s.brief_id"
            + " where not exists (select 1 from paper_version v where v.paper_id = s.paper_id"
            + " and v.number = s.version)");
  }

  @Bean
  InvariantCheck briefReaders(JdbcClient jdbc) {
    ReaderTable table = new ReaderTable(jdbc, "brief_reader", "brief_id");
    return new InvariantCheck() {
      @Override
      public String name() {
        return "briefs.readers";
      }

      @Override
      public void check(Findings findings) {
        List<Row> briefs =
            jdbc.sql("select id, slug, body_id, state from brief").query(Row::of).list();
        for (int from = 0; from < briefs.size(); from += BATCH) {
          List<Row> batch = briefs.subList(from, Math.min(briefs.size(), from + BATCH));
          var rows = table.read(batch.stream().map(Row::id).toList());
          for (Row brief : batch) {
            var rule = Map.of(BriefAccess.TEXT, BriefAccess.text(brief.body, brief.state));
            if (!rule.equals(rows.getOrDefault(brief.id, Map.<String, Readers>of()))) {
              findings.fault(
                  "the brief " + brief.slug + " has readers that the rule does not give");
            }
          }
        }
      }
    };
  }

  private record Row(UUID id, String slug, UUID body, BriefState state) {
    static Row of(ResultSet rs, int n) throws SQLException {
      return new Row(
          Uuids.of(rs.getBytes(1)),
          rs.getString(2),
          Uuids.of(rs.getBytes(3)),
          BriefState.valueOf(rs.getString(4)));
    }
  }

  @Bean
  SubjectAccess briefTrail(JdbcClient jdbc) {
    String readable =
        new ReaderTable(jdbc, "brief_reader", "brief_id")
            .predicate("l.subject_id")
            .replace(":scope", "'" + BriefAccess.TEXT + "'");
    return () ->
        List.of(
            new SubjectAccess.Subject(
                Briefs.KIND,
                readable,
                // Why it was given back is between the chair and the writers.
                "l.action <> 'brief.givenBack'",
                "(select b.slug from brief b where b.id = l.subject_id)",
                "briefs/"));
  }
}

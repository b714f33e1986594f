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
            + " (b.state in ('PUBLISHED', 'SUPERSEDED', 'RETRACTED', 'WITHDRAWN')"
            + " and (b.number is null or b.published_on is null))"
            + " or (b.state = 'EARLIER' and (b.number is not null or b.published_on is null))"
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
  InvariantCheck endedBriefs(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "briefs.endings",
        "the brief %s is %s, and its last day, the reason or what takes its place says otherwise",
        "select b.slug, b.state from brief b where (b.state in ('SUPERSEDED', 'RETRACTED',"
            + " 'WITHDRAWN')) <> (b.ended_on is not null) or (b.ended_on is null)"
            + " <> (b.ended_reason is null) or (b.state = 'SUPERSEDED' and not exists (select 1"
            + " from brief o where o.id = b.superseded_by and o.id <> b.id))");
  }

  /** Earlier editions and the next one hang on the brief that is published. */
  @Bean
  InvariantCheck editionsOfBriefs(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "briefs.editions",
        "edition %2$s of the brief %1$s (%3$s) does not fit the others",
        "select b.slug, b.edition, b.state from brief b left join brief o on o.id = b.edition_of"
            + " where (b.edition_of is null and b.state = 'EARLIER')"
            + " or (b.edition_of is not null and (o.id is null or o.edition_of is not null"
            + " or (b.state = 'EARLIER' and b.edition >= o.edition)"
            + " or (b.state <> 'EARLIER' and (o.next_id is null or o.next_id <> b.id))))"
            + " or (b.next_id is not null and not exists (select 1 from brief n"
            + " where n.id = b.next_id and n.edition_of = b.id and n.edition = b.edition + 1))");
  }

  @Bean
  InvariantCheck translationsOfBriefs(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "briefs.translations",
        "the brief %s is translated into its own language, or published in %s without an address",
        "select b.slug, t.language from brief_translation t join brief b on b.id = t.brief_id"
            + " where t.language = b.language or (t.state = 'PUBLISHED' and t.slug is null)");
  }

  @Bean
  InvariantCheck optionsOfBriefs(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "briefs.options",
        "option %2$s of the brief %1$s has a record that there is not",
        "select b.slug, x.position + 1 from brief_option x join brief b on b.id = x.brief_id"
            + " left join policy_option o on o.id = x.option_id"
            + " where x.option_id is not null and o.id is null");
  }

  @Bean
  InvariantCheck filesOfBriefs(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "briefs.files",
        "the brief %s has the file %s, which was never stored",
        "select b.slug, a.file_name from brief_attachment a join brief b on b.id = a.brief_id"
            + " left join stored_file f on f.sha256 = a.sha256 where f.sha256 is null");
  }

  @Bean
  InvariantCheck sourcesOfBriefs(JdbcClient jdbc) {
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
            var rule =
                ReaderTable.rows(
                    Map.of(BriefAccess.TEXT, BriefAccess.text(brief.body, brief.state)));
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

  private static final String EARLIER =
      "exists (select 1 from brief b where b.id = l.subject_id and b.state = 'EARLIER')";

  /** A published brief may have a translation or a next edition that is still the group's alone. */
  private static final String BEING_MADE =
      "(l.action not like 'brief.translat%' or exists (select 1 from brief_translation t"
          + " where t.brief_id = l.subject_id and l.detail like concat(t.language, '%')"
          + " and t.state not in ('DRAFT', 'GROUP_REVIEW')))"
          + " and (l.action <> 'brief.edition.started' or not exists (select 1 from brief b"
          + " join brief n on n.id = b.next_id where b.id = l.subject_id"
          + " and n.state in ('DRAFT', 'GROUP_REVIEW')))";

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
                // An earlier edition was public, and is reached through the brief alone.
                "((" + readable + ") or " + EARLIER + ") and " + BEING_MADE,
                // Why it was given back is between the chair and the writers; which papers its
                // owner looked at again, the owner's own.
                "l.action not in ('brief.givenBack', 'brief.translation.givenBack',"
                    + " 'brief.source.lookedAt')",
                "(select coalesce(o.slug, b.slug) from brief b left join brief o"
                    + " on o.id = b.edition_of and b.state = 'EARLIER' where b.id = l.subject_id)",
                "briefs/"),
            new SubjectAccess.Subject(
                PolicyOptions.KIND,
                "1 = 1",
                "1 = 1",
                "(select o.what from policy_option o where o.id = l.subject_id)",
                null));
  }
}

package org.plenary.papers;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.jobs.Findings;
import org.plenary.jobs.InvariantCheck;
import org.plenary.jobs.SqlCheck;
import org.plenary.kernel.ReaderTable;
import org.plenary.kernel.Readers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What must always be true of papers. */
@Configuration
class PaperInvariants {
  private static final int BATCH = 500;

  @Bean
  InvariantCheck paperPublication(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "papers.publication",
        "%s (%s) is %s, and its day or version of publication says otherwise",
        "select p.reference, p.id, p.state from paper p where"
            + " (p.state = 'PUBLISHED' and (p.published_on is null or not exists (select 1"
            + " from paper_version v where v.paper_id = p.id and v.number = p.published_version)))"
            + " or (p.state in ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'REVISION', 'REJECTED',"
            + " 'ACCEPTED', 'WITHDRAWN') and (p.published_on is not null or p.published_version is not null))");
  }

  @Bean
  InvariantCheck paperVersions(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "papers.versions",
        "%s (%s) has versions that do not run from 1 without a gap, or sent one that is not there",
        "select p.reference, p.id from paper p where"
            + " (select count(*) from paper_version v where v.paper_id = p.id) <>"
            + " (select coalesce(max(v.number), 0) from paper_version v where v.paper_id = p.id)"
            + " or exists (select 1 from paper_version v where v.paper_id = p.id and v.number < 1)"
            + " or p.sent_version >"
            + " (select coalesce(max(v.number), 0) from paper_version v where v.paper_id = p.id)"
            + " or (p.state = 'DRAFT') <> (p.sent_version = 0)");
  }

  @Bean
  InvariantCheck paperFiles(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "papers.files",
        "version %3$s of %1$s (%2$s) names a file that was never stored",
        "select p.reference, p.id, v.number from paper_version v join paper p on p.id = v.paper_id"
            + " left join stored_file f on f.sha256 = v.sha256 where f.sha256 is null");
  }

  /** Beside a version that was sent, or beside the next one. */
  @Bean
  InvariantCheck paperSupplements(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "papers.supplements",
        "version %3$s of %1$s (%2$s) is not there, or a file beside it was never stored",
        "select p.reference, p.id, s.version from paper_supplement s"
            + " join paper p on p.id = s.paper_id left join stored_file f on f.sha256 = s.sha256"
            + " where f.sha256 is null or s.version not between 1 and p.sent_version + 1");
  }

  @Bean
  InvariantCheck paperSubmission(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "papers.submission",
        "the paper %s (%s) is %s, and its reference or its group says otherwise",
        "select p.reference, p.id, p.state from paper p where"
            + " (p.state = 'DRAFT') <> (p.reference is null)"
            + " or (p.state <> 'DRAFT' and p.body_id is null)");
  }

  @Bean
  InvariantCheck paperWithdrawal(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "papers.withdrawal",
        "%s (%s) is %s, and its withdrawal says otherwise",
        "select p.reference, p.id, p.state from paper p where"
            + " (p.state = 'WITHDRAWN' and (p.withdrawn_from is null or p.withdrawn_at is null"
            + " or p.withdrawal_reason is null or p.withdrawn_from not in ('SUBMITTED',"
            + " 'IN_REVIEW', 'REVISION', 'ACCEPTED'))) or (p.state <> 'WITHDRAWN' and"
            + " (p.withdrawn_from is not null or p.withdrawn_at is not null))");
  }

  @Bean
  InvariantCheck paperCalls(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "papers.calls",
        "%s (%s) is in a call that there is not, or in one of another group",
        "select p.reference, p.id from paper p left join paper_call c on c.id = p.call_id"
            + " where p.call_id is not null and (c.id is null or p.body_id is null"
            + " or c.body_id <> p.body_id)");
  }

  /** A counter that fell behind would give a reference twice. */
  @Bean
  InvariantCheck paperReferences(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "papers.references",
        "%s has a number that its group and year never gave out",
        "select p.reference from paper p where p.reference is not null"
            + " and not exists (select 1 from reference_counter c"
            + " where p.reference like concat(c.prefix, '%') and c.last_number >="
            + " cast(substring(p.reference, length(c.prefix) + 1) as signed))");
  }

  @Bean
  InvariantCheck paperReaders(
      PaperRepository papers, JdbcClient jdbc, TransactionTemplate transaction) {
    ReaderTable table = new ReaderTable(jdbc, "paper_reader", "paper_id");
    return new InvariantCheck() {
      @Override
      public String name() {
        return "papers.readers";
      }

      @Override
      public void check(Findings findings) {
        List<UUID> ids = papers.ids();
        for (int from = 0; from < ids.size(); from += BATCH) {
          List<UUID> batch = ids.subList(from, Math.min(ids.size(), from + BATCH));
          transaction.executeWithoutResult(
              status -> {
                Map<UUID, Map<String, Readers>> rows = table.read(batch);
                for (Paper paper : papers.withPersons(batch)) {
                  PaperAccess.Facts facts = paper.facts();
                  Map<String, Readers> rule =
                      ReaderTable.rows(
                          Map.of(
                              PaperAccess.LINE, PaperAccess.line(facts),
                              PaperAccess.TEXT, PaperAccess.text(facts),
                              PaperAccess.NAMES, PaperAccess.names(facts)));
                  if (!rule.equals(rows.getOrDefault(paper.id, Map.of()))) {
                    findings.fault(
                        "%s (%s) has readers in its rows that the rule does not give"
                            .formatted(paper.reference, paper.id));
                  }
                }
              });
        }
      }
    };
  }
}

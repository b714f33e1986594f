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
        "%s is %s, and its day or version of publication says otherwise",
        "select p.reference, p.state from paper p where"
            + " (p.state = 'PUBLISHED' and (p.published_on is null or not exists (select 1"
            + " from paper_version v where v.paper_id = p.id and v.number = p.published_version)))"
            + " or (p.state in ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'REVISION', 'REJECTED',"
            + " 'ACCEPTED') and (p.published_on is not null or p.published_version is not null))");
  }

  @Bean
  InvariantCheck paperVersions(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "papers.versions",
        "%s has versions that do not run from 1 without a gap, or sent one that is not there",
        "select p.reference from paper p where"
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
        "version %2$s of %1$s names a file that was never stored",
        "select p.reference, v.number from paper_version v join paper p on p.id = v.paper_id"
            + " left join stored_file f on f.sha256 = v.sha256 where f.sha256 is null");
  }

  /** A counter that fell behind would give a reference twice. */
  @Bean
  InvariantCheck paperReferences(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "papers.references",
        "%s has a number that its group and year never gave out",
        "select p.reference from paper p where not exists (select 1 from reference_counter c"
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
                      Map.of(
                          PaperAccess.LINE, PaperAccess.line(facts),
                          PaperAccess.TEXT, PaperAccess.text(facts));
                  if (!rule.equals(rows.getOrDefault(paper.id, Map.of()))) {
                    findings.fault(
                        paper.reference + " has readers in its rows that the rule does not give");
                  }
                }
              });
        }
      }
    };
  }
}

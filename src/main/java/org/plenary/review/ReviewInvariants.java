package org.plenary.review;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.plenary.jobs.Findings;
import org.plenary.jobs.InvariantCheck;
import org.plenary.jobs.SqlCheck;
import org.plenary.papers.PaperState;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must always be true of cases, reviews and decisions. */
@Configuration
class ReviewInvariants {
  /** A paper follows its case by an event, which may have to be taken up again after a crash. */
  private static final Duration ON_ITS_WAY = Duration.ofMinutes(10);

  @Bean
  InvariantCheck casePapers(JdbcClient jdbc, Clock clock) {
    return new InvariantCheck() {
      @Override
      public String name() {
        return "review.papers";
      }

      @Override
      public void check(Findings findings) {
        jdbc.sql(
                "select c.reference, c.state, p.state from review_case c"
                    + " join paper p on p.id = c.paper_id where c.moved_at < :settled"
                    + " and (p.withdrawn_at is null or p.withdrawn_at < :settled)")
            .param(
                "settled",
                LocalDateTime.ofInstant(clock.instant().minus(ON_ITS_WAY), ZoneOffset.UTC))
            .query(
                rs -> {
                  PaperState should = CaseState.valueOf(rs.getString(2)).paper();
                  PaperState is = PaperState.valueOf(rs.getString(3));
                  boolean published = should == PaperState.ACCEPTED && is == PaperState.PUBLISHED;
                  if (should != is && !published) {
                    findings.fault(
                        "%s is %s while its case is %s"
                            .formatted(rs.getString(1), is, rs.getString(2)));
                  }
                });
      }
    };
  }

  @Bean
  InvariantCheck caseRounds(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "review.rounds",
        "the case of %s is in round %s, which its state or its assignments contradict",
        "select c.reference, c.round from review_case c where"
            + " (c.state in ('DESK', 'DESK_REJECTED') and c.round <> 0)"
            + " or (c.state in ('IN_REVIEW', 'REVISION', 'ACCEPTED') and c.round < 1)"
            + " or exists (select 1 from review_assignment a where a.case_id = c.id"
            + " and (a.round < 1 or a.round > c.round))");
  }

  /**
   * Each round that is over has one decision that asked for another; the last, the one it needs. A
   * paper may be withdrawn before that one or after.
   */
  @Bean
  InvariantCheck caseDecisions(JdbcClient jdbc) {
    String leads =
        Arrays.stream(Outcome.values())
            .map(
                o ->
                    "(d.outcome = '%s' and c.state in ('%s', 'WITHDRAWN'))"
                        .formatted(o, o.leadsTo()))
            .collect(Collectors.joining(" or "));
    String least = "case when c.state in ('DESK', 'IN_REVIEW', 'WITHDRAWN') then 0 else 1 end";
    String most = "case when c.state in ('DESK', 'IN_REVIEW') then 0 else 1 end";
    return new SqlCheck(
        jdbc,
        "review.decisions",
        "the case of %s (%s, round %s) lacks a decision or has one too many",
        "select c.reference, c.state, c.round from review_case c where"
            + " (select count(*) from review_decision d where d.case_id = c.id"
            + " and d.round < c.round and d.outcome in ('MINOR', 'MAJOR'))"
            + " <> case when c.round > 1 then c.round - 1 else 0 end"
            + " or (select count(*) from review_decision d where d.case_id = c.id"
            + " and d.round = c.round and ("
            + leads
            + ")) not between "
            + least
            + " and "
            + most
            + " or (select count(*) from review_decision d where d.case_id = c.id)"
            + " - (case when c.round > 1 then c.round - 1 else 0 end) not between "
            + least
            + " and "
            + most);
  }

  @Bean
  InvariantCheck caseAcceptance(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "review.acceptance",
        "%s is accepted while %s of its substantive comments are open",
        "select c.reference, count(*) from review_case c join review_comment m on m.case_id = c.id"
            + " where c.state = 'ACCEPTED' and m.kind = 'SUBSTANTIVE' and m.state = 'OPEN'"
            + " group by c.reference");
  }

  @Bean
  InvariantCheck caseReviewers(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "review.reviewers",
        "the reviewer %2$s of %1$s is an author or in conflict, or was never admitted",
        "select c.reference, a.person_id from review_assignment a"
            + " join review_case c on c.id = a.case_id where exists (select 1 from paper_person t"
            + " where t.paper_id = c.paper_id and t.person_id = a.person_id"
            + " and t.tie in ('AUTHOR', 'CONFLICT'))"
            + " or (a.state in ('ACCEPTED', 'SUBMITTED') and not exists (select 1"
            + " from paper_person t where t.paper_id = c.paper_id"
            + " and t.person_id = a.person_id and t.tie = 'REVIEWER'))");
  }

  /** An author or someone in conflict decides nothing, whoever named them. */
  @Bean
  InvariantCheck caseHandling(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "review.handling",
        "the handling editor of %s is an author or in conflict: person %s",
        "select c.reference, c.handling_editor from review_case c where exists (select 1"
            + " from paper_person t where t.paper_id = c.paper_id"
            + " and t.person_id = c.handling_editor and t.tie in ('AUTHOR', 'CONFLICT'))");
  }

  @Bean
  InvariantCheck caseExtensions(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "review.extensions",
        "a request for more time on %s is answered without a day, or waits twice: assignment %s",
        "select c.reference, a.id from review_assignment a join review_case c on c.id = a.case_id"
            + " where exists (select 1 from review_extension e where e.assignment_id = a.id"
            + " and (e.granted is null) <> (e.answered_at is null)) or (select count(*)"
            + " from review_extension e where e.assignment_id = a.id"
            + " and e.answered_at is null) > 1");
  }

  @Bean
  InvariantCheck caseReviews(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "review.reviews",
        "the assignment %2$s of %1$s is %3$s, and its day or its content says otherwise",
        "select c.reference, a.id, a.state from review_assignment a"
            + " join review_case c on c.id = a.case_id where"
            + " (a.state = 'SUBMITTED') <> (a.submitted_at is not null)"
            + " or (a.state = 'SUBMITTED' and (a.recommendation is null or not exists"
            + " (select 1 from review_score s where s.assignment_id = a.id)))"
            + " or exists (select 1 from review_score s where s.assignment_id = a.id"
            + " and s.score not between 1 and 5)");
  }

  @Bean
  InvariantCheck caseComments(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "review.comments",
        "the comment %2$s on %1$s is %3$s, and its review, answer or closing says otherwise",
        "select c.reference, m.id, m.state from review_comment m"
            + " join review_case c on c.id = m.case_id"
            + " join review_assignment a on a.id = m.assignment_id where"
            + " (m.state = 'CLOSED') <> (m.closed_by is not null and m.closed_at is not null)"
            + " or (m.state = 'CLOSED' and m.disposition is null and m.note = '')"
            + " or (m.state <> 'DRAFT' and a.state <> 'SUBMITTED')"
            + " or a.case_id <> m.case_id");
  }
}

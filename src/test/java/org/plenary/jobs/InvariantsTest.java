package org.plenary.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Cast;
import org.plenary.OnMariaDb;
import org.plenary.jobs.Findings.Finding;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each promise is broken by SQL and the doctor names the record; a check that nothing here breaks
 * fails the test. Every break happens in a transaction that is rolled back.
 */
@OnMariaDb
class InvariantsTest {
  /** Each check with statements that break it; every one must be named. */
  private final Map<String, List<Break>> breaks = new LinkedHashMap<>();

  /**
   * @param sql statements that break the promise, with names in braces for records of the sample
   * @param named part of what the doctor then says
   */
  private record Break(String named, String... sql) {}

  @Autowired Doctor doctor;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Cast cast;

  @Value("${plenary.data}")
  Path data;

  private String paper;
  private String brief;
  private String open;

  @BeforeEach
  void records() {
    paper = one("select min(reference) from paper where state = 'PUBLISHED'");
    brief = one("select min(slug) from brief where state = 'PUBLISHED'");
    open =
        one(
            "select min(c.reference) from review_case c join paper p on p.id = c.paper_id"
                + " where c.state = 'DESK' and p.state = 'SUBMITTED'");
    String ofPaper = " where reference = '" + paper + "'";
    String ofBrief = " where slug = '" + brief + "'";
    String ofCase = " where reference = '" + open + "'";
    String reviewer = "0x" + HexFormat.of().formatHex(bytes("reviewer1"));
    String assigned =
        "insert into review_assignment (id, revision, case_id, person_id, round, state, due_on,"
            + " invited_at, submitted_at, recommendation, summary, confidential) select unhex('"
            + "ab".repeat(16)
            + "'), 0, id, %s, 1, '%s', '2026-12-01', '2026-11-01', %s, 'MINOR', '', ''"
            + " from review_case"
            + ofCase;
    String commented =
        "insert into review_comment (id, revision, case_id, assignment_id, round, version, quote,"
            + " text, kind, state, answer, pointer, note) select unhex('"
            + "cd".repeat(16)
            + "'), 0, id, unhex('"
            + "ab".repeat(16)
            + "'), 1, 1, '', 'Why?', 'SUBSTANTIVE', '%s', '', '', '' from review_case"
            + ofCase;
    String inReview = "update review_case set state = 'IN_REVIEW', round = 1" + ofCase;
    add(
        "audit.chain",
        "is not as it was sealed",
        "update audit_line set detail = 'x' where seq = (select m from (select min(seq) m"
            + " from audit_line) t)");
    add(
        "bodies.terms",
        "begins after it ends",
        "update seat set held_to = '2020-01-01' where person_id = " + reviewer);
    add(
        "bodies.terms",
        "overlaps another",
        "insert into seat select body_id, person_id, role, '2026-05-05', null from seat"
            + " where person_id = "
            + reviewer);
    add(
        "bodies.themes",
        "which there is not",
        "update body set theme = 'no-such-theme' where code = 'REM'");
    add("briefs.numbers", "numbers of", "update brief set number = '2031/09'" + ofBrief);
    add(
        "briefs.numbers",
        "numbers of",
        "update reference_counter set last_number = last_number + 1 where prefix like 'brief-%'");
    add("briefs.publication", brief, "update brief set number = null" + ofBrief);
    add("briefs.publication", brief, "update brief set published_on = null" + ofBrief);
    add("briefs.publication", brief, "update brief set state = 'CLEARED'" + ofBrief);
    add(
        "briefs.publication",
        brief,
        "delete from brief_source where brief_id = (select id from brief" + ofBrief + ")");
    add(
        "briefs.publication",
        brief,
        "delete from brief_key_message where position > 0 and brief_id = (select id from brief"
            + ofBrief
            + ")");
    add(
        "briefs.readers",
        brief,
        "delete from brief_reader where brief_id = (select id from brief" + ofBrief + ")");
    add(
        "briefs.sources",
        brief,
        "update brief_source set version = 99 where brief_id = (select id from brief"
            + ofBrief
            + ")");
    add(
        "mail.recipients",
        "goes to nobody",
        "update mail set recipient_id = unhex('" + "ee".repeat(16) + "') limit 1");
    add(
        "mail.recipients",
        "leads to no page",
        "update mail set path = 'https://elsewhere.example/' limit 1");
    String ofBriefId = " where brief_id = (select id from brief" + ofBrief + ")";
    add("briefs.endings", brief, "update brief set ended_on = '2026-01-01'" + ofBrief);
    add("briefs.endings", brief, "update brief set state = 'RETRACTED'" + ofBrief);
    add(
        "briefs.endings",
        brief,
        "update brief set state = 'SUPERSEDED', ended_on = '2026-01-01', ended_reason = 'x'"
            + ofBrief);
    add("briefs.editions", brief, "update brief set next_id = id" + ofBrief);
    add("briefs.editions", brief, "update brief set state = 'EARLIER'" + ofBrief);
    add(
        "briefs.translations",
        brief,
        "insert into brief_translation (id, brief_id, language, state, title, summary, audience,"
            + " body_markdown) select unhex('"
            + "bc".repeat(16)
            + "'), id, 'xx', 'PUBLISHED', '', '', '', '' from brief"
            + ofBrief);
    add("briefs.options", brief, "update brief_option set option_id = brief_id" + ofBriefId);
    add(
        "briefs.files",
        brief,
        "insert into brief_attachment select id, 99, repeat('0', 64), 'a.pdf' from brief"
            + ofBrief);
    for (String wrong :
        List.of(
            "'SENT', null, null, null",
            "'WAITING', null, null, null",
            "'DIGESTED', null, '2026-01-01', null")) {
      add(
          "mail.deliveries",
          "says otherwise",
          "delete from mail_delivery",
          "insert into mail_delivery (mail_id, attempts, message_id, stop_token, state, next_at,"
              + " sent_at, failure) select id, 0, 'x', 'x', "
              + wrong
              + " from mail order by id limit 1");
    }
    String draft =
        "insert into paper (id, revision, reference, state, type, title, abstract_text, language,"
            + " body_id, sent_version) select unhex('"
            + "de".repeat(16)
            + "'), 0, %s, '%s', type, title, abstract_text, language, %s, %s from paper"
            + ofPaper;
    add("papers.submission", "dededede", String.format(draft, "'X-1'", "DRAFT", "body_id", "0"));
    add("papers.submission", "dededede", String.format(draft, "null", "SUBMITTED", "body_id", "1"));
    add("papers.submission", "X-1", String.format(draft, "'X-1'", "SUBMITTED", "null", "1"));
    add("papers.readers", "dededede", String.format(draft, "'X-1'", "SUBMITTED", "body_id", "1"));
    add("papers.withdrawal", paper, "update paper set state = 'WITHDRAWN'" + ofPaper);
    add("papers.withdrawal", paper, "update paper set withdrawn_from = 'SUBMITTED'" + ofPaper);
    add("papers.calls", paper, "update paper set call_id = id" + ofPaper);
    add(
        "papers.supplements",
        paper,
        "insert into paper_supplement select id, 1, 1, repeat('0', 64), '', 'a.pdf',"
            + " '2026-01-01' from paper"
            + ofPaper);
    add(
        "papers.supplements",
        paper,
        "insert into paper_supplement select p.id, 9, 1, v.sha256, '', 'a.pdf', '2026-01-01'"
            + " from paper p join paper_version v on v.paper_id = p.id and v.number = 1"
            + " where p.reference = '"
            + paper
            + "'");
    add(
        "papers.files",
        paper,
        "update paper_version set sha256 = repeat('0', 64) where paper_id = (select id from paper"
            + ofPaper
            + ")");
    add("papers.publication", paper, "update paper set published_on = null" + ofPaper);
    add("papers.publication", paper, "update paper set published_version = 9" + ofPaper);
    add("papers.publication", paper, "update paper set state = 'ACCEPTED'" + ofPaper);
    add(
        "papers.readers",
        paper,
        "update paper_reader set term = 'secretariat' where scope = 'text' and paper_id ="
            + " (select id from paper"
            + ofPaper
            + ")");
    add(
        "papers.readers",
        open,
        "insert into paper_person select id, " + reviewer + ", 'CONFLICT' from paper" + ofCase);
    add("papers.references", paper, "update reference_counter set last_number = 0");
    add(
        "papers.versions",
        paper,
        "update paper_version set number = 3 where paper_id = (select id from paper"
            + ofPaper
            + ")");
    add("papers.versions", paper, "update paper set sent_version = 2" + ofPaper);
    add(
        "people.accounts",
        "cannot sign in",
        "update person set email = 'Reviewer1@Example.org' where id = " + reviewer);
    add(
        "people.zones",
        "no time zone",
        "update person set zone = 'Atlantis' where id = " + reviewer);
    add(
        "review.papers",
        open,
        "update review_case set state = 'REJECTED', moved_at = '2026-01-01'" + ofCase);
    add("review.rounds", open, "update review_case set round = 2" + ofCase);
    add("review.rounds", open, String.format(assigned, reviewer, "INVITED", "null"));
    add("review.decisions", open, "update review_case set state = 'ACCEPTED', round = 1" + ofCase);
    add(
        "review.decisions",
        open,
        "insert into review_decision select unhex('"
            + "ef".repeat(16)
            + "'), id, 0, 'ACCEPT', '',"
            + reviewer
            + ", '2026-11-01' from review_case"
            + ofCase);
    add(
        "review.rounds",
        open,
        "update review_case set state = 'DESK_REJECTED', round = 1" + ofCase);
    add("review.decisions", open, "update review_case set state = 'DESK_REJECTED'" + ofCase);
    add("review.decisions", open, "update review_case set state = 'WITHDRAWN', round = 2" + ofCase);
    add(
        "review.handling",
        open,
        "update review_case set handling_editor = " + reviewer + ofCase,
        "insert into paper_person select id, " + reviewer + ", 'CONFLICT' from paper" + ofCase);
    String asked =
        "insert into review_extension (id, revision, assignment_id, until_on, why, asked_at,"
            + " granted) values (unhex('%s'), 0, unhex('"
            + "ab".repeat(16)
            + "'), '2026-12-24', '', '2026-11-02', %s)";
    String accepted = String.format(assigned, reviewer, "ACCEPTED", "null");
    add(
        "review.extensions",
        open,
        inReview,
        accepted,
        String.format(asked, "12".repeat(16), "true"));
    add(
        "review.extensions",
        open,
        inReview,
        accepted,
        String.format(asked, "12".repeat(16), "null"),
        String.format(asked, "34".repeat(16), "null"));
    add(
        "review.acceptance",
        open,
        String.format(assigned, reviewer, "SUBMITTED", "'2026-11-02'"),
        String.format(commented, "OPEN"),
        "update review_case set state = 'ACCEPTED', round = 1" + ofCase);
    add(
        "review.reviewers",
        open,
        inReview,
        "insert into paper_person select paper_id, "
            + reviewer
            + ", 'CONFLICT' from review_case"
            + ofCase,
        String.format(assigned, reviewer, "INVITED", "null"));
    add("review.reviewers", open, inReview, String.format(assigned, reviewer, "ACCEPTED", "null"));
    add(
        "review.reviews",
        open,
        inReview,
        String.format(assigned, reviewer, "SUBMITTED", "'2026-11-02'"));
    add(
        "review.reviews",
        open,
        inReview,
        String.format(assigned, reviewer, "INVITED", "'2026-11-02'"));
    add(
        "review.comments",
        open,
        inReview,
        String.format(assigned, reviewer, "SUBMITTED", "'2026-11-02'"),
        String.format(commented, "CLOSED"));
    add(
        "review.comments",
        open,
        inReview,
        String.format(assigned, reviewer, "ACCEPTED", "null"),
        String.format(commented, "OPEN"));
    add("search.index", "as it no longer is", "update paper set title = 'Another title'" + ofPaper);
    add(
        "search.index",
        "the public index and should not be",
        "update paper set state = 'ACCEPTED'" + ofPaper);
  }

  @Test
  void whateverIsBrokenIsNamed() {
    Set<String> unbroken = new TreeSet<>(doctor.names());
    unbroken.removeAll(breaks.keySet());
    unbroken.remove("files.content");
    assertThat(unbroken).as("checks that nothing breaks; files.content is below").isEmpty();
    breaks.forEach(
        (check, ways) -> {
          assertThat(doctor.names()).contains(check);
          for (Break way : ways) {
            assertThat(faults(check)).as("before, " + check).noneMatch(t -> t.contains(way.named));
            assertThat(broken(check, way))
                .as(String.join("; ", way.sql))
                .anyMatch(text -> text.contains(way.named));
          }
        });
  }

  @Test
  void aStoredFileThatChangedOrIsGoneIsNamedAndAStrayIsMentioned() throws Exception {
    String sha256 = one("select min(sha256) from stored_file");
    Path file = data.resolve("files").resolve(sha256.substring(0, 2)).resolve(sha256);
    assertThat(faults("files.content")).isEmpty();
    flip(file);
    assertThat(faults("files.content"))
        .containsExactly("the file " + sha256 + " is damaged: its content has another hash");
    flip(file);
    Path away = file.resolveSibling("away");
    Files.move(file, away);
    Files.setLastModifiedTime(away, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    List<Finding> found = doctor.examine("files.content");
    Files.move(away, file);
    assertThat(found)
        .containsExactly(
            new Finding("files.content", "the file " + sha256 + " is missing", false),
            new Finding(
                "files.content",
                "nothing refers to the file " + sha256.substring(0, 2) + "/away",
                true));
    assertThat(faults("files.content")).isEmpty();
  }

  @Test
  void aCheckThatCannotBeMadeIsAFault() {
    InvariantCheck failing =
        new SqlCheck(jdbc, "no.table", "%s", "select 1 from a_table_that_is_not_there");
    assertThat(DoctorOf.checks(failing).examine(line -> {}))
        .singleElement()
        .matches(finding -> !finding.hint() && finding.text().startsWith("could not be checked"));
  }

  private void add(String check, String named, String... sql) {
    breaks.computeIfAbsent(check, name -> new java.util.ArrayList<>()).add(new Break(named, sql));
  }

  private List<String> broken(String check, Break way) {
    return transaction.execute(
        status -> {
          status.setRollbackOnly();
          // What a table by itself would refuse may come by another's hand, or by a bad disk.
          jdbc.sql("set foreign_key_checks = 0").update();
          try {
            for (String sql : way.sql) {
              assertThat(jdbc.sql(sql).update()).as(sql).isPositive();
            }
            return faults(check);
          } finally {
            jdbc.sql("set foreign_key_checks = 1").update();
          }
        });
  }

  private List<String> faults(String check) {
    return doctor.examine(check).stream().filter(f -> !f.hint()).map(Finding::text).toList();
  }

  private static void flip(Path file) throws Exception {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(100);
      int was = bytes.read();
      bytes.seek(100);
      bytes.write(was ^ 1);
    }
  }

  private byte[] bytes(String account) {
    return org.plenary.kernel.Uuids.bytes(cast.id(account));
  }

  private String one(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }
}

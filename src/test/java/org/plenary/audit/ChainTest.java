package org.plenary.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenary.MariaDb;
import org.plenary.jobs.Doctor;
import org.plenary.jobs.DoctorOf;
import org.plenary.jobs.Findings.Finding;
import org.plenary.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Lines are sealed soon, once, in one chain; whatever is done to them afterwards is named. */
@Execution(ExecutionMode.SAME_THREAD)
class ChainTest {
  private static final String URL = MariaDb.schema();
  private static final UUID SUBJECT = new UUID(7, 7);

  static {
    Flyway.configure()
        .dataSource(URL, "root", "")
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }

  private final DriverManagerDataSource database = new DriverManagerDataSource(URL, "root", "");
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final TransactionTemplate transaction =
      new TransactionTemplate(new DataSourceTransactionManager(database));
  private final Tick clock = new Tick();
  private final Sealer sealer = new Sealer(jdbc, transaction, clock);
  private final Audit audit = new Audit(jdbc, clock);
  private final Doctor doctor = DoctorOf.checks(new ChainCheck(sealer, jdbc, clock));

  /** A clock that a test moves. */
  private static final class Tick extends Clock {
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }

  @BeforeEach
  void empty() {
    for (String table : List.of("audit_seal", "audit_head", "audit_line")) {
      jdbc.sql("delete from " + table).update();
    }
  }

  @Test
  void aLineThatCommitsLateIsSealedLaterAndNobodyWaits() throws Exception {
    try (Connection slow = database.getConnection()) {
      slow.setAutoCommit(false);
      insert(slow, "slow");
      write("quick");
      assertThat(sealer.seal()).isOne();
      slow.commit();
    }
    assertThat(sealer.seal()).isOne();
    assertThat(sealer.seal()).isZero();
    assertThat(
            jdbc.sql(
                    "select l.action from audit_seal s join audit_line l on l.seq = s.line_seq"
                        + " order by s.position")
                .query(String.class)
                .list())
        .containsExactly("quick", "slow");
    assertThat(
            jdbc.sql("select min(line_seq) from audit_seal where position = 2")
                .query(Long.class)
                .single())
        .as("the lower number has the later position")
        .isLessThan(
            jdbc.sql("select line_seq from audit_seal where position = 1")
                .query(Long.class)
                .single());
    assertThat(faults()).isEmpty();
    // Whoever writes does not ask for the head, even while it is being moved.
    try (Connection sealing = database.getConnection()) {
      sealing.setAutoCommit(false);
      sealing.createStatement().executeQuery("select * from audit_head where one = 1 for update");
      write("meanwhile");
    }
    assertThat(sealer.seal()).isOne();
  }

  @Test
  void aSealingThatWasCutShortLeavesNothingAndALineThatCameTooLateIsFoundWithinTheHour() {
    write("one");
    write("two");
    transaction.executeWithoutResult(
        status -> {
          assertThat(new Sealer(jdbc, transaction, clock).seal()).isEqualTo(2);
          status.setRollbackOnly();
        });
    assertThat(jdbc.sql("select count(*) from audit_seal").query(Long.class).single()).isZero();
    assertThat(sealer.seal()).isEqualTo(2);
    clock.pass(Duration.ofMinutes(30));
    write("three");
    assertThat(sealer.seal()).isOne();
    jdbc.sql("update audit_line set seq = seq + 100 where action = 'three'").update();
    jdbc.sql("update audit_seal set line_seq = line_seq + 100 where position = 3").update();
    clock.pass(Duration.ofMinutes(20));
    sealer.seal();
    clock.pass(Duration.ofMinutes(-20));
    long gap = jdbc.sql("select max(seq) - 50 from audit_line").query(Long.class).single();
    write("late");
    jdbc.sql("update audit_line set seq = ? where action = 'late'").param(gap).update();
    assertThat(sealer.seal()).as("a transaction takes five minutes at most").isZero();
    clock.pass(Duration.ofMinutes(61));
    assertThat(sealer.seal()).isOne();
  }

  @Test
  void severalNodesMakeOneChain() throws Exception {
    for (int i = 0; i < 60; i++) {
      write("line " + i);
    }
    try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
      List<Callable<Integer>> work =
          Stream.generate(() -> new Sealer(jdbc, transaction, clock))
              .limit(4)
              .map(node -> (Callable<Integer>) node::seal)
              .toList();
      int sealed = 0;
      for (var done : nodes.invokeAll(work)) {
        sealed += done.get();
      }
      assertThat(sealed).isEqualTo(60);
    }
    assertThat(faults()).isEmpty();
    assertThat(jdbc.sql("select max(position) from audit_seal").query(Long.class).single())
        .isEqualTo(60);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          update audit_line set detail = 'other' where seq = :second | not as it was sealed at position 2
          update audit_line set detail = '' where seq = :second | not as it was sealed at position 2
          update audit_line set actor_name = 'Someone else' where seq = :second | not as it was sealed at position 2
          update audit_line set actor_id = null where seq = :second | not as it was sealed at position 2
          update audit_line set happened_at = '2026-11-22 09:59:59' where seq = :second | not as it was sealed at position 2
          delete from audit_line where seq = :second | sealed at position 2, is gone
          delete from audit_seal where position = 2 | the seals 2 to 2 are gone
          delete from audit_seal where position = 4 | the seals 4 to 4 are gone
          update audit_seal set hash = repeat('0', 64) where position = 3 | not as it was sealed at position 3
          update audit_seal set sealed_at = '2026-11-22 11:00:00' where position = 1 | not as it was sealed at position 1
          update audit_head set hash = repeat('0', 64) where one = 1 | its head says otherwise
          insert into audit_line (happened_at, actor_name, action, subject_kind, subject_id, detail) select '2026-11-01 08:00:00', 'Someone', 'slipped', 'paper', subject_id, null from audit_line where seq = :second | it was slipped in
          insert into audit_line (happened_at, actor_name, action, subject_kind, subject_id, detail) select '2027-11-01 08:00:00', 'Someone', 'slipped', 'paper', subject_id, null from audit_line where seq = :second | it was slipped in
          """)
  void whatIsDoneToItIsNamed(String tampering, String named) {
    for (int i = 0; i < 4; i++) {
      write("line " + i);
      sealer.seal();
      clock.pass(Duration.ofSeconds(2));
    }
    assertThat(faults()).isEmpty();
    jdbc.sql(tampering).param("second", seqOf("line 1")).update();
    // A removed seal is not mended in silence: the line is sealed again, and the gap stays.
    assertThat(faults()).anyMatch(fault -> fault.contains(named));
  }

  @Test
  void aHeadKeptElsewhereShowsWhatTheChainAloneCannot() {
    for (String action : List.of("one", "two", "three")) {
      write(action);
    }
    sealer.seal();
    record Kept(long position, String hash) {}
    Kept kept =
        jdbc.sql("select position, hash from audit_head")
            .query((rs, n) -> new Kept(rs.getLong(1), rs.getString(2)))
            .single();
    // All of the chain forged anew by one who knows how.
    jdbc.sql("update audit_line set detail = 'forged' where action = 'two'").update();
    jdbc.sql("delete from audit_seal").update();
    jdbc.sql("delete from audit_head").update();
    new Sealer(jdbc, transaction, clock).seal();
    assertThat(faults()).isEmpty();
    assertThat(
            jdbc.sql("select hash from audit_seal where position = ?")
                .param(kept.position())
                .query(String.class)
                .single())
        .isNotEqualTo(kept.hash());
  }

  @Test
  void noTwoLinesReadTheSame() {
    Line line = line("ab", "c", null);
    Set<String> hashes =
        Set.of(
            Chain.hash(Chain.START, 1, line.happenedAt(), line),
            Chain.hash(Chain.START, 1, line.happenedAt(), line("a", "bc", null)),
            Chain.hash(Chain.START, 1, line.happenedAt(), line("ab", "c", "")),
            Chain.hash(Chain.START, 2, line.happenedAt(), line));
    assertThat(hashes).hasSize(4);
    // Version 1 as it is written down: another result would break every chain there is.
    assertThat(Chain.hash(Chain.START, 1, line.happenedAt(), line)).isEqualTo(VERSION_1);
  }

  private static final String VERSION_1 =
      "2140ebe87ee5fe8555d90db8a969391c3930eb00384d987433ef00bcd2856647";

  private static Line line(String name, String action, String detail) {
    byte[] id = new byte[16];
    return new Line(
        1, java.time.LocalDateTime.of(2026, 1, 1, 0, 0), null, name, action, "paper", id, detail);
  }

  private List<String> faults() {
    return doctor.examine("audit.chain").stream().map(Finding::text).toList();
  }

  private long seqOf(String action) {
    return jdbc.sql("select seq from audit_line where action = ?")
        .param(action)
        .query(Long.class)
        .single();
  }

  private void write(String action) {
    Actor actor = Actor.of(new UUID(1, 1), "Adwoa Quartey", Set.of());
    transaction.executeWithoutResult(
        status -> audit.record(actor, action, "paper", SUBJECT, "détail"));
  }

  private static void insert(Connection connection, String action) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into audit_line (happened_at, actor_name, action, subject_kind, subject_id)"
                + " values ('2026-11-22 10:00:00', 'Slow', ?, 'paper', ?)")) {
      insert.setString(1, action);
      insert.setBytes(2, new byte[16]);
      insert.executeUpdate();
    }
  }
}

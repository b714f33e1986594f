package org.plenary.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.jobs.Findings;
import org.plenary.jobs.InvariantCheck;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The chain is whole: every line is as it was sealed, none is gone, none was slipped in. What was
 * sealed last and removed together with its line and the head cannot be missed here; that is what a
 * {@link Head} kept elsewhere is for.
 */
@Component
class ChainCheck implements InvariantCheck {
  /** A clock may be an hour wrong; a line further off than that was not written when it says. */
  private static final Duration TOLERATED = Duration.ofHours(2);

  /** The sealer of a node that is busy may need a moment. */
  private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

  private static final int BATCH = 1_000;
  private final Sealer sealer;
  private final JdbcClient jdbc;
  private final Clock clock;

  ChainCheck(Sealer sealer, JdbcClient jdbc, Clock clock) {
    this.sealer = sealer;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "audit.chain";
  }

  private record Seal(
      long position, long seq, String hash, LocalDateTime sealedAt, @Nullable Line line) {}

  @Override
  public void check(Findings findings) {
    sealer.seal();
    long position = 0;
    String hash = Chain.START;
    LocalDateTime run = LocalDateTime.MIN;
    LocalDateTime runBefore = LocalDateTime.MIN;
    List<Seal> seals = after(0);
    while (!seals.isEmpty()) {
      for (Seal seal : seals) {
        boolean follows = seal.position() == position + 1;
        if (!follows) {
          findings.fault(
              "the seals %d to %d are gone".formatted(position + 1, seal.position() - 1));
        }
        // Lines that waited while nothing ran are sealed together, with one time.
        if (!seal.sealedAt().equals(run)) {
          runBefore = run;
          run = seal.sealedAt();
        }
        check(findings, seal, follows ? hash : null, runBefore);
        position = seal.position();
        hash = seal.hash();
      }
      seals = after(position);
    }
    checkHead(findings, position, hash);
    checkUnsealed(findings);
  }

  private void check(
      Findings findings, Seal seal, @Nullable String before, LocalDateTime runBefore) {
    Line line = seal.line();
    if (line == null) {
      findings.fault(
          "line %d, sealed at position %d, is gone".formatted(seal.seq(), seal.position()));
      return;
    }
    if (before != null
        && !seal.hash().equals(Chain.hash(before, seal.position(), seal.sealedAt(), line))) {
      findings.fault(
          "line %d (%s) is not as it was sealed at position %d"
              .formatted(line.seq(), line.action(), seal.position()));
    }
    boolean late =
        !runBefore.equals(LocalDateTime.MIN)
            && line.happenedAt().isBefore(runBefore.minus(TOLERATED));
    if (late || line.happenedAt().isAfter(seal.sealedAt().plus(TOLERATED))) {
      findings.fault(
          "line %d (%s) says it happened at %s but came at %s: it was slipped in, or a clock was wrong"
              .formatted(line.seq(), line.action(), line.happenedAt(), seal.sealedAt()));
    }
  }

  private void checkHead(Findings findings, long position, String hash) {
    boolean right =
        jdbc.sql("select position, hash from audit_head where one = 1")
            .query((rs, n) -> rs.getLong(1) == position && rs.getString(2).equals(hash))
            .optional()
            .orElse(position == 0);
    // Sealed meanwhile: the head moved on, and the chain with it.
    boolean moved =
        jdbc.sql("select count(*) from audit_seal where position > ?")
                .param(position)
                .query(Long.class)
                .single()
            > 0;
    if (!right && !moved) {
      findings.fault(
          "the chain ends at position %d, and its head says otherwise".formatted(position));
    }
  }

  private void checkUnsealed(Findings findings) {
    LocalDateTime settled =
        LocalDateTime.ofInstant(clock.instant().minus(ON_ITS_WAY), ZoneOffset.UTC);
    jdbc.sql(
            "select l.seq, l.action from audit_line l left join audit_seal s on s.line_seq = l.seq"
                + " where s.line_seq is null and l.happened_at < ? order by l.seq limit 100")
        .param(settled)
        .query(
            rs -> {
              findings.fault(
                  "line %d (%s) is not sealed".formatted(rs.getLong(1), rs.getString(2)));
            });
  }

  private List<Seal> after(long position) {
    return jdbc.sql(
            "select s.position, s.line_seq, s.hash, s.sealed_at, "
                + Line.COLUMNS
                + " from audit_seal s left join audit_line l on l.seq = s.line_seq"
                + " where s.position > ? order by s.position limit ?")
        .params(position, BATCH)
        .query(
            (rs, n) ->
                new Seal(
                    rs.getLong("position"),
                    rs.getLong("line_seq"),
                    rs.getString("hash"),
                    rs.getObject("sealed_at", LocalDateTime.class),
                    rs.getString("action") == null ? null : Line.of(rs)))
        .list();
  }
}

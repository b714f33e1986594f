package org.plenary.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.plenary.OnMariaDb;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Jobs run by the table of the database, one node at a time, whatever becomes of a run. */
@OnMariaDb
class JobRunnerTest {
  @Autowired DataSource database;
  @Autowired JdbcClient jdbc;

  /** A job that fails at its first run. */
  private record Counted(String name, AtomicInteger runs) implements Job {
    @Override
    public Duration every() {
      return Duration.ofHours(1);
    }

    @Override
    public void run() {
      if (runs.incrementAndGet() == 1) {
        throw new IllegalStateException("fails at first, as this test wants it");
      }
    }
  }

  private JobRunner node(Job job) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean(job.name(), job);
    return new JobRunner(database, beans.getBeanProvider(Job.class));
  }

  @Test
  void twoNodesRunAJobOnceAndAFailedOneIsTriedAgainAtItsNextTurn() {
    Counted job = new Counted("test-counted", new AtomicInteger());
    List<JobRunner> nodes = List.of(node(job), node(job));
    try {
      nodes.forEach(JobRunner::start);
      eventually(
          () ->
              jdbc.sql("select count(*) from scheduled_tasks where last_failure is not null")
                      .query(Integer.class)
                      .single()
                  == 1);
      assertThat(job.runs()).hasValue(1);
      LocalDateTime next =
          jdbc.sql("select execution_time from scheduled_tasks where task_name = 'test-counted'")
              .query(LocalDateTime.class)
              .single();
      assertThat(next.toInstant(ZoneOffset.UTC))
          .as("an hour on, in UTC")
          .isBetween(
              Instant.now().plus(Duration.ofMinutes(50)),
              Instant.now().plus(Duration.ofMinutes(70)));
      jdbc.sql("update scheduled_tasks set execution_time = last_failure where task_name = ?")
          .param("test-counted")
          .update();
      eventually(() -> job.runs().get() == 2);
    } finally {
      nodes.forEach(JobRunner::stop);
    }
    assertThat(job.runs()).hasValue(2);
  }

  @Test
  void theProgramsOwnJobsAreInTheTable() {
    eventually(
        () ->
            jdbc.sql(
                        "select count(*) from scheduled_tasks"
                            + " where task_name = 'review-reminders' and last_success is not null")
                    .query(Integer.class)
                    .single()
                == 1);
  }

  private static void eventually(BooleanSupplier condition) {
    Instant until = Instant.now().plus(Duration.ofSeconds(40));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waiting").isBefore(until);
      Thread.onSpinWait();
    }
  }
}

package org.plenary.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the jobs by db-scheduler, whose table says when each is due and which node has taken it. A
 * node that dies leaves its job to another once its heartbeat is missed. A job that fails is tried
 * again at its next turn.
 */
@Component
@ConditionalOnBooleanProperty("plenary.serving")
class JobRunner implements SmartLifecycle {
  private static final Duration LOOK = Duration.ofSeconds(10);
  private static final Duration LAST_WAIT = Duration.ofSeconds(5);
  private final DataSource database;
  private final List<Job> jobs;
  private @Nullable Scheduler scheduler;

  JobRunner(DataSource database, ObjectProvider<Job> jobs) {
    this.database = database;
    this.jobs = jobs.orderedStream().toList();
  }

  @Override
  public void start() {
    List<RecurringTask<Void>> tasks =
        jobs.stream()
            .map(
                job ->
                    Tasks.recurring(job.name(), FixedDelay.of(job.every()))
                        .execute((instance, context) -> job.run()))
            .toList();
    Scheduler made =
        Scheduler.create(database)
            .startTasks(tasks)
            .threads(2)
            .pollingInterval(LOOK)
            // Neither database keeps a zone with a time.
            .alwaysPersistTimestampInUTC()
            .shutdownMaxWait(LAST_WAIT)
            .build();
    made.start();
    scheduler = made;
  }

  @Override
  public void stop() {
    if (scheduler != null) {
      scheduler.stop();
      scheduler = null;
    }
  }

  @Override
  public boolean isRunning() {
    return scheduler != null;
  }
}

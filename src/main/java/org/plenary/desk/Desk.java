package org.plenary.desk;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.plenary.kernel.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desk of a person. Thread-safe. */
@Service
public class Desk {
  private final List<TaskSource> sources;

  Desk(List<TaskSource> sources) {
    this.sources = sources;
  }

  /** What waits for the actor: what is due first comes first, then what has waited longest. */
  @Transactional(readOnly = true)
  public List<Task> waitingFor(Actor actor) {
    return sources.stream()
        .flatMap(source -> source.waitingFor(actor).stream())
        .sorted(
            Comparator.comparing((Task t) -> t.due() == null ? LocalDate.MAX : t.due())
                .thenComparing(Task::since))
        .toList();
  }
}

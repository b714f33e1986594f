package org.plenary.desk;

import java.util.List;
import org.plenary.kernel.Actor;

/** What of a module waits for someone. Each bean answers with one query or few, never per task. */
public interface TaskSource {
  List<Task> waitingFor(Actor actor);
}

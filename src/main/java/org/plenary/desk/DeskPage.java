package org.plenary.desk;

import java.util.List;

/**
 * What waits for a person, in the order in which it should be looked at.
 *
 * @param late past its day
 * @param soon due within a week
 * @param waiting due later, or without a day
 * @param putOff what the person put off, still waiting
 */
public record DeskPage(List<Task> late, List<Task> soon, List<Task> waiting, List<PutOff> putOff) {

  /** A task that is not shown until a day, or until it is late. */
  public record PutOff(Task task, java.time.LocalDate until) {}

  /** How many tasks are on the desk, without those put off. */
  public int count() {
    return late.size() + soon.size() + waiting.size();
  }
}

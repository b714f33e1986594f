package org.plenary.papers;

import java.util.List;
import java.util.Locale;
import org.plenary.desk.Task;
import org.plenary.desk.TaskSource;
import org.plenary.kernel.Actor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Accepted papers that wait for the secretariat. */
@Component
class PaperTasks implements TaskSource {
  private final PaperLists lists;
  private final MessageSource texts;

  PaperTasks(PaperLists lists, MessageSource texts) {
    this.lists = lists;
    this.texts = texts;
  }

  @Override
  public List<Task> waitingFor(Actor actor) {
    return lists.toPublish(actor).stream()
        .map(
            line ->
                new Task(
                    "paper.publish",
                    List.of(line.title()),
                    texts.getMessage(
                        "desk.publish",
                        new Object[] {line.reference(), line.group()},
                        Locale.ENGLISH),
                    "papers/" + line.reference(),
                    line.changed(),
                    null))
        .toList();
  }
}

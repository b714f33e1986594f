package org.plenary.briefs;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.plenary.desk.Task;
import org.plenary.desk.TaskSource;
import org.plenary.kernel.Actor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Briefs that wait for their group's chair, and cleared ones that wait for the secretariat. */
@Component
class BriefTasks implements TaskSource {
  private final Briefs briefs;
  private final MessageSource texts;

  BriefTasks(Briefs briefs, MessageSource texts) {
    this.briefs = briefs;
    this.texts = texts;
  }

  @Override
  public List<Task> waitingFor(Actor actor) {
    return Stream.concat(
            tasks(actor, BriefState.GROUP_REVIEW, "brief.clear"),
            tasks(actor, BriefState.CLEARED, "brief.publish"))
        .toList();
  }

  private Stream<Task> tasks(Actor actor, BriefState state, String kind) {
    return briefs.inState(actor, state).stream()
        .map(
            line ->
                new Task(
                    kind,
                    List.of(line.title()),
                    texts.getMessage(
                        "task." + kind + ".detail", new Object[] {line.group()}, Locale.ENGLISH),
                    "briefs/" + line.slug(),
                    // A version 7 id begins with the milliseconds at which the draft was started.
                    Instant.ofEpochMilli(line.id().getMostSignificantBits() >>> 16),
                    null));
  }
}

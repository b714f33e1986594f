package org.plenary.briefs;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.plenary.desk.Task;
import org.plenary.desk.TaskSource;
import org.plenary.kernel.Actor;
import org.plenary.papers.PaperStanding;
import org.plenary.ui.Labels;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Briefs and translations that wait for their group's chair, cleared ones that wait for the
 * secretariat, and published ones whose sources changed.
 */
@Component
class BriefTasks implements TaskSource {
  private final Briefs briefs;
  private final BriefSources sources;
  private final MessageSource texts;

  BriefTasks(Briefs briefs, BriefSources sources, MessageSource texts) {
    this.briefs = briefs;
    this.sources = sources;
    this.texts = texts;
  }

  @Override
  public List<Task> waitingFor(Actor actor) {
    return Stream.of(
            briefs.waitingFor(actor).stream().map(this::step),
            briefs.translationsWaitingFor(actor).stream().map(this::step),
            sources.waiting(actor).stream().map(this::look))
        .flatMap(tasks -> tasks)
        .toList();
  }

  private Task step(BriefListLine line) {
    String kind = kind(line.state());
    return new Task(
        kind,
        List.of(line.title()),
        text("task." + kind + ".detail", line.group()),
        "briefs/" + line.slug(),
        started(line.id()),
        null);
  }

  private Task step(Briefs.TranslationLine line) {
    return new Task(
        kind(line.state()),
        List.of(line.title()),
        text("task.brief.translation.detail", line.group(), Labels.language(line.language())),
        "briefs/" + line.slug(),
        started(line.id()),
        null);
  }

  private static String kind(BriefState state) {
    return state == BriefState.CLEARED ? "brief.publish" : "brief.clear";
  }

  private Task look(BriefSources.News news) {
    PaperStanding paper = news.paper();
    return new Task(
        "brief.look",
        List.of(news.title()),
        paper.published()
            ? text("task.brief.look.version", paper.reference(), paper.version(), news.drawn())
            : text("task.brief.look.ended", paper.reference()),
        "briefs/" + news.slug(),
        started(news.brief()),
        null);
  }

  private String text(String key, Object... arguments) {
    return texts.getMessage(key, arguments, Locale.ENGLISH);
  }

  /** A version 7 id begins with the milliseconds at which the draft was started. */
  private static Instant started(UUID id) {
    return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
  }
}

package org.plenary.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a person.
 *
 * @param kind names the texts: {@code task.<kind>} and {@code task.<kind>.verb}
 * @param arguments of the title's text
 * @param detail a line in plain words, made for this actor
 * @param path within the workspace where it is done
 * @param due the last day; null where there is none
 */
public record Task(
    String kind,
    List<Object> arguments,
    String detail,
    String path,
    Instant since,
    @Nullable LocalDate due) {

  /** What it is and where it is done: the same task has the same id at each look. */
  public String id() {
    return kind + " " + path;
  }
}

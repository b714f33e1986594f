package org.plenary.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which lines are asked for.
 *
 * @param record part of what the record is called; empty for all
 * @param person part of the name of who did it; empty for all
 * @param action exactly; empty for all
 * @param from inclusive
 * @param until exclusive
 */
public record TrailFilter(
    String record, String person, String action, @Nullable Instant from, @Nullable Instant until) {
  public static final TrailFilter ALL = new TrailFilter("", "", "", null, null);
}

package org.plenary.briefs;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the public life of a brief ended, for the notice on its page.
 *
 * @param instead the brief that takes its place; null where there is none to be read
 */
public record BriefEnding(BriefState how, LocalDate on, String reason, @Nullable Instead instead) {

  /** The brief to read now. */
  public record Instead(String slug, @Nullable String number, String title) {}

  /** Null for a brief that was not ended. */
  static @Nullable BriefEnding of(Brief brief, Function<UUID, Optional<Brief>> open) {
    LocalDate on = brief.endedOn;
    if (on == null) {
      return null;
    }
    return new BriefEnding(
        brief.state,
        on,
        Objects.requireNonNullElse(brief.endedReason, ""),
        Optional.ofNullable(brief.supersededBy)
            .flatMap(open)
            .map(b -> new Instead(b.slug, b.number, b.title))
            .orElse(null));
  }
}

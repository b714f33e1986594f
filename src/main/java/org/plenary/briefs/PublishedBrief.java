package org.plenary.briefs;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A brief as the public reads it, in one of its languages.
 *
 * @param number year and running number, 2026/07; the same in all languages and editions
 * @param slug its name in addresses in this language; never changes
 * @param published the day of this edition
 * @param latest its last edition, from 1
 * @param languages all it can be read in, the original first
 * @param ending null unless its public life was ended
 */
public record PublishedBrief(
    UUID id,
    String slug,
    String number,
    UUID bodyId,
    LocalDate published,
    int edition,
    int latest,
    List<InLanguage> languages,
    @Nullable BriefEnding ending,
    BriefDraft content) {

  /** A language it can be read in. */
  public record InLanguage(String language, String slug) {}

  /** Whether it says what the partnership says now. */
  public boolean isCurrent() {
    return ending == null && edition == latest;
  }
}

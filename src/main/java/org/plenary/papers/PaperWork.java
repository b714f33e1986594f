package org.plenary.papers;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper as something that persons worked on together. Who wrote it and when is always told, for a
 * tie between persons is one whoever may see the paper; the rest only where the reader it was made
 * for may see the paper's line.
 *
 * @param reference null where the reader may not see the paper; then title, themes, countries,
 *     names and affiliations are empty
 * @param names of the authors, as they stand on the paper
 * @param affiliations of the authors, as they stand on the paper
 * @param on the day of its publication, else of its last version
 */
public record PaperWork(
    UUID id,
    @Nullable String reference,
    String title,
    Set<String> themes,
    Set<String> countries,
    Set<UUID> authors,
    Set<String> names,
    Set<String> affiliations,
    LocalDate on) {}

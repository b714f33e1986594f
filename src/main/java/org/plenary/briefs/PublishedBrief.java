package org.plenary.briefs;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A brief as the public reads it.
 *
 * @param number year and running number, 2026/07
 * @param slug its name in addresses; never changes
 */
public record PublishedBrief(
    UUID id, String slug, String number, UUID bodyId, LocalDate published, BriefDraft content) {}

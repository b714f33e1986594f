package org.plenary.briefs;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A brief as the actor it was made for may see it, with what they may do.
 *
 * @param number from publication on
 * @param published the day; null before it
 * @param revision what revising it must be told
 * @param returned why the draft was given back; null if it was not
 */
public record BriefPage(
    UUID id,
    String slug,
    @Nullable String number,
    UUID body,
    BriefState state,
    @Nullable LocalDate published,
    @Nullable String returned,
    BriefDraft content,
    boolean mayWrite,
    boolean mayClear,
    boolean mayPublish,
    long revision) {}

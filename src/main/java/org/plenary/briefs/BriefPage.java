package org.plenary.briefs;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A brief as the actor it was made for may see it, with what they may do. */
public record BriefPage(
    UUID id,
    String slug,
    @Nullable String number,
    UUID body,
    BriefState state,
    BriefDraft content,
    boolean mayWrite,
    boolean mayClear,
    boolean mayPublish) {}

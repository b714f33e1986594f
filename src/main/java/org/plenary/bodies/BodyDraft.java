package org.plenary.bodies;

import org.jspecify.annotations.Nullable;

/** What is said of a body at its founding; see {@link Body}. */
public record BodyDraft(
    String code,
    String slug,
    String name,
    BodyKind kind,
    @Nullable String theme,
    boolean active,
    String remit) {}

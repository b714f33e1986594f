package org.plenary.review;

import org.jspecify.annotations.Nullable;

/**
 * A decision while it is written; read by its writer alone.
 *
 * @param revision what {@link Decisions#write} must be told to write over it
 */
public record DecisionDraft(@Nullable Outcome outcome, String letter, long revision) {}

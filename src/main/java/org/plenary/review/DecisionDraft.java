package org.plenary.review;

import org.jspecify.annotations.Nullable;

/**
 * A decision while it is written; read by who handles the case alone.
 *
 * @param revision what {@link Cases#write} must be told to write over it
 */
public record DecisionDraft(@Nullable Outcome outcome, String letter, long revision) {}

package org.plenary.review;

import java.time.Instant;

/** A decision as it was sent. */
public record DecisionLine(int round, Outcome outcome, String letter, Instant decided) {}

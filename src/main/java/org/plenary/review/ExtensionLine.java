package org.plenary.review;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for more time, for the reviewer who made it and for who handles the case.
 *
 * @param granted null as long as it waits for an answer
 */
public record ExtensionLine(UUID id, LocalDate until, String why, @Nullable Boolean granted) {}

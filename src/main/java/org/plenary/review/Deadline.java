package org.plenary.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known and done about the due date of an assignment; for who handles the case.
 *
 * @param request the last request for more time
 * @param reminded when the reviewer was last reminded, by the program or by hand
 * @param mayRemind whether they can be reminded by hand today
 * @param mayMove whether the date can still be moved
 */
public record Deadline(
    @Nullable ExtensionLine request,
    @Nullable Instant reminded,
    boolean mayRemind,
    boolean mayMove) {}

package org.plenary.papers;

import java.time.Instant;
import java.util.UUID;

/**
 * A paper in a list.
 *
 * @param group its name
 * @param changed when its last version came
 */
public record PaperLine(
    UUID id, String reference, String title, PaperState state, String group, Instant changed) {}

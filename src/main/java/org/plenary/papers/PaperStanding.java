package org.plenary.papers;

import java.util.UUID;

/**
 * How a paper that was published stands today.
 *
 * @param version the one everyone reads, or read last
 * @param published whether it still stands as published
 */
public record PaperStanding(UUID id, String reference, int version, boolean published) {}

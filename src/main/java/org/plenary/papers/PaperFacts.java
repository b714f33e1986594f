package org.plenary.papers;

import java.util.Set;
import java.util.UUID;

/**
 * What the program itself must know of a paper to follow it: for other modules' rules, never for a
 * page.
 *
 * @param version the last one's number
 */
public record PaperFacts(
    UUID id,
    String reference,
    String title,
    String abstractText,
    String language,
    UUID body,
    PaperState state,
    int version,
    Set<UUID> authors,
    Set<UUID> conflicted) {}

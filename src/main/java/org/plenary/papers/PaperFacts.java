package org.plenary.papers;

import java.util.Set;
import java.util.UUID;

/**
 * What the program itself must know of a paper to follow it: for other modules' rules, never for a
 * page.
 *
 * @param version the last one's number
 * @param reviewers admitted ones
 * @param publishesReviews whether the table of comments and answers is published with the paper
 * @param knowing persons who may know the authors of a double-blind paper, and so cannot review it
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
    Set<UUID> conflicted,
    Set<UUID> reviewers,
    Blindness blindness,
    boolean publishesReviews,
    Set<UUID> knowing) {
  /** Whether its reviewers do not learn who wrote it. */
  public boolean hidesAuthors() {
    return blindness == Blindness.DOUBLE && state != PaperState.PUBLISHED;
  }
}

package org.plenary.review;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.plenary.papers.Blindness;

/**
 * A reviewer's own assignment with what is written so far and, from the second round on, the
 * authors' answers to the comments of the rounds before.
 *
 * @param comments of all rounds, this reviewer's only
 * @param writable whether it is still being written
 * @param revision what saving and submitting must be told
 */
public record ReviewPage(
    UUID id,
    UUID paper,
    String reference,
    String title,
    String abstractText,
    int round,
    int version,
    AssignmentState state,
    LocalDate due,
    ReviewDraft draft,
    List<CommentLine> comments,
    boolean writable,
    long revision,
    Blindness blindness) {}

package org.plenary.review;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment as the actor it was made for may see it.
 *
 * @param reviewer the name where the actor may know it, else “Reviewer 1”; numbers hold across
 *     rounds
 * @param note what the review editor said when closing it
 */
public record CommentLine(
    UUID id,
    String reviewer,
    int round,
    int version,
    Anchor anchor,
    CommentKind kind,
    CommentState state,
    String text,
    @Nullable Disposition disposition,
    String answer,
    String pointer,
    String note) {}

package org.plenary.review;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer says besides the comments.
 *
 * @param scores from 1 to 5 each
 * @param summary for the authors too
 * @param confidential for the editors alone
 */
public record ReviewDraft(
    Map<Criterion, Integer> scores,
    @Nullable Outcome recommendation,
    String summary,
    String confidential) {}

package org.plenary.review;

import java.util.List;
import java.util.UUID;

/**
 * The case of a paper as the actor it was made for may see it: without assignments for who may not
 * know who reviews, without comments for who may not read them yet.
 *
 * @param openSubstantive how many substantive comments still stand in the way of acceptance, among
 *     those the actor may see
 * @param unanswered how many open comments the authors have not answered
 */
public record CasePage(
    UUID id,
    CaseState state,
    int round,
    int version,
    List<AssignmentLine> assignments,
    List<CommentLine> comments,
    List<DecisionLine> decisions,
    int openSubstantive,
    int unanswered,
    boolean mayHandle,
    boolean mayAnswer,
    boolean mayClose) {}

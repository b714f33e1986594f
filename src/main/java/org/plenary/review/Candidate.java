package org.plenary.review;

import java.util.UUID;

/**
 * Someone who may be asked to review.
 *
 * @param load how many reviews are on their plate now
 */
public record Candidate(UUID person, String name, String affiliation, int load) {}

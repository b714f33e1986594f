package org.plenary.review;

import java.util.UUID;

/** The case of this paper moved; where to, its followers read from the case. */
public record CaseMoved(UUID paper) {}

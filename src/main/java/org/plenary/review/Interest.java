package org.plenary.review;

/**
 * What ties a candidate to a paper or its authors.
 *
 * @param reason in plain words, naming only what the actor it was made for may see
 */
public record Interest(Grade grade, String reason) {}

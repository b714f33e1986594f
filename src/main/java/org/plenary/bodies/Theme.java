package org.plenary.bodies;

/** A subject term, decided by consultation: data, not code. */
public record Theme(String code, String label) {}

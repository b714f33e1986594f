package org.plenary.papers;

import java.util.UUID;

/** A paper was submitted; its case opens. */
public record PaperSubmitted(UUID paper) {}

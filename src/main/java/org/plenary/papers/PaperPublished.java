package org.plenary.papers;

import java.util.UUID;

/** A paper is public from now on. */
public record PaperPublished(UUID paper) {}

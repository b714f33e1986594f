package org.plenary.papers;

import java.util.UUID;

/** A paper was taken back by its authors; the case of its review closes. */
public record PaperWithdrawn(UUID paper) {}

package org.plenary.papers;

import java.time.Instant;
import java.util.UUID;

/**
 * A paper in a list.
 *
 * @param reference empty for a draft
 * @param title empty for a draft that has none yet
 * @param group its name; empty for a draft that has none yet
 * @param changed when its last version came
 */
public record PaperLine(
    UUID id, String reference, String title, PaperState state, String group, Instant changed) {
  /** Its page within the workspace. */
  public String path() {
    return reference.isEmpty() ? "papers/draft/" + id : "papers/" + reference;
  }
}

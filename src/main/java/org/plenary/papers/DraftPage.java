package org.plenary.papers;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft as its authors write it.
 *
 * @param reference empty until it is submitted
 * @param fileName of its main file, as the author calls it; empty while there is none
 * @param call the call its authors chose; null for the standing one of its group
 * @param revision what saving it must be told
 */
public record DraftPage(
    UUID id,
    String reference,
    PaperDraft draft,
    String fileName,
    List<SupplementLine> supplements,
    @Nullable UUID call,
    long revision) {
  public boolean hasFile() {
    return !fileName.isEmpty();
  }

  public boolean isSubmitted() {
    return !reference.isEmpty();
  }
}

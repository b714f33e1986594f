package org.plenary.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper as the actor it was made for may see it.
 *
 * @param draft what its authors said; without abstract for who may only know that it exists,
 *     without conflicts for who is no author, without authors for who may not know them
 * @param revision what revising it must be told
 * @param versions newest first; empty for who may not read them
 * @param callId the call it is in; for a draft, the one its authors chose, if any
 * @param named whether the actor may know the authors
 */
public record PaperPage(
    UUID id,
    String reference,
    UUID body,
    PaperState state,
    PaperDraft draft,
    @Nullable LocalDate published,
    List<VersionLine> versions,
    boolean mayEdit,
    boolean mayAddVersion,
    boolean mayPublish,
    long revision,
    @Nullable UUID callId,
    Blindness blindness,
    boolean named) {

  /** A version of a paper. The name of its file is not told: names give authors away. */
  public record VersionLine(int number, String mediaType, Instant uploaded) {}
}

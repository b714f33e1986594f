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
 * @param nextNote what changed in the version that is being prepared; empty for who is no author
 * @param withdrawal null unless it was withdrawn
 * @param callId the call it is in
 * @param named whether the actor may know the authors; if not, who paid is not told either
 */
public record PaperPage(
    UUID id,
    String reference,
    UUID body,
    PaperState state,
    PaperDraft draft,
    @Nullable LocalDate published,
    List<VersionLine> versions,
    boolean mayAddVersion,
    boolean mayPublish,
    boolean mayWithdraw,
    String nextNote,
    @Nullable Withdrawal withdrawal,
    long revision,
    @Nullable UUID callId,
    Blindness blindness,
    boolean named) {

  /**
   * A version of a paper. The name of its file is not told: names give authors away.
   *
   * @param changeNote what changed since the version before; empty for the first
   */
  public record VersionLine(
      int number,
      String mediaType,
      Instant uploaded,
      String changeNote,
      List<SupplementLine> supplements) {}

  /**
   * That its authors took it back.
   *
   * @param reason empty for who may not read its versions
   */
  public record Withdrawal(String reason, Instant at) {}
}

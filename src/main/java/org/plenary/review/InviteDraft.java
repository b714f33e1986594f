package org.plenary.review;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What the handling editor asks several persons at once.
 *
 * @param due by when, for all of them
 * @param note a word of one's own in the mail; may be empty
 * @param known persons whose interest is to be managed, and of which the handling editor says that
 *     they know it
 * @param unchecked whether the desk check is knowingly left out
 */
public record InviteDraft(
    List<UUID> persons, LocalDate due, String note, Set<UUID> known, boolean unchecked) {

  public InviteDraft {
    persons = List.copyOf(persons);
    note = Lengths.atMost(Lengths.NOTE, note.strip());
    known = Set.copyOf(known);
  }

  /** Without a note, a known interest or a desk check. */
  public static InviteDraft plain(Collection<UUID> persons, LocalDate due) {
    return new InviteDraft(List.copyOf(persons), due, "", Set.of(), true);
  }
}

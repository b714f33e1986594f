package org.plenary.bodies;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.SeatRole;

/**
 * A person in the directory.
 *
 * @param seats held today
 * @param account null for whom it is no business
 */
public record DirectoryLine(
    UUID id,
    String name,
    String affiliation,
    String country,
    List<Office> seats,
    @Nullable AccountState account) {

  /** A role in a body, by the body's name. */
  public record Office(SeatRole role, String body) {}
}

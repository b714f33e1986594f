package org.plenary.bodies;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.people.Profile;

/**
 * A person as a colleague sees them.
 *
 * @param email null where it is not for the actor
 * @param affiliation their own words and their organisation
 * @param slug of their public page, if they have one
 * @param account null for whom it is no business
 */
public record PersonPage(
    UUID id,
    Profile profile,
    String affiliation,
    @Nullable String email,
    @Nullable String slug,
    List<SeatLine> seats,
    @Nullable AccountState account,
    boolean isMe,
    boolean mayDisable,
    boolean mayEnable,
    boolean mayInviteAgain,
    boolean mayAppoint) {}

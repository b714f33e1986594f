package org.plenary.bodies;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.SeatRole;

/**
 * A seat, held now, before or later, as lists show it.
 *
 * @param slug of the body
 * @param to the last day; null while none is set
 * @param isOver whether the last day has passed
 * @param hasAccount whether its holder can sign in
 * @param mayEnd whether the actor may set its last day
 * @param mayTakeBack whether the actor may undo it, for it began today or has not begun
 */
public record SeatLine(
    UUID body,
    String bodyName,
    String slug,
    UUID person,
    String personName,
    String affiliation,
    SeatRole role,
    LocalDate from,
    @Nullable LocalDate to,
    boolean isOver,
    boolean hasAccount,
    boolean mayEnd,
    boolean mayTakeBack) {}

package org.plenary.bodies;

import java.util.UUID;
import org.plenary.kernel.SeatRole;

/** A seat held today. */
public record Seat(UUID body, UUID person, SeatRole role) {}

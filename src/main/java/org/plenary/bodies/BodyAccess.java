package org.plenary.bodies;

import org.plenary.kernel.Actor;
import org.plenary.kernel.SeatRole;
import org.plenary.kernel.Terms;

/** Who may do what with bodies and seats; the only place that says so. */
final class BodyAccess {
  private BodyAccess() {}

  /** Whether the actor founds bodies of this kind: groups the secretariat, the rest nobody. */
  static boolean mayFound(Actor actor, BodyKind kind) {
    return actor.isSystem() || (kind == BodyKind.GROUP && actor.holds(Terms.SECRETARIAT));
  }

  /** Whether the actor adds themes. */
  static boolean mayAddThemes(Actor actor) {
    return actor.isSystem() || actor.holds(Terms.SECRETARIAT);
  }

  /** Whether the actor lets a body of this kind rest, and wakes it: groups only. */
  static boolean mayActivate(Actor actor, BodyKind kind) {
    return kind == BodyKind.GROUP && actor.holds(Terms.SECRETARIAT);
  }

  /**
   * Whether the actor gives and ends seats in bodies of this kind: the secretariat; its own seats
   * its head alone, or whoever has one could make themself head.
   */
  static boolean mayAppoint(Actor actor, BodyKind kind) {
    return actor.isSystem()
        || (kind == BodyKind.SECRETARIAT ? isHead(actor) : actor.holds(Terms.SECRETARIAT));
  }

  static boolean isHead(Actor actor) {
    return actor.seats().stream().anyMatch(seat -> seat.role() == SeatRole.HEAD);
  }
}

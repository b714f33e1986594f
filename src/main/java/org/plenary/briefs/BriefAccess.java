package org.plenary.briefs;

import java.util.Set;
import java.util.UUID;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Readers;
import org.plenary.kernel.SeatRole;
import org.plenary.kernel.Terms;

/** Who may do what with a brief; the only place that says so. */
final class BriefAccess {
  /** Reading it whole. */
  static final String TEXT = "text";

  private BriefAccess() {}

  /** Who may read: the group while it is written, the secretariat once cleared, then everyone. */
  static Readers text(UUID body, BriefState state) {
    return switch (state) {
      case DRAFT, GROUP_REVIEW -> new Readers(Set.of(Terms.body(body)), Set.of());
      case CLEARED -> new Readers(Set.of(Terms.body(body), Terms.SECRETARIAT), Set.of());
      case PUBLISHED -> new Readers(Set.of(Terms.PUBLIC), Set.of());
    };
  }

  /** Whether the actor writes briefs of this group: its outreach officers, chair and vice-chair. */
  static boolean mayWrite(Actor actor, UUID body) {
    return actor.isSystem()
        || actor.holds(Terms.seat(SeatRole.OUTREACH_OFFICER, body))
        || mayClear(actor, body);
  }

  /** Whether the actor clears for the group: its chair, and the vice-chair who stands in. */
  static boolean mayClear(Actor actor, UUID body) {
    return actor.isSystem()
        || actor.holds(Terms.seat(SeatRole.CHAIR, body))
        || actor.holds(Terms.seat(SeatRole.VICE_CHAIR, body));
  }

  static boolean mayPublish(Actor actor) {
    return actor.isSystem() || actor.holds(Terms.SECRETARIAT);
  }
}

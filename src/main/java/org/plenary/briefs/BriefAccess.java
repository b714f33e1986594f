package org.plenary.briefs;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Readers;
import org.plenary.kernel.SeatRole;
import org.plenary.kernel.Terms;

/** Who may do what with a brief; the only place that says so. */
final class BriefAccess {
  /** Reading it whole. */
  static final String TEXT = "text";

  private BriefAccess() {}

  /**
   * Who may read a brief or one of its translations: the group while it is written, the secretariat
   * once cleared, then everyone. What was withdrawn is theirs again; an earlier edition is reached
   * through the brief alone.
   */
  static Readers text(UUID body, BriefState state) {
    return switch (state) {
      case DRAFT, GROUP_REVIEW -> new Readers(Set.of(Terms.body(body)), Set.of());
      case CLEARED, WITHDRAWN -> new Readers(Set.of(Terms.body(body), Terms.SECRETARIAT), Set.of());
      case PUBLISHED, SUPERSEDED, RETRACTED -> new Readers(Set.of(Terms.PUBLIC), Set.of());
      case EARLIER -> Readers.NOBODY;
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

  /** Whether the actor may say what becomes of a published brief. */
  static boolean mayEnd(Actor actor) {
    return mayPublish(actor);
  }

  /** Whether the actor may put an option on the menu. */
  static boolean mayRunTheMenu(Actor actor) {
    return mayPublish(actor);
  }

  /**
   * Whether the actor answers for a published brief: whoever started it, as long as they write for
   * the group; otherwise all who write for it.
   *
   * @param owner who started it; null where the program did
   */
  static boolean owns(Actor actor, UUID body, @Nullable UUID owner, boolean ownerStillWrites) {
    return mayWrite(actor, body) && (owner == null || !ownerStillWrites || actor.is(owner));
  }
}

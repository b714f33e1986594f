package org.plenary.bodies;

import java.util.List;
import org.plenary.kernel.SeatRole;

/** What sort of body it is, and so what its seats can be. */
public enum BodyKind {
  GROUP(
      SeatRole.CHAIR,
      SeatRole.VICE_CHAIR,
      SeatRole.MEMBER,
      SeatRole.REVIEW_EDITOR,
      SeatRole.OUTREACH_OFFICER,
      SeatRole.VOLUNTEER),
  STEERING(SeatRole.CHAIR, SeatRole.VICE_CHAIR, SeatRole.MEMBER),
  /** The roles of this kind alone make someone one of the secretariat. */
  SECRETARIAT(SeatRole.HEAD, SeatRole.PROJECT_OFFICER),
  DONORS(SeatRole.CHAIR, SeatRole.VICE_CHAIR, SeatRole.MEMBER);

  private final List<SeatRole> roles;

  BodyKind(SeatRole... roles) {
    this.roles = List.of(roles);
  }

  /** The roles that a seat of such a body can have. */
  public List<SeatRole> roles() {
    return roles;
  }
}

package org.plenary.kernel;

/** What a person does in a body's seat. */
public enum SeatRole {
  CHAIR,
  VICE_CHAIR,
  MEMBER,
  REVIEW_EDITOR,
  OUTREACH_OFFICER,
  /** Has what a paper, review or group admits them to; reads nothing of the group by the seat. */
  VOLUNTEER,
  HEAD,
  PROJECT_OFFICER;

  /** Whether the seat reads what the group reads. */
  public boolean readsTheGroups() {
    return switch (this) {
      case CHAIR, VICE_CHAIR, MEMBER, REVIEW_EDITOR, OUTREACH_OFFICER -> true;
      case VOLUNTEER, HEAD, PROJECT_OFFICER -> false;
    };
  }

  /** Whether the seat is one of the secretariat's. */
  public boolean isSecretariat() {
    return this == HEAD || this == PROJECT_OFFICER;
  }
}

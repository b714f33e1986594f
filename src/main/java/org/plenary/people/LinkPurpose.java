package org.plenary.people;

import java.time.Duration;

/** What the secret link of a mail is for, and how long it can be used. */
public enum LinkPurpose {
  /** Confirms the address of someone who registered. */
  CONFIRM(Duration.ofDays(2)),
  /** Accepts the secretariat's invitation. */
  INVITE(Duration.ofDays(14)),
  /** Sets another password. */
  RESET(Duration.ofHours(1));

  private final Duration lasts;

  LinkPurpose(Duration lasts) {
    this.lasts = lasts;
  }

  public Duration lasts() {
    return lasts;
  }
}

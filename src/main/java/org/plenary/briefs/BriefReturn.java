package org.plenary.briefs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** That a brief was given back to its writers, and why; never changed. */
@Entity
@Table(name = "brief_return")
@NullUnmarked
class BriefReturn {
  @Id UUID id;
  UUID briefId;

  @Column(length = 65_000)
  String reason;

  UUID returnedBy;
  Instant returnedAt;

  protected BriefReturn() {}

  BriefReturn(UUID id, UUID brief, String reason, UUID by, Instant now) {
    this.id = id;
    this.briefId = brief;
    this.reason = reason;
    this.returnedBy = by;
    this.returnedAt = now;
  }
}

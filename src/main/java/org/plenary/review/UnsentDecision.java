package org.plenary.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** The decision on a case while one person writes its letter. */
@Entity
@Table(name = "review_decision_draft")
@NullUnmarked
class UnsentDecision {
  @Id UUID id;
  // Null until saved: how Spring Data tells a new row whose id was given.
  @Version Long revision;
  UUID caseId;
  UUID personId;

  @Enumerated(EnumType.STRING)
  @Nullable Outcome outcome;

  @Column(length = 65_000)
  String letter = "";

  protected UnsentDecision() {}

  UnsentDecision(UUID id, UUID of, UUID by) {
    this.id = id;
    this.caseId = of;
    this.personId = by;
  }
}

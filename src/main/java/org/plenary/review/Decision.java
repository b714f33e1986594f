package org.plenary.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A decision as it was sent; never changed. */
@Entity
@Table(name = "review_decision")
@NullUnmarked
class Decision {
  @Id UUID id;
  UUID caseId;
  int round;

  @Enumerated(EnumType.STRING)
  Outcome outcome;

  @Column(length = 65_000)
  String letter;

  UUID decidedBy;
  Instant decidedAt;

  protected Decision() {}

  Decision(UUID id, ReviewCase of, Outcome outcome, String letter, UUID by, Instant now) {
    this.id = id;
    this.caseId = of.id;
    this.round = of.round;
    this.outcome = outcome;
    this.letter = letter;
    this.decidedBy = by;
    this.decidedAt = now;
  }
}

package org.plenary.review;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What the desk check of a case found on one point. */
@Entity
@Table(name = "review_desk_check")
@NullUnmarked
class DeskFinding {
  @Id UUID id;
  // Null until saved: how Spring Data tells a new row whose id was given.
  @Version Long revision;
  UUID caseId;

  @Enumerated(EnumType.STRING)
  DeskPoint point;

  @Enumerated(EnumType.STRING)
  @Nullable Verdict verdict;

  String note = "";
  UUID checkedBy;
  Instant checkedAt;

  protected DeskFinding() {}

  DeskFinding(UUID id, UUID of, DeskPoint point) {
    this.id = id;
    this.caseId = of;
    this.point = point;
  }
}

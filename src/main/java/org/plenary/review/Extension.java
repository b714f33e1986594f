package org.plenary.review;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.DomainException;

/** That a reviewer asked for more time, and what came of it. */
@Entity
@Table(name = "review_extension")
@NullUnmarked
class Extension {
  @Id UUID id;
  // Null until saved: how Spring Data tells a new row whose id was given.
  @Version Long revision;
  UUID assignmentId;
  LocalDate untilOn;
  String why;
  Instant askedAt;
  @Nullable Boolean granted;
  @Nullable Instant answeredAt;

  protected Extension() {}

  Extension(UUID id, UUID assignment, LocalDate until, String why, Instant now) {
    this.id = id;
    this.assignmentId = assignment;
    this.untilOn = until;
    this.why = why;
    this.askedAt = now;
  }

  void answer(boolean grant, Instant now) {
    if (answeredAt != null) {
      throw new DomainException("review.extension.answered");
    }
    granted = grant;
    answeredAt = now;
  }
}

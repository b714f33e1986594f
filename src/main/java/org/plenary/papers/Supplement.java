package org.plenary.papers;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A further file of a version, numbered from 1 within it. */
@Embeddable
@NullUnmarked
class Supplement {
  int version;
  int number;

  @Column(columnDefinition = "char(64)")
  String sha256;

  String label;
  String fileName;
  Instant uploadedAt;

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Supplement that && version == that.version && number == that.number;
  }

  @Override
  public int hashCode() {
    return Objects.hash(version, number);
  }
}

package org.plenary.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UuidsTest {
  @Test
  void isOfVersion7AndOrderedByTime() {
    Instant now = Instant.parse("2026-11-22T08:00:00Z");
    UUID earlier = Uuids.v7(now);
    UUID later = Uuids.v7(now.plusMillis(1));
    assertThat(earlier.version()).isEqualTo(7);
    assertThat(earlier.variant()).isEqualTo(2);
    assertThat(earlier.toString()).isLessThan(later.toString());
  }

  @Test
  void survivesItsBytes() {
    UUID id = Uuids.v7(Instant.now());
    assertThat(Uuids.of(Uuids.bytes(id))).isEqualTo(id);
  }
}

package org.plenary.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** How long guessing is let go on. */
class SignInThrottleTest {
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private final SignInThrottle throttle =
      new SignInThrottle(
          new Clock() {
            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          });

  private void fail(int times, String email, String place) {
    for (int i = 0; i < times; i++) {
      throttle.failed(email, place);
    }
  }

  @Test
  void afterTenFailuresFromOnePlaceOnlyThatPlaceWaits() {
    fail(SignInThrottle.FROM_ONE_PLACE - 1, "chair@example.org", "here");
    assertThat(throttle.allows("chair@example.org", "here")).isTrue();
    fail(1, " Chair@Example.org", "here");
    assertThat(throttle.allows("chair@example.org", "here")).isFalse();
    assertThat(throttle.allows("chair@example.org", "elsewhere")).isTrue();
    assertThat(throttle.allows("other@example.org", "here")).isTrue();
    now = now.plus(SignInThrottle.WINDOW);
    assertThat(throttle.allows("chair@example.org", "here")).isTrue();
  }

  @Test
  void manyPlacesTogetherHoldAnAccountAndManyAccountsAPlace() {
    for (int i = 0; i < SignInThrottle.FOR_ONE_ACCOUNT; i++) {
      throttle.failed("chair@example.org", "place" + i);
    }
    assertThat(throttle.allows("chair@example.org", "yet another")).isFalse();
    for (int i = 0; i < SignInThrottle.FOR_ANYONE; i++) {
      throttle.failed("person" + i + "@example.org", "here");
    }
    assertThat(throttle.allows("new@example.org", "here")).isFalse();
  }

  @Test
  void whoeverIsInStartsAnew() {
    fail(SignInThrottle.FROM_ONE_PLACE - 1, "chair@example.org", "here");
    throttle.succeeded("chair@example.org", "here");
    fail(SignInThrottle.FROM_ONE_PLACE - 1, "chair@example.org", "here");
    assertThat(throttle.allows("chair@example.org", "here")).isTrue();
  }
}

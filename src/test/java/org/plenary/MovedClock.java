package org.plenary;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Primary;

/**
 * The program's clock in tests: the true one, moved by as much as a test says. Whoever moves it
 * puts it back, for all tests share one program; to stay clear of what others wrote, start in the
 * past and move on to today.
 */
@Primary
public class MovedClock extends Clock {
  private volatile Duration by = Duration.ZERO;

  /** From now on it shows the true time and this much. */
  public void move(Duration moved) {
    by = moved;
  }

  public void reset() {
    by = Duration.ZERO;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(Clock.system(zone), by);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(by);
  }
}

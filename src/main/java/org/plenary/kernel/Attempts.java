package org.plenary.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts how often something was tried within a while, so that it can be held off. Kept in memory:
 * a restart forgets it. Thread-safe.
 */
public final class Attempts {
  private static final int MOST_KEPT = 50_000;
  private final Map<String, Count> kept = new ConcurrentHashMap<>();
  private final Clock clock;
  private final Duration window;

  /**
   * @param window from the first attempt on; after it counting begins anew
   */
  public Attempts(Clock clock, Duration window) {
    this.clock = clock;
    this.window = window;
  }

  private record Count(Instant since, int number) {}

  /** Whether this was tried less often than that. */
  public boolean fewer(String key, int than) {
    Count count = kept.get(key);
    return count == null || !isFresh(count, clock.instant()) || count.number() < than;
  }

  /** Counts one more. */
  public void count(String key) {
    Instant now = clock.instant();
    if (kept.size() > MOST_KEPT) {
      kept.values().removeIf(count -> !isFresh(count, now));
    }
    kept.merge(
        key,
        new Count(now, 1),
        (before, one) ->
            isFresh(before, now) ? new Count(before.since(), before.number() + 1) : one);
  }

  public void forget(String key) {
    kept.remove(key);
  }

  private boolean isFresh(Count count, Instant now) {
    return count.since().plus(window).isAfter(now);
  }
}

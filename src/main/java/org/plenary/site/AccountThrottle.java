package org.plenary.site;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.plenary.kernel.Attempts;
import org.springframework.stereotype.Component;

/**
 * Holds off who asks for account links without end: from one place, or for one address, lest
 * someone's mailbox be filled. An address counts whether or not there is an account, so that the
 * answer tells nothing. The place is where the connection comes from; headers that claim another
 * are not believed. Thread-safe.
 */
@Component
class AccountThrottle {
  static final int FROM_ONE_PLACE = 30;
  static final int FOR_ONE_ADDRESS = 5;
  private final Attempts asked;

  AccountThrottle(Clock clock) {
    asked = new Attempts(clock, Duration.ofMinutes(15));
  }

  /** Counts a request and says whether it is taken. */
  boolean takes(String email, String place) {
    String from = "place " + place;
    String to = "address " + email.strip().toLowerCase(Locale.ROOT);
    boolean taken = asked.fewer(from, FROM_ONE_PLACE) && asked.fewer(to, FOR_ONE_ADDRESS);
    asked.count(from);
    asked.count(to);
    return taken;
  }
}

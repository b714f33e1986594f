package org.plenary.shell;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Attempts;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Holds off guessing of passwords. Counted are failed attempts for an e-mail address from one
 * place, for it from anywhere, and from one place for anyone, whether or not there is such an
 * account, so that the answer tells nothing. The place is where the connection comes from; headers
 * that claim another are not believed. Counts are kept in memory: a restart forgets them.
 * Thread-safe.
 */
@Component
class SignInThrottle {
  static final Duration WINDOW = Duration.ofMinutes(15);
  static final int FROM_ONE_PLACE = 10;

  /** More than from one place, or anyone could keep a person out. */
  static final int FOR_ONE_ACCOUNT = 50;

  static final int FOR_ANYONE = 100;
  private final Attempts failures;

  SignInThrottle(Clock clock) {
    failures = new Attempts(clock, WINDOW);
  }

  /** A thing that is counted, and how often it may fail. */
  private record Limit(String key, int most) {}

  private static List<Limit> limits(String email, String place) {
    String account = email.strip().toLowerCase(Locale.ROOT);
    return List.of(
        new Limit("both " + account + " " + place, FROM_ONE_PLACE),
        new Limit("account " + account, FOR_ONE_ACCOUNT),
        new Limit("place " + place, FOR_ANYONE));
  }

  /** Whether another attempt is taken now. */
  boolean allows(String email, String place) {
    return limits(email, place).stream()
        .allMatch(limit -> failures.fewer(limit.key(), limit.most()));
  }

  void failed(String email, String place) {
    limits(email, place).forEach(limit -> failures.count(limit.key()));
  }

  /** Whoever is in need not wait for earlier slips; the place goes on being counted. */
  void succeeded(String email, String place) {
    limits(email, place).stream()
        .filter(limit -> !limit.key().startsWith("place "))
        .forEach(limit -> failures.forget(limit.key()));
  }

  /** Looks at a password only where another attempt is allowed. */
  AuthenticationProvider before(AuthenticationProvider passwords) {
    return new AuthenticationProvider() {
      @Override
      public @Nullable Authentication authenticate(Authentication attempt) {
        String place =
            attempt.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "";
        if (!allows(attempt.getName(), place)) {
          throw new LockedException("too many attempts");
        }
        try {
          @Nullable Authentication signedIn = passwords.authenticate(attempt);
          succeeded(attempt.getName(), place);
          return signedIn;
        } catch (AuthenticationException e) {
          failed(attempt.getName(), place);
          throw e;
        }
      }

      @Override
      public boolean supports(Class<?> attempt) {
        return passwords.supports(attempt);
      }
    };
  }
}

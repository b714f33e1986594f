package org.plenary.bodies;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.plenary.kernel.Actor;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.SeatRole;
import org.plenary.people.Accounts;
import org.plenary.people.NewAccount;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The beginning of a house that has no account: whoever can read what the start prints may make the
 * first one. The secret lives as long as the program runs and is worth nothing once there is an
 * account. Thread-safe.
 */
@Component
public class FirstRun {
  private final Accounts accounts;
  private final Bodies bodies;
  private final Seats seats;
  private final FirstConfiguration configuration;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final String baseUrl;
  private final String token;
  private volatile boolean done;

  FirstRun(
      Accounts accounts,
      Bodies bodies,
      Seats seats,
      FirstConfiguration configuration,
      TransactionTemplate transaction,
      Clock clock,
      @Value("${plenary.base-url}") String baseUrl) {
    this.accounts = accounts;
    this.bodies = bodies;
    this.seats = seats;
    this.configuration = configuration;
    this.transaction = transaction;
    this.clock = clock;
    this.baseUrl = baseUrl;
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    this.token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whether the house still waits for its first account. */
  public boolean isNeeded() {
    if (!done) {
      done = accounts.isAny();
    }
    return !done;
  }

  /** Where the first account is made, secret and all: for the terminal alone. */
  public Optional<String> address() {
    return isNeeded() ? Optional.of(baseUrl + "/first-run?token=" + token) : Optional.empty();
  }

  /** Whether this secret opens the page. */
  public boolean opens(String secret) {
    return MessageDigest.isEqual(
            token.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8))
        && isNeeded();
  }

  /**
   * Makes the first account, head of the secretariat.
   *
   * @param withGroups whether the groups of the first configuration are founded too
   */
  public synchronized void setUp(
      String secret, NewAccount head, String email, String password, boolean withGroups) {
    if (!opens(secret)) {
      throw new NotFoundException("first run");
    }
    transaction.executeWithoutResult(
        status -> {
          UUID person = accounts.openFirst(Actor.SYSTEM, head, email, password);
          if (bodies.byKind(BodyKind.SECRETARIAT).isEmpty()) {
            configuration.foundCommittees(Actor.SYSTEM);
          }
          if (withGroups && bodies.groups().isEmpty()) {
            configuration.foundGroups(Actor.SYSTEM);
          }
          Body secretariat = bodies.byKind(BodyKind.SECRETARIAT).getFirst();
          seats.give(
              Actor.SYSTEM,
              person,
              new Seats.Term(secretariat.id(), SeatRole.HEAD, LocalDate.now(clock), null));
        });
  }
}

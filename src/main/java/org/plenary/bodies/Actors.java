package org.plenary.bodies;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plenary.kernel.Actor;
import org.plenary.people.People;
import org.plenary.people.Person;
import org.plenary.people.SignedIn;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Service;

/**
 * Makes actors from accounts and seats. Nothing is kept between calls: a disabled account or an
 * ended seat counts from the next call on. Thread-safe.
 */
@Service
public class Actors {
  private final People people;
  private final Bodies bodies;
  private final SecurityContextHolderStrategy contexts;

  Actors(People people, Bodies bodies, SecurityContextHolderStrategy contexts) {
    this.people = people;
    this.bodies = bodies;
    this.contexts = contexts;
  }

  /** Who is signed in on this thread; {@link Actor#PUBLIC} if nobody is, or no longer may be. */
  public Actor current() {
    return currentPerson().map(this::actor).orElse(Actor.PUBLIC);
  }

  /** The person signed in on this thread, if their session still counts. */
  public Optional<Person> currentPerson() {
    Authentication signedIn = contexts.getContext().getAuthentication();
    return signedIn != null && signedIn.getPrincipal() instanceof SignedIn session
        ? people.signedIn(session)
        : Optional.empty();
  }

  /** The actor this person is today; {@link Actor#PUBLIC} if there is no enabled account. */
  public Actor of(UUID person) {
    return people.enabled(person).map(this::actor).orElse(Actor.PUBLIC);
  }

  private Actor actor(Person person) {
    return Actor.of(
        person.id(),
        person.name(),
        bodies.seatsOf(person.id()).stream()
            .map(seat -> new Actor.SeatIn(seat.body(), seat.role()))
            .collect(Collectors.toSet()));
  }
}

package org.plenary.kernel;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: the first parameter of every service method. Made anew for each request from the seats
 * held at that moment, so that a seat that ended yesterday gives nothing today.
 *
 * @param person null for the public and for the program itself
 * @param name as shown to others
 * @param seats current ones only
 * @param terms the {@linkplain Terms reader terms} held
 */
public record Actor(@Nullable UUID person, String name, Set<SeatIn> seats, Set<String> terms) {

  /** Everyone who is not signed in. */
  public static final Actor PUBLIC = new Actor(null, "public", Set.of(), Set.of(Terms.PUBLIC));

  /** The program itself, when one fact follows from another; holds no right to read. */
  public static final Actor SYSTEM = new Actor(null, "Plenary", Set.of(), Set.of(Terms.SYSTEM));

  /** A seat in a body. */
  public record SeatIn(UUID body, SeatRole role) {}

  public Actor {
    seats = Set.copyOf(seats);
    terms = Set.copyOf(terms);
  }

  /** A signed-in person with the seats they hold. */
  public static Actor of(UUID person, String name, Set<SeatIn> seats) {
    Set<String> terms = new TreeSet<>(Set.of(Terms.PUBLIC, Terms.person(person)));
    for (SeatIn seat : seats) {
      terms.add(Terms.seat(seat.role(), seat.body()));
      if (seat.role().readsTheGroups()) {
        terms.add(Terms.body(seat.body()));
      }
      if (seat.role().isSecretariat()) {
        terms.add(Terms.SECRETARIAT);
      }
    }
    return new Actor(person, name, seats, Collections.unmodifiableSet(terms));
  }

  /** The person's id; for commands that only a person gives. */
  public UUID id() {
    if (person == null) {
      throw new NotFoundException("a signed-in person");
    }
    return person;
  }

  public boolean holds(String term) {
    return terms.contains(term);
  }

  public boolean is(@Nullable UUID other) {
    return person != null && person.equals(other);
  }

  public boolean isSystem() {
    return holds(Terms.SYSTEM);
  }
}

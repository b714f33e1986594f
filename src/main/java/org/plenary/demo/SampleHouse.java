package org.plenary.demo;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.plenary.bodies.Actors;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Body;
import org.plenary.bodies.Seat;
import org.plenary.kernel.Actor;
import org.plenary.kernel.SeatRole;

/**
 * Who is in the house once the sample's people are loaded.
 *
 * @param groups bodies by code
 * @param persons by name
 * @param reviewers those of them who are asked to review
 */
record SampleHouse(
    Actors actors,
    Bodies bodies,
    Map<String, Body> groups,
    Map<String, UUID> persons,
    Set<UUID> reviewers) {

  Body group(String code) {
    Body group = groups.get(code);
    if (group == null) {
      throw new IllegalStateException("no body " + code);
    }
    return group;
  }

  /** Whoever signs in under this name. */
  Actor named(String name) {
    UUID person = persons.get(name);
    if (person == null) {
      throw new IllegalStateException("nobody of the house is called " + name);
    }
    return actors.of(person);
  }

  /** Who holds this seat of the body; the first, if there are several. */
  Actor inRole(Body body, SeatRole role) {
    return bodies.seats(body.id()).stream()
        .filter(seat -> seat.role() == role)
        .map(Seat::person)
        .findFirst()
        .map(actors::of)
        .orElseThrow();
  }
}

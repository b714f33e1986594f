package org.plenary.papers;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plenary.bodies.Actors;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.BodyKind;
import org.plenary.bodies.Seat;
import org.springframework.stereotype.Component;

/**
 * To whom the authors of a double-blind paper are known, so that none of them is asked to review.
 */
@Component
class AuthorsKnown {
  private final Bodies bodies;
  private final Actors actors;

  AuthorsKnown(Bodies bodies, Actors actors) {
    this.bodies = bodies;
    this.actors = actors;
  }

  /** Persons who may know the authors though they should not; nobody where anyone may. */
  Set<UUID> to(PaperAccess.Facts paper) {
    if (!PaperAccess.hidesAuthors(paper)) {
      return Set.of();
    }
    return Stream.concat(Stream.ofNullable(paper.body()), secretariats())
        .flatMap(body -> bodies.seats(body).stream())
        .map(Seat::person)
        .distinct()
        .filter(person -> PaperAccess.names(paper).admit(actors.of(person)))
        .collect(Collectors.toSet());
  }

  private Stream<UUID> secretariats() {
    return bodies.byKind(BodyKind.SECRETARIAT).stream().map(body -> body.id());
  }
}

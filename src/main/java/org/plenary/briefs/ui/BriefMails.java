package org.plenary.briefs.ui;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plenary.bodies.Actors;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.BodyKind;
import org.plenary.bodies.Seat;
import org.plenary.kernel.SeatRole;
import org.plenary.people.People;
import org.plenary.people.Person;

/** Says before a step who will get mail. */
@org.springframework.stereotype.Component
class BriefMails {
  private final Bodies bodies;
  private final People people;
  private final Actors actors;

  BriefMails(Bodies bodies, People people, Actors actors) {
    this.bodies = bodies;
    this.people = people;
    this.actors = actors;
  }

  String toTheSecretariat() {
    return mail(
        bodies.byKind(BodyKind.SECRETARIAT).stream()
            .flatMap(body -> bodies.seats(body.id()).stream()));
  }

  String toTheWriters(UUID body) {
    return to(body, Set.of(SeatRole.OUTREACH_OFFICER));
  }

  String toTheGroup(UUID body) {
    return to(body, Set.of(SeatRole.OUTREACH_OFFICER, SeatRole.CHAIR));
  }

  private String to(UUID body, Set<SeatRole> roles) {
    return mail(bodies.seats(body).stream().filter(seat -> roles.contains(seat.role())));
  }

  /** Who gets mail; whoever acts gets none. */
  private String mail(Stream<Seat> seats) {
    UUID me = actors.current().id();
    List<UUID> ids = seats.map(Seat::person).filter(id -> !id.equals(me)).distinct().toList();
    String names =
        people.byIds(ids).values().stream()
            .map(Person::name)
            .sorted()
            .collect(Collectors.joining(", "));
    UI ui = UI.getCurrent();
    return names.isEmpty()
        ? ui.getTranslation("brief.mail.none")
        : ui.getTranslation("brief.mail", names);
  }
}

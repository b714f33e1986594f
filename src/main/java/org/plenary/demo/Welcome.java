package org.plenary.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.FirstRun;
import org.plenary.kernel.Actor;
import org.plenary.people.People;
import org.plenary.people.Person;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says on the terminal where the program answers and how to sign in: for the sample with its
 * accounts, in a house that has none at the page that makes the first.
 */
@Component
@ConditionalOnBooleanProperty("plenary.serving")
class Welcome {
  /** One of the sample's accounts a role; two volunteers, for a paper has two reviewers. */
  private static final List<String> SIGN_INS =
      List.of(
          "chair",
          "vicechair",
          "author",
          "reviewer1",
          "reviewer2",
          "editor",
          "outreach",
          "secretariat",
          "officer",
          "steering",
          "donor");

  private final People people;
  private final Bodies bodies;
  private final FirstRun firstRun;
  private final String address;

  Welcome(
      People people,
      Bodies bodies,
      FirstRun firstRun,
      @Value("${plenary.base-url}") String address) {
    this.people = people;
    this.bodies = bodies;
    this.firstRun = firstRun;
    this.address = address;
  }

  @EventListener(ApplicationReadyEvent.class)
  void greet() {
    System.out.println();
    System.out.println("Plenary answers at " + address + "/");
    firstRun
        .address()
        .ifPresent(
            page -> System.out.println("It has no account yet; make the first one at " + page));
    Map<String, Person> byAddress =
        people.directory(Actor.SYSTEM).stream()
            .collect(Collectors.toMap(Person::email, Function.identity()));
    List<String> lines =
        SIGN_INS.stream()
            .map(account -> byAddress.get(account + "@example.org"))
            .filter(Objects::nonNull)
            .map(person -> "  %-24s %s".formatted(person.email(), roles(person.id())))
            .toList();
    if (!lines.isEmpty()) {
      System.out.println(
          "Sample sign-ins at "
              + address
              + "/workspace/ (password "
              + DemoPartnership.PASSWORD
              + "):");
      lines.forEach(System.out::println);
    }
    System.out.println();
  }

  private String roles(UUID person) {
    return bodies.seatsOf(person).stream()
        .map(
            seat ->
                seat.role().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + ", "
                    + bodies.byId(seat.body()).orElseThrow().name())
        .collect(Collectors.joining("; "));
  }
}

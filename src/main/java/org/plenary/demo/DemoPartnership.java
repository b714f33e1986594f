package org.plenary.demo;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.plenary.bodies.Actors;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Body;
import org.plenary.bodies.FirstConfiguration;
import org.plenary.demo.Sample.Human;
import org.plenary.demo.Sample.SamplePaper;
import org.plenary.demo.Sample.SampleSeat;
import org.plenary.kernel.Actor;
import org.plenary.kernel.BeforeOpening;
import org.plenary.kernel.Uuids;
import org.plenary.people.Accounts;
import org.plenary.people.People;
import org.plenary.people.Person;
import org.plenary.people.Profile;
import org.plenary.people.Profiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the sample partnership into an empty database, through the same commands people use, in one
 * transaction: a start that was cut short leaves nothing half there.
 */
@Component
@ConditionalOnBooleanProperty("plenary.demo")
class DemoPartnership extends BeforeOpening {
  private static final Logger LOG = LoggerFactory.getLogger(DemoPartnership.class);

  /** The password of every sample account; printed at the start, for trying only. */
  static final String PASSWORD = "sample-partnership";

  /** How much of the sample is loaded. */
  enum Extent {
    /** The people and papers of the tour. */
    SMALL,
    /** With the whole library. */
    WHOLE
  }

  private final Actors actors;
  private final Bodies bodies;
  private final FirstConfiguration configuration;
  private final Accounts accounts;
  private final People people;
  private final Profiles profiles;
  private final SamplePapers papers;
  private final SampleBriefs briefs;
  private final TransactionTemplate transaction;
  private final EntityManager entities;
  private final Clock clock;
  private final Extent extent;

  DemoPartnership(
      Actors actors,
      Bodies bodies,
      FirstConfiguration configuration,
      Accounts accounts,
      People people,
      Profiles profiles,
      SamplePapers papers,
      SampleBriefs briefs,
      TransactionTemplate transaction,
      EntityManager entities,
      Clock clock,
      @Value("${plenary.demo.sample}") Extent extent) {
    super(0);
    this.actors = actors;
    this.bodies = bodies;
    this.configuration = configuration;
    this.accounts = accounts;
    this.people = people;
    this.profiles = profiles;
    this.papers = papers;
    this.briefs = briefs;
    this.transaction = transaction;
    this.entities = entities;
    this.clock = clock;
    this.extent = extent;
  }

  @Override
  protected void work() {
    // A house that was begun without the sample stays without, whatever it is started with.
    if (accounts.isAny() || !bodies.groups().isEmpty()) {
      return;
    }
    Sample sample = extent == Extent.WHOLE ? Sample.whole() : Sample.small();
    Instant begun = clock.instant();
    transaction.executeWithoutResult(status -> load(sample));
    LOG.info(
        "Loaded the sample partnership in {} s: {} people, {} papers, {} briefs",
        Duration.between(begun, clock.instant()).toSeconds(),
        sample.people().size(),
        sample.papers().size(),
        sample.briefs().size());
  }

  private void load(Sample sample) {
    configuration.foundCommittees(Actor.SYSTEM);
    configuration.foundGroups(Actor.SYSTEM);
    Map<String, Body> groups = new HashMap<>();
    bodies.all().forEach(body -> groups.put(body.code(), body));
    Map<String, UUID> persons = new HashMap<>();
    Set<UUID> reviewers = new HashSet<>();
    List<Person> registered = sample.people().stream().map(this::person).toList();
    people.register(Actor.SYSTEM, registered, PASSWORD);
    for (int i = 0; i < registered.size(); i++) {
      Person person = registered.get(i);
      Human p = sample.people().get(i);
      seat(person, p, groups);
      persons.put(person.name(), person.id());
      if (p.expertise() != null) {
        reviewers.add(person.id());
      }
    }
    SampleHouse house = new SampleHouse(actors, bodies, groups, persons, reviewers);
    Map<String, UUID> paperIds = new HashMap<>();
    for (SamplePaper p : sample.papers()) {
      paperIds.put(p.key(), papers.load(p, house));
      forget();
    }
    briefs.load(sample.briefs(), house, paperIds, this::forget);
  }

  /** What is written is written; keeping hold of all of it would make each step slower. */
  private void forget() {
    entities.flush();
    entities.clear();
  }

  private Person person(Human p) {
    return new Person(
        Uuids.v7(clock.instant()),
        p.name(),
        p.email(),
        p.affiliation(),
        p.country(),
        ZoneId.of(p.zone()));
  }

  private void seat(Person person, Human p, Map<String, Body> all) {
    for (SampleSeat seat : p.seats()) {
      Body body = Objects.requireNonNull(all.get(seat.body()));
      bodies.appoint(Actor.SYSTEM, body, person.id(), seat.role(), LocalDate.of(2026, 1, 1));
    }
    List<String> expertise = p.expertise();
    if (expertise != null) {
      keepProfile(person, expertise, p);
    }
  }

  private void keepProfile(Person person, List<String> expertise, Human p) {
    Actor self = actors.of(person.id());
    profiles.keep(
        self,
        new Profile(
            person.name(),
            person.affiliation(),
            null,
            person.country(),
            person.zone(),
            null,
            expertise,
            null,
            null,
            null,
            p.consents(),
            Objects.requireNonNullElse(p.biography(), "")),
        profiles.mine(self).revision());
  }
}

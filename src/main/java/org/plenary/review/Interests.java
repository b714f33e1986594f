package org.plenary.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plenary.kernel.Actor;
import org.plenary.kernel.SeatRole;
import org.plenary.papers.PaperWork;
import org.plenary.people.People;
import org.plenary.people.Person;
import org.plenary.review.CaseFiles.File;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Finds what ties persons to a paper and its authors. The tie holds whatever the actor may see; its
 * reason names a paper only if they may see that.
 */
@Component
class Interests {
  /** How long having written together counts. */
  static final int YEARS = 4;

  private final CaseFiles files;
  private final People people;
  private final MessageSource texts;
  private final Clock clock;

  Interests(CaseFiles files, People people, MessageSource texts, Clock clock) {
    this.files = files;
    this.people = people;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * The gravest tie of each of the persons who has one.
   *
   * @param works every paper, as the actor may see it
   */
  Map<UUID, Interest> of(Actor actor, File file, List<Person> persons, List<PaperWork> works) {
    Map<UUID, Person> authors = people.byIds(file.paper().authors());
    Map<UUID, String> coauthors = coauthors(file, works, authors);
    Set<UUID> said =
        files.assignments(file.of().id).stream()
            .filter(assignment -> assignment.ownConflict)
            .map(assignment -> assignment.personId)
            .collect(Collectors.toSet());
    PaperWork paper =
        works.stream().filter(work -> work.id().equals(file.of().paperId)).findFirst().orElse(null);
    Set<String> names = new HashSet<>();
    Map<String, String> places = new HashMap<>();
    if (paper != null) {
      paper.names().forEach(name -> names.add(Words.plain(name)));
      paper.affiliations().forEach(place -> places.put(Words.organisation(place), place));
    }
    authors.values().forEach(a -> places.put(Words.organisation(a.affiliation()), a.affiliation()));
    places.remove("");
    Set<UUID> chairs = new HashSet<>(files.inRole(file, SeatRole.CHAIR));
    chairs.addAll(files.inRole(file, SeatRole.VICE_CHAIR));
    Map<UUID, Interest> interests = new HashMap<>();
    for (Person person : persons) {
      String place = places.get(Words.organisation(person.affiliation()));
      if (authors.containsKey(person.id()) || names.contains(Words.plain(person.name()))) {
        interests.put(person.id(), bar("interest.author"));
      } else if (file.facts().keepsOut(person.id())) {
        interests.put(person.id(), bar("interest.conflict"));
      } else if (!ReviewAccess.mayReview(person.id(), file.facts())) {
        interests.put(person.id(), bar("interest.knowing"));
      } else if (actor.is(person.id())) {
        interests.put(person.id(), bar("interest.self"));
      } else if (person.id().equals(file.facts().handler())) {
        interests.put(person.id(), bar("interest.handler"));
      } else if (said.contains(person.id())) {
        interests.put(person.id(), bar("interest.said"));
      } else if (coauthors.containsKey(person.id())) {
        interests.put(
            person.id(), new Interest(Grade.BAR, coauthors.getOrDefault(person.id(), "")));
      } else if (chairs.contains(person.id())) {
        interests.put(person.id(), new Interest(Grade.MANAGE, text("interest.chair")));
      } else if (place != null) {
        interests.put(person.id(), new Interest(Grade.MANAGE, text("interest.affiliation", place)));
      }
    }
    return interests;
  }

  /** Who wrote with an author within the years that count, and how. */
  private Map<UUID, String> coauthors(File file, List<PaperWork> works, Map<UUID, Person> authors) {
    LocalDate since = LocalDate.now(clock).minusYears(YEARS);
    Map<UUID, String> reasons = new HashMap<>();
    // What may be named comes first, so that it is named.
    Stream.concat(
            works.stream().filter(work -> work.reference() != null),
            works.stream().filter(work -> work.reference() == null))
        .filter(work -> !work.id().equals(file.of().paperId) && !work.on().isBefore(since))
        .forEach(
            work -> {
              String with =
                  work.authors().stream()
                      .map(authors::get)
                      .filter(Objects::nonNull)
                      .map(Person::name)
                      .sorted()
                      .collect(Collectors.joining(", "));
              if (!with.isEmpty()) {
                String what = work.reference() == null ? text("interest.unseen") : work.reference();
                work.authors()
                    .forEach(
                        person ->
                            reasons.putIfAbsent(person, text("interest.coauthor", what, with)));
              }
            });
    return reasons;
  }

  private Interest bar(String key) {
    return new Interest(Grade.BAR, text(key));
  }

  private String text(String key, Object... arguments) {
    return texts.getMessage(key, arguments, Locale.ENGLISH);
  }
}

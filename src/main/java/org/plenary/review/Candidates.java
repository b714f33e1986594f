package org.plenary.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Seat;
import org.plenary.bodies.Theme;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Uuids;
import org.plenary.papers.PaperWork;
import org.plenary.papers.PaperWorks;
import org.plenary.people.People;
import org.plenary.people.Person;
import org.plenary.review.CaseFiles.File;
import org.plenary.ui.Labels;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who might review a paper, best fit first: by what they wrote, reviewed and say they know. Only
 * what the handling editor may see counts, in the order too: a load or a fit that came of something
 * hidden would tell of it. Thread-safe.
 */
@Service
public class Candidates {
  private static final int REASONS = 3;
  private static final int A_YEAR = 365;
  private final CaseFiles files;
  private final Interests interests;
  private final PaperWorks works;
  private final People people;
  private final Bodies bodies;
  private final ObjectProvider<Expertise> expertise;
  private final MessageSource texts;
  private final JdbcClient jdbc;
  private final Clock clock;

  Candidates(
      CaseFiles files,
      Interests interests,
      PaperWorks works,
      People people,
      Bodies bodies,
      ObjectProvider<Expertise> expertise,
      MessageSource texts,
      JdbcClient jdbc,
      Clock clock) {
    this.files = files;
    this.interests = interests;
    this.works = works;
    this.people = people;
    this.bodies = bodies;
    this.expertise = expertise;
    this.texts = texts;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A review, asked for or done, of any paper. */
  private record Past(
      UUID person,
      AssignmentState state,
      CaseFiles.Ruled of,
      boolean runs,
      LocalDate due,
      @Nullable LocalDate submitted) {}

  /** Something that speaks for someone, and how much. */
  private record Reason(int weight, String words) {}

  /**
   * Everyone who was not asked in this round, those who are barred last. For who handles the case.
   */
  @Transactional(readOnly = true)
  public List<Candidate> of(Actor actor, UUID id) {
    File file = files.handled(actor, id);
    Map<UUID, String> suggested = new HashMap<>();
    Set<UUID> asked = asked(file.of(), suggested);
    List<UUID> chosen =
        people.directory(actor).stream().map(Person::id).filter(p -> !asked.contains(p)).toList();
    // With their addresses, by which a suggestion may name them; no page is told them.
    List<Person> persons = List.copyOf(people.byIds(chosen).values());
    List<PaperWork> all = works.all(Actor.SYSTEM, actor);
    Map<UUID, Interest> ties = interests.of(actor, file, persons, all);
    List<Past> past = past(actor);
    Map<UUID, List<Reason>> reasons = reasons(file, all, past, persons);
    LocalDate today = LocalDate.now(clock);
    Map<UUID, String> names =
        people.byIds(suggested.keySet()).values().stream()
            .collect(Collectors.toMap(Person::id, Person::name));
    return persons.stream()
        .map(
            person -> {
              List<Past> own = past.stream().filter(p -> p.person.equals(person.id())).toList();
              List<Reason> why = reasons.getOrDefault(person.id(), List.of());
              return new Candidate(
                  person.id(),
                  person.name(),
                  person.affiliation(),
                  person.country(),
                  why.stream().mapToInt(Reason::weight).sum(),
                  why.stream()
                      .sorted(Comparator.comparingInt(Reason::weight).reversed())
                      .limit(REASONS)
                      .map(Reason::words)
                      .toList(),
                  (int) own.stream().filter(Past::runs).count(),
                  (int) own.stream().filter(p -> isRecent(p, today)).count(),
                  (int) own.stream().filter(p -> p.runs && p.due.isBefore(today)).count(),
                  ties.get(person.id()),
                  suggestedBy(person, suggested, names));
            })
        .sorted(
            Comparator.comparing(Candidate::isBarred)
                .thenComparing(c -> c.suggestedBy() == null)
                .thenComparing(Candidate::fit, Comparator.reverseOrder())
                .thenComparing(Candidate::open)
                .thenComparing(Candidate::name))
        .toList();
  }

  /** Who was asked in the round that runs, whatever became of it; collects who suggested whom. */
  private Set<UUID> asked(ReviewCase of, Map<UUID, String> suggested) {
    return files.assignments(of.id).stream()
        .peek(
            a -> {
              if (a.suggestion != null && !a.suggestion.isBlank()) {
                suggested.put(a.personId, a.suggestion);
              }
            })
        .filter(a -> a.round == Math.max(1, of.round))
        .map(a -> a.personId)
        .collect(Collectors.toSet());
  }

  /** The name of who wrote this person's name or address into their suggestion. */
  private static @Nullable String suggestedBy(
      Person person, Map<UUID, String> suggested, Map<UUID, String> names) {
    String name = " " + Words.plain(person.name()) + " ";
    String address = person.email().toLowerCase(Locale.ROOT);
    return suggested.entrySet().stream()
        .filter(
            s ->
                (" " + Words.plain(s.getValue()) + " ").contains(name)
                    || s.getValue().toLowerCase(Locale.ROOT).contains(address))
        .map(s -> names.get(s.getKey()))
        .filter(Objects::nonNull)
        .sorted()
        .findFirst()
        .orElse(null);
  }

  private static boolean isRecent(Past past, LocalDate today) {
    return past.submitted != null && past.submitted.isAfter(today.minusDays(A_YEAR));
  }

  /** All reviews of whose reviewers the actor may know. */
  private List<Past> past(Actor actor) {
    List<Past> all =
        jdbc.sql(
                "select a.person_id, a.state, c.paper_id, c.body_id, c.handling_editor, a.due_on,"
                    + " a.submitted_at from review_assignment a"
                    + " join review_case c on c.id = a.case_id"
                    + " where a.state in ('INVITED', 'ACCEPTED', 'SUBMITTED')")
            .query(Candidates::past)
            .list();
    Map<UUID, ReviewAccess.Facts> facts =
        files.facts(all.stream().map(Past::of).distinct().toList());
    return all.stream()
        .filter(
            p ->
                ReviewAccess.mayKnowReviewers(
                    actor, Objects.requireNonNull(facts.get(p.of.paper()))))
        .toList();
  }

  private static Past past(ResultSet rs, int n) throws SQLException {
    byte[] handler = rs.getBytes(5);
    AssignmentState state = AssignmentState.valueOf(rs.getString(2));
    LocalDateTime submitted = rs.getObject(7, LocalDateTime.class);
    return new Past(
        Uuids.of(rs.getBytes(1)),
        state,
        new CaseFiles.Ruled(
            Uuids.of(rs.getBytes(3)),
            Uuids.of(rs.getBytes(4)),
            handler == null ? null : Uuids.of(handler)),
        state != AssignmentState.SUBMITTED,
        rs.getObject(6, LocalDate.class),
        submitted == null ? null : submitted.atOffset(ZoneOffset.UTC).toLocalDate());
  }

  private Map<UUID, List<Reason>> reasons(
      File file, List<PaperWork> all, List<Past> past, List<Person> persons) {
    Map<UUID, PaperWork> byId =
        all.stream().collect(Collectors.toMap(PaperWork::id, Function.identity()));
    PaperWork paper = byId.get(file.of().paperId);
    Map<UUID, List<Reason>> reasons = new HashMap<>();
    if (paper == null) {
      return reasons;
    }
    Map<String, String> themes =
        bodies.themes().stream().collect(Collectors.toMap(Theme::code, Theme::label));
    for (PaperWork work : all) {
      common("candidate.wrote", paper, work, themes)
          .ifPresent(reason -> work.authors().forEach(person -> add(reasons, person, reason)));
    }
    String group = files.group(file);
    for (Seat seat : bodies.seats(List.of(file.of().bodyId))) {
      add(reasons, seat.person(), new Reason(1, text("candidate.seat", group)));
    }
    for (Past review : past) {
      PaperWork of = byId.get(review.of.paper());
      if (review.submitted != null && of != null) {
        common("candidate.reviewed", paper, of, themes)
            .ifPresent(reason -> add(reasons, review.person, reason));
      }
    }
    Set<String> words = Words.telling(paper.title() + " " + file.paper().abstractText());
    List<UUID> ids = persons.stream().map(Person::id).toList();
    expertise
        .orderedStream()
        .forEach(
            source ->
                source
                    .of(ids)
                    .forEach(
                        (person, known) ->
                            known(paper, words, known, themes)
                                .ifPresent(reason -> add(reasons, person, reason))));
    return reasons;
  }

  private static void add(Map<UUID, List<Reason>> to, UUID person, Reason reason) {
    List<Reason> list = to.computeIfAbsent(person, p -> new ArrayList<>());
    // A paper reviewed in two rounds is one paper.
    if (!list.contains(reason)) {
      list.add(reason);
    }
  }

  /** What a paper has in common with another; nothing if the actor may not see that one. */
  private Optional<Reason> common(
      String key, PaperWork paper, PaperWork work, Map<String, String> themes) {
    if (work.reference() == null || work.id().equals(paper.id())) {
      return Optional.empty();
    }
    List<String> subjects = new ArrayList<>();
    int weight =
        2 * shared(paper.themes(), work.themes(), themes::get, subjects)
            + shared(paper.countries(), work.countries(), Candidates::country, subjects)
            + Math.min(
                3,
                shared(
                    Words.telling(paper.title()),
                    Words.telling(work.title()),
                    word -> "“" + word + "”",
                    subjects));
    return weight == 0
        ? Optional.empty()
        : Optional.of(new Reason(weight, text(key, work.reference(), String.join(", ", subjects))));
  }

  private Optional<Reason> known(
      PaperWork paper, Set<String> words, Expertise.Known known, Map<String, String> themes) {
    List<String> subjects = new ArrayList<>();
    int weight =
        3 * shared(paper.themes(), known.themes(), themes::get, subjects)
            + shared(paper.countries(), known.countries(), Candidates::country, subjects)
            + 2
                * shared(
                    words,
                    known.words().stream()
                        .flatMap(w -> Words.telling(w).stream())
                        .collect(Collectors.toSet()),
                    word -> "“" + word + "”",
                    subjects);
    return weight == 0
        ? Optional.empty()
        : Optional.of(new Reason(weight, text("candidate.knows", String.join(", ", subjects))));
  }

  /** How many the two have in common; adds them to the subjects in readable form. */
  private static int shared(
      Set<String> one,
      Set<String> other,
      Function<String, @Nullable String> name,
      List<String> subjects) {
    List<String> both = one.stream().filter(other::contains).sorted().toList();
    both.forEach(code -> subjects.add(Objects.requireNonNullElse(name.apply(code), code)));
    return both.size();
  }

  private static String country(String code) {
    return Labels.country(code, Locale.ENGLISH);
  }

  private String text(String key, Object... arguments) {
    return texts.getMessage(key, arguments, Locale.ENGLISH);
  }
}

package org.plenary.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plenary.audit.Audit;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.Uuids;
import org.plenary.papers.PaperWorks;
import org.plenary.people.People;
import org.plenary.people.Person;
import org.plenary.review.CaseFiles.File;
import org.plenary.ui.Dates;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks persons to review. Thread-safe. */
@Service
public class Inviting {
  private static final String MAIL = "review.invited";
  private final AssignmentRepository assignments;
  private final CaseFiles files;
  private final DeskChecks checks;
  private final Interests interests;
  private final PaperWorks works;
  private final InvitationTokens tokens;
  private final People people;
  private final Audit audit;
  private final MessageSource texts;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Inviting(
      AssignmentRepository assignments,
      CaseFiles files,
      DeskChecks checks,
      Interests interests,
      PaperWorks works,
      InvitationTokens tokens,
      People people,
      Audit audit,
      MessageSource texts,
      ApplicationEventPublisher events,
      Clock clock) {
    this.assignments = assignments;
    this.files = files;
    this.checks = checks;
    this.interests = interests;
    this.works = works;
    this.tokens = tokens;
    this.people = people;
    this.audit = audit;
    this.texts = texts;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Asks all of them or nobody; from the desk this begins the first round. Whoever is barred is
   * refused with the reason, an interest to be managed unless it is said to be known. Without a
   * complete desk check it goes on only if that is knowingly left out.
   */
  @Transactional
  public void invite(Actor actor, UUID id, InviteDraft draft) {
    File file = files.handled(actor, id);
    ReviewCase of = file.of();
    if (draft.persons().isEmpty()) {
      throw new DomainException("review.invite.nobody");
    }
    if (draft.due().isBefore(LocalDate.now(clock))) {
      throw new DomainException("review.invite.past");
    }
    boolean checked = checks.isComplete(id);
    boolean moved = of.invite(clock.instant());
    if (moved && !checked && !draft.unchecked()) {
      throw new DomainException("review.invite.unchecked");
    }
    Set<UUID> asked =
        files.assignments(id).stream()
            .filter(a -> a.round == of.round)
            .map(a -> a.personId)
            .collect(Collectors.toSet());
    Map<UUID, Person> persons = people.byIds(draft.persons());
    Map<UUID, Interest> ties =
        interests.of(actor, file, List.copyOf(persons.values()), works.all(Actor.SYSTEM, actor));
    for (UUID chosen : draft.persons()) {
      Person person = persons.get(chosen);
      if (person == null) {
        throw new DomainException("review.invite.nobody");
      }
      if (!asked.add(person.id())) {
        throw new DomainException("review.invite.twice", person.name());
      }
      Interest tie = ties.get(person.id());
      if (tie != null && tie.grade() == Grade.BAR) {
        throw new DomainException("review.invite.conflict", person.name(), tie.reason());
      }
      if (tie != null && !draft.known().contains(person.id())) {
        throw new DomainException("review.invite.known", person.name(), tie.reason());
      }
      ask(actor, file, person, draft);
      audit.record(
          actor,
          "reviewer.invited",
          Cases.KIND,
          id,
          person.id() + (tie == null ? "" : " although: " + tie.reason()));
    }
    if (moved) {
      audit.record(
          actor, "case.review.begun", Cases.KIND, id, checked ? null : "without a desk check");
      events.publishEvent(new CaseMoved(of.paperId));
    }
  }

  private void ask(Actor actor, File file, Person person, InviteDraft draft) {
    String token = tokens.create();
    assignments.saveAndFlush(
        Assignment.invited(
            Uuids.v7(clock.instant()),
            file.of(),
            person.id(),
            InvitationTokens.hash(token),
            draft.due(),
            clock.instant()));
    files.tell(
        file,
        person.id(),
        MAIL,
        InvitationTokens.path(token),
        words(actor, file, draft.due(), draft.note()));
  }

  /** A mail before it is sent. */
  public record Preview(String subject, String body) {}

  /** The mail as an invited person would get it, but for the link. */
  @Transactional(readOnly = true)
  public Preview preview(Actor actor, UUID id, LocalDate due, String note) {
    Object[] words = words(actor, files.handled(actor, id), due, note.strip());
    return new Preview(
        texts.getMessage("mail." + MAIL + ".subject", words, Locale.ENGLISH),
        texts.getMessage("mail." + MAIL + ".body", words, Locale.ENGLISH));
  }

  private Object[] words(Actor actor, File file, LocalDate due, String note) {
    return new Object[] {
      file.of().title,
      actor.name(),
      files.group(file),
      Dates.day(due),
      file.paper().abstractText(),
      note.isEmpty()
          ? ""
          : texts.getMessage(
              "review.invite.note", new Object[] {actor.name(), note}, Locale.ENGLISH),
      texts.getMessage(
          "blindness.reviewer." + file.paper().blindness(), new Object[0], Locale.ENGLISH)
    };
  }
}

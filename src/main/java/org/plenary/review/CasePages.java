package org.plenary.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Revisions;
import org.plenary.papers.Blindness;
import org.plenary.people.People;
import org.plenary.people.Person;
import org.plenary.review.CaseFiles.File;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes a case's page for an actor: what they may not know is not put in. */
@Component
class CasePages {
  private final AssignmentRepository assignments;
  private final CommentRepository comments;
  private final AnswerDraftRepository drafts;
  private final DecisionRepository decisions;
  private final People people;
  private final MessageSource texts;

  CasePages(
      AssignmentRepository assignments,
      CommentRepository comments,
      AnswerDraftRepository drafts,
      DecisionRepository decisions,
      People people,
      MessageSource texts) {
    this.assignments = assignments;
    this.comments = comments;
    this.drafts = drafts;
    this.decisions = decisions;
    this.people = people;
    this.texts = texts;
  }

  Optional<CasePage> of(Actor actor, File file) {
    boolean handles = ReviewAccess.mayHandle(actor, file.facts());
    boolean answers = ReviewAccess.mayAnswer(actor, file.facts());
    boolean closes = ReviewAccess.mayClose(actor, file.facts());
    boolean knows = ReviewAccess.mayKnowReviewers(actor, file.facts());
    if (!handles && !answers && !closes && !knows) {
      return Optional.empty();
    }
    boolean reads = ReviewAccess.mayReadReviews(actor, file.facts());
    ReviewCase of = file.of();
    List<Assignment> all = assignments.findByCaseIdOrderById(of.id);
    boolean open = answers && file.paper().blindness() == Blindness.OPEN;
    Map<UUID, Person> names =
        knows || open
            ? people.byIds(all.stream().map(a -> a.personId).distinct().toList())
            : Map.of();
    List<CommentLine> told =
        reads || answers
            ? lines(comments(file, reads), all, reads || open ? names : Map.of())
            : List.of();
    if (answers && of.state == CaseState.REVISION) {
      told = withDrafts(told, of);
    }
    if (!closes) {
      told = told.stream().map(CommentLine::withoutDraftNote).toList();
    }
    List<CommentLine> comments = told;
    return Optional.of(
        new CasePage(
            of.id,
            of.state,
            of.round,
            of.version,
            knows
                ? all.stream().map(a -> line(a, names, reads)).toList()
                : open ? signed(of, all, names) : List.of(),
            comments,
            reads || answers
                ? decisions.findByCaseIdOrderById(of.id).stream()
                    .map(d -> new DecisionLine(d.round, d.outcome, d.letter, d.decidedAt))
                    .toList()
                : List.of(),
            (int)
                comments.stream()
                    .filter(
                        c -> c.kind() == CommentKind.SUBSTANTIVE && c.state() == CommentState.OPEN)
                    .count(),
            (int)
                comments.stream()
                    .filter(c -> c.state() == CommentState.OPEN && !c.isAnswered())
                    .count(),
            handles,
            answers,
            closes && !of.state.isClosed()));
  }

  /** The reviews that authors read under open review: of decided rounds, without confidences. */
  private List<AssignmentLine> signed(
      ReviewCase of, List<Assignment> all, Map<UUID, Person> names) {
    return all.stream()
        .filter(a -> a.state == AssignmentState.SUBMITTED)
        .filter(a -> a.round < of.round || isDecided(of))
        .map(a -> line(a, names, true).withoutConfidences())
        .toList();
  }

  private boolean isDecided(ReviewCase of) {
    return switch (of.state) {
      case DESK, IN_REVIEW -> false;
      case REVISION, ACCEPTED, REJECTED, DESK_REJECTED -> true;
      case WITHDRAWN ->
          decisions.findByCaseIdOrderById(of.id).stream().anyMatch(d -> d.round == of.round);
    };
  }

  /**
   * Comments handed in; for the authors only those of rounds that were decided on, for a decision
   * not yet sent must not show through them.
   */
  List<ReviewComment> comments(File file, boolean reads) {
    ReviewCase of = file.of();
    return comments.findByCaseIdOrderById(of.id).stream()
        .filter(c -> c.state != CommentState.DRAFT)
        .filter(c -> reads || c.round < of.round || isDecided(of))
        .toList();
  }

  /** The authors' view while they revise: their answers as far as they are written. */
  private List<CommentLine> withDrafts(List<CommentLine> of, ReviewCase file) {
    Map<UUID, AnswerDraft> written =
        drafts.findByCaseId(file.id).stream().collect(Collectors.toMap(d -> d.commentId, d -> d));
    return of.stream()
        .map(
            line -> {
              AnswerDraft draft = written.get(line.id());
              return draft == null || line.state() != CommentState.OPEN
                  ? line
                  : line.answered(draft.disposition, draft.answer, draft.pointer, draft.revision());
            })
        .toList();
  }

  /** Comments with the reviewer's name where it is among the names, else with a number. */
  List<CommentLine> lines(
      List<ReviewComment> of, List<Assignment> assignments, Map<UUID, Person> names) {
    Map<UUID, Assignment> byId = new HashMap<>();
    List<UUID> order = new ArrayList<>();
    for (Assignment assignment : assignments) {
      byId.put(assignment.id, assignment);
      if (!order.contains(assignment.personId)) {
        order.add(assignment.personId);
      }
    }
    // Numbers go to those who wrote, in the order of their invitation, so that gaps tell nothing
    // of who declined.
    List<UUID> writers =
        of.stream()
            .map(c -> writer(byId, c))
            .distinct()
            .sorted(Comparator.comparingInt(order::indexOf))
            .toList();
    return of.stream()
        .map(
            c -> {
              UUID person = writer(byId, c);
              Person known = names.get(person);
              return line(
                  c,
                  known != null
                      ? known.name()
                      : texts.getMessage(
                          "review.reviewer",
                          new Object[] {writers.indexOf(person) + 1},
                          Locale.ENGLISH));
            })
        .toList();
  }

  private static UUID writer(Map<UUID, Assignment> byId, ReviewComment comment) {
    return Objects.requireNonNull(byId.get(comment.assignmentId)).personId;
  }

  static CommentLine line(ReviewComment c, String reviewer) {
    return new CommentLine(
        c.id,
        reviewer,
        c.round,
        c.version,
        new Anchor(c.page, c.paragraph, c.quote),
        c.kind,
        c.state,
        c.text,
        c.disposition,
        c.answer,
        c.pointer,
        c.note,
        Revisions.NONE,
        c.revision);
  }

  private static AssignmentLine line(Assignment a, Map<UUID, Person> names, boolean reads) {
    Person person = names.get(a.personId);
    return new AssignmentLine(
        a.id,
        person == null ? "" : person.name(),
        person == null ? "" : person.affiliation(),
        a.round,
        a.state,
        a.dueOn,
        reads ? a.declineReason : null,
        reads ? a.suggestion : null,
        reads && a.ownConflict,
        reads && a.state == AssignmentState.SUBMITTED ? a.draft() : null);
  }
}

package org.plenary.review;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.DomainException;

/** What one reviewer was asked for in one round, and the review that came of it. */
@Entity
@DynamicUpdate
@Table(name = "review_assignment")
@NullUnmarked
class Assignment {
  @Id UUID id;
  @Version long revision;
  UUID caseId;
  UUID personId;
  int round;

  @Enumerated(EnumType.STRING)
  AssignmentState state;

  @Column(columnDefinition = "char(64)")
  @Nullable String tokenHash;

  /** Moved by the handling editor while the reviewer writes: that must not overtake either. */
  @OptimisticLock(excluded = true)
  LocalDate dueOn;

  Instant invitedAt;
  @Nullable Instant answeredAt;
  @Nullable Instant submittedAt;
  @Nullable String declineReason;

  /** Whom the invited person suggested instead, in their own words. */
  @Nullable String suggestion;

  /** Whether the invited person declined for a conflict of their own. */
  boolean ownConflict;

  @Enumerated(EnumType.STRING)
  @Nullable Outcome recommendation;

  @Column(length = 65_000)
  String summary = "";

  @Column(length = 65_000)
  String confidential = "";

  @ElementCollection
  @CollectionTable(name = "review_score", joinColumns = @JoinColumn(name = "assignment_id"))
  @MapKeyEnumerated(EnumType.STRING)
  @MapKeyColumn(name = "criterion")
  @Column(name = "score")
  Map<Criterion, Integer> scores = new EnumMap<>(Criterion.class);

  protected Assignment() {}

  static Assignment invited(
      UUID id, ReviewCase of, UUID person, String tokenHash, LocalDate due, Instant now) {
    Assignment assignment = new Assignment(id, of, person, due, now);
    assignment.state = AssignmentState.INVITED;
    assignment.tokenHash = tokenHash;
    return assignment;
  }

  /** For a later round: whoever reviewed the version before is taken to look at the next. */
  static Assignment continued(UUID id, ReviewCase of, UUID person, LocalDate due, Instant now) {
    Assignment assignment = new Assignment(id, of, person, due, now);
    assignment.state = AssignmentState.ACCEPTED;
    assignment.answeredAt = now;
    return assignment;
  }

  private Assignment(UUID id, ReviewCase of, UUID person, LocalDate due, Instant now) {
    this.id = id;
    this.caseId = of.id;
    this.personId = person;
    this.round = of.round;
    this.dueOn = due;
    this.invitedAt = now;
  }

  void accept(Instant now) {
    require(AssignmentState.INVITED, "review.answer.state");
    state = AssignmentState.ACCEPTED;
    answeredAt = now;
  }

  void decline(Refusal refusal, Instant now) {
    require(AssignmentState.INVITED, "review.answer.state");
    state = AssignmentState.DECLINED;
    declineReason = refusal.reason();
    suggestion = refusal.suggestion();
    ownConflict = refusal.conflict();
    answeredAt = now;
  }

  void write(ReviewDraft draft) {
    require(AssignmentState.ACCEPTED, "review.write.state");
    scores.clear();
    draft
        .scores()
        .forEach(
            (criterion, score) -> {
              if (score < 1 || score > 5) {
                throw new DomainException("review.score.range");
              }
              scores.put(criterion, score);
            });
    recommendation = draft.recommendation();
    summary = Lengths.atMost(Lengths.SUMMARY, draft.summary());
    confidential = Lengths.atMost(Lengths.SUMMARY, draft.confidential());
  }

  void submit(Instant now) {
    require(AssignmentState.ACCEPTED, "review.write.state");
    String missing = draft().missing();
    if (missing != null) {
      throw new DomainException(missing);
    }
    state = AssignmentState.SUBMITTED;
    submittedAt = now;
  }

  /** The case moved on; what was not handed in is no longer asked for. */
  void cancel() {
    if (isWaitedFor()) {
      state = AssignmentState.CANCELLED;
    }
  }

  /** Another last day; while something is still waited for. */
  void move(LocalDate due) {
    if (!isWaitedFor()) {
      throw new DomainException("review.due.state");
    }
    dueOn = due;
  }

  boolean isWaitedFor() {
    return state == AssignmentState.INVITED || state == AssignmentState.ACCEPTED;
  }

  ReviewDraft draft() {
    return new ReviewDraft(Map.copyOf(scores), recommendation, summary, confidential);
  }

  private void require(AssignmentState expected, String otherwise) {
    if (state != expected) {
      throw new DomainException(otherwise);
    }
  }
}

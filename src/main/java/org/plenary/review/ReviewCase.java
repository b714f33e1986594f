package org.plenary.review;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.DomainException;
import org.plenary.papers.PaperFacts;

/** The case of a paper's review; its steps are named methods that refuse out of turn. */
@Entity
@Table(name = "review_case")
@NullUnmarked
class ReviewCase {
  @Id UUID id;
  @Version long revision;
  UUID paperId;
  UUID bodyId;
  String reference;
  String title;

  @Enumerated(EnumType.STRING)
  CaseState state;

  int round;
  int version;
  Instant movedAt;

  /** Who handles it; null where the rule says, or nobody can. */
  @Nullable UUID handlingEditor;

  /** Why the person before handed it over, or the secretariat named this one. */
  @Nullable String handlingWhy;

  /** Whether the response table is published with the paper. */
  boolean reviewsPublished;

  protected ReviewCase() {}

  ReviewCase(UUID id, PaperFacts paper, Instant now) {
    this.id = id;
    this.paperId = paper.id();
    this.bodyId = paper.body();
    this.reference = paper.reference();
    this.title = paper.title();
    this.state = CaseState.DESK;
    this.version = paper.version();
    // As its call promised; whoever handles it may still settle it otherwise.
    this.reviewsPublished = paper.publishesReviews();
    this.movedAt = now;
  }

  /** Reviewers are invited; from the desk this begins the first round. True if it moved. */
  boolean invite(Instant now) {
    if (state == CaseState.IN_REVIEW) {
      return false;
    }
    if (state != CaseState.DESK) {
      throw new DomainException("review.invite.state", reference);
    }
    round = 1;
    move(CaseState.IN_REVIEW, now);
    return true;
  }

  /**
   * The handling editor decides.
   *
   * @param submitted how many reviews of this round are in
   * @param openSubstantive how many substantive comments of any round are not closed
   */
  void decide(Outcome outcome, int submitted, int openSubstantive, Instant now) {
    if (state != CaseState.DESK && state != CaseState.IN_REVIEW) {
      throw new DomainException("review.decide.state", reference);
    }
    if (outcome.isOfTheDesk() != (state == CaseState.DESK)) {
      throw new DomainException(
          state == CaseState.DESK ? "review.decide.desk" : "review.decide.reviewed");
    }
    if (state != CaseState.DESK && outcome != Outcome.REJECT && submitted == 0) {
      throw new DomainException("review.decide.noReview");
    }
    if (outcome == Outcome.ACCEPT && openSubstantive > 0) {
      throw new DomainException("review.accept.open", openSubstantive);
    }
    move(outcome.leadsTo(), now);
  }

  /**
   * The authors send their next version; the next round begins.
   *
   * @param unanswered how many comments of this round have no answer yet
   */
  void resubmit(int nextVersion, int unanswered, Instant now) {
    if (state != CaseState.REVISION) {
      throw new DomainException("review.resubmit.state", reference);
    }
    if (unanswered > 0) {
      throw new DomainException("review.resubmit.unanswered", unanswered);
    }
    if (nextVersion <= version) {
      throw new DomainException("review.resubmit.version");
    }
    version = nextVersion;
    round++;
    move(CaseState.IN_REVIEW, now);
  }

  /** From here on this person handles it. */
  void handBy(UUID person, @Nullable String why) {
    if (state.isClosed()) {
      throw new DomainException("review.handling.state", reference);
    }
    handlingEditor = person;
    handlingWhy = why;
  }

  /** Whether the public will read the response table is settled before the last decision. */
  void publishReviews(boolean published) {
    if (state.isClosed()) {
      throw new DomainException("review.publishing.state", reference);
    }
    reviewsPublished = published;
  }

  /** The authors took the paper back; true if that is news. */
  boolean withdraw(Instant now) {
    if (state != CaseState.ACCEPTED && state.isClosed()) {
      return false;
    }
    move(CaseState.WITHDRAWN, now);
    return true;
  }

  private void move(CaseState next, Instant now) {
    state = next;
    movedAt = now;
  }
}

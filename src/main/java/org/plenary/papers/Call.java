package org.plenary.papers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.DomainException;

/** A group's call for papers; its steps are named methods that refuse out of turn. */
@Entity
@Table(name = "paper_call")
@NullUnmarked
class Call {
  @Id UUID id;
  @Version long revision;
  UUID bodyId;

  /** The group whose standing call it is; null for a call that was opened. */
  @Nullable UUID standingOf;

  String title;

  @Column(length = 65_000)
  String text;

  @Nullable LocalDate opensOn;
  @Nullable LocalDate closesOn;

  @Enumerated(EnumType.STRING)
  Blindness blindness;

  boolean publishesReviews;
  @Nullable Instant closedAt;

  protected Call() {}

  Call(UUID id, UUID bodyId, CallDraft draft) {
    this.id = id;
    this.bodyId = bodyId;
    say(draft);
  }

  /** The call that every group has: single blind, without days. */
  static Call standing(UUID id, UUID bodyId, String title) {
    Call call = new Call(id, bodyId, new CallDraft(title, "", null, null, Blindness.SINGLE, false));
    call.standingOf = bodyId;
    return call;
  }

  /** What was promised to those who are in already does not change. */
  void revise(CallDraft draft, boolean hasPapers) {
    if (isStanding() || hasPapers || closedAt != null) {
      throw new DomainException("call.revise.state", title);
    }
    say(draft);
  }

  void close(Instant now) {
    if (isStanding() || closedAt != null) {
      throw new DomainException("call.close.state", title);
    }
    closedAt = now;
  }

  /** Takes a paper in, or says that it no longer does. */
  void take(Paper paper, LocalDate today) {
    if (!bodyId.equals(paper.bodyId) || state(today) != CallState.OPEN) {
      throw new DomainException("call.taken", title);
    }
    paper.callId = id;
    paper.blindness = blindness;
    paper.publishesReviews = publishesReviews;
  }

  boolean isStanding() {
    return standingOf != null;
  }

  CallState state(LocalDate today) {
    if (closedAt != null || (closesOn != null && closesOn.isBefore(today))) {
      return CallState.CLOSED;
    }
    return opensOn != null && opensOn.isAfter(today) ? CallState.COMING : CallState.OPEN;
  }

  CallDraft draft() {
    return new CallDraft(title, text, opensOn, closesOn, blindness, publishesReviews);
  }

  private void say(CallDraft draft) {
    title = draft.title();
    text = draft.text();
    opensOn = draft.opens();
    closesOn = draft.closes();
    blindness = draft.blindness();
    publishesReviews = draft.publishesReviews();
  }
}

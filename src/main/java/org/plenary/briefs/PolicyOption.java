package org.plenary.briefs;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.plenary.kernel.DomainException;

/**
 * Something that could be done about a problem, as a record of its own. Until it is cleared it says
 * what the draft of its brief says; from then on what the last published edition says.
 */
@Entity
@Table(name = "policy_option")
@NullUnmarked
class PolicyOption {
  @Id UUID id;
  @Version long revision;

  @Enumerated(EnumType.STRING)
  OptionState state;

  UUID bodyId;
  String language;
  String what;
  String who;
  String evidence;
  String agreement;
  String cost;

  protected PolicyOption() {}

  PolicyOption(UUID id, UUID body) {
    this.id = id;
    this.bodyId = body;
    this.state = OptionState.DRAFT;
  }

  void say(String language, Brief.Option option) {
    this.language = language;
    what = option.what;
    who = option.who;
    evidence = option.evidence;
    agreement = option.agreement;
    cost = option.cost;
  }

  /** Goes to the group with its brief. */
  void hand() {
    step(OptionState.DRAFT, OptionState.REVIEW);
  }

  void giveBack() {
    step(OptionState.REVIEW, OptionState.DRAFT);
  }

  /** Is cleared by the group with its brief. */
  void clear() {
    step(OptionState.REVIEW, OptionState.CLEARED);
  }

  void putOnMenu() {
    step(OptionState.CLEARED, OptionState.MENU);
  }

  void takeOffMenu() {
    step(OptionState.MENU, OptionState.CLEARED);
  }

  private void step(OptionState from, OptionState to) {
    if (state != from) {
      throw new DomainException("option.step", what);
    }
    state = to;
  }
}

package org.plenary.review.ui;

import org.plenary.review.Outcome;
import org.plenary.ui.Parts.Tone;

/** How outcomes look. */
final class Outcomes {
  private Outcomes() {}

  static Tone tone(Outcome outcome) {
    return switch (outcome) {
      case ACCEPT -> Tone.GOOD;
      case MINOR, MAJOR -> Tone.WARN;
      case REJECT, DESK_REJECT -> Tone.BAD;
    };
  }
}

package org.plenary.briefs.ui;

import com.vaadin.flow.component.html.Span;
import org.plenary.briefs.BriefState;
import org.plenary.ui.Parts;
import org.plenary.ui.Parts.Tone;

/** How the state of a brief reads. */
final class BriefStates {
  private BriefStates() {}

  static Span pill(BriefState state) {
    Tone tone =
        switch (state) {
          case DRAFT, EARLIER -> Tone.PLAIN;
          case GROUP_REVIEW, CLEARED -> Tone.CALM;
          case PUBLISHED -> Tone.GOOD;
          case SUPERSEDED -> Tone.WARN;
          case RETRACTED, WITHDRAWN -> Tone.BAD;
        };
    Span pill = Parts.pill("", tone);
    pill.setText(pill.getTranslation("briefState." + state));
    return pill;
  }
}

package org.plenary.papers.ui;

import com.vaadin.flow.component.html.Span;
import org.plenary.papers.PaperState;
import org.plenary.ui.Parts;
import org.plenary.ui.Parts.Tone;

/** How the state of a paper reads. */
final class PaperStates {
  private PaperStates() {}

  static Span pill(PaperState state) {
    Tone tone =
        switch (state) {
          case DRAFT, WITHDRAWN -> Tone.PLAIN;
          case SUBMITTED, IN_REVIEW -> Tone.CALM;
          case REVISION -> Tone.WARN;
          case REJECTED -> Tone.BAD;
          case ACCEPTED, PUBLISHED -> Tone.GOOD;
        };
    Span pill = Parts.pill("", tone);
    pill.setText(pill.getTranslation("paperState." + state));
    return pill;
  }
}

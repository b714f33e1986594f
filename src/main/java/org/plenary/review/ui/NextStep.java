package org.plenary.review.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;
import org.plenary.review.CasePage;
import org.plenary.review.CaseState;
import org.plenary.review.CaseStatus;
import org.plenary.review.HandlingLine;
import org.plenary.ui.Dates;
import org.plenary.ui.Parts;

/** Where the case is, whose turn it is and by when, in two sentences. */
class NextStep extends Div {
  NextStep(
      CasePage page,
      @Nullable CaseStatus status,
      @Nullable HandlingLine handling,
      boolean published) {
    addClassName("next-step");
    Paragraph sentence =
        new Paragraph(
            published
                ? getTranslation("case.published")
                : getTranslation("case." + page.state(), page.round()));
    Div notice = Parts.div("notice " + tone(page.state()), sentence);
    if (status != null && status.turn() != CaseStatus.Turn.NOBODY) {
      String turn = getTranslation("case.turn." + status.turn());
      notice.add(
          new Paragraph(
              status.by() == null
                  ? turn
                  : getTranslation("case.turn.by", turn, Dates.day(status.by()))));
    }
    if (page.openSubstantive() > 0 && page.state() == CaseState.IN_REVIEW) {
      notice.add(Parts.line(getTranslation("case.open", page.openSubstantive())));
    }
    if (handling != null && handling.editor() != null && !published) {
      notice.add(Parts.line(getTranslation("handling.editor", handling.editor())));
      if (handling.why() != null) {
        notice.add(Parts.line(getTranslation("handling.why.given", handling.why())));
      }
    }
    // That it was withdrawn stands above, with the reason.
    if (page.state() != CaseState.WITHDRAWN) {
      add(notice);
    }
  }

  private static String tone(CaseState state) {
    return switch (state) {
      case DESK, IN_REVIEW -> "";
      case REVISION -> "warn";
      case ACCEPTED -> "good";
      case REJECTED, DESK_REJECTED -> "bad";
      case WITHDRAWN -> "plain";
    };
  }
}

package org.plenary.review.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.plenary.review.CasePage;
import org.plenary.review.CaseState;
import org.plenary.ui.Parts;

/** Where the case is and what comes next, in one sentence and as a line of steps. */
class NextStep extends Div {
  NextStep(CasePage page) {
    addClassName("next-step");
    Paragraph sentence = new Paragraph(getTranslation("case." + page.state(), page.round()));
    Div notice = Parts.div("notice " + tone(page.state()), sentence);
    if (page.openSubstantive() > 0 && page.state() == CaseState.IN_REVIEW) {
      notice.add(Parts.line(getTranslation("case.open", page.openSubstantive())));
    }
    OrderedList steps = new OrderedList();
    steps.addClassName("steps");
    steps.getElement().setAttribute("aria-label", getTranslation("case.steps"));
    step(steps, "case.step.submitted", 0, page);
    step(steps, "case.step.review", 1, page);
    step(steps, "case.step.revision", 2, page);
    step(steps, "case.step.decision", 3, page);
    add(notice, steps);
  }

  private static String tone(CaseState state) {
    return switch (state) {
      case DESK, IN_REVIEW -> "";
      case REVISION -> "warn";
      case ACCEPTED -> "good";
      case REJECTED -> "bad";
    };
  }

  private static void step(OrderedList steps, String key, int at, CasePage page) {
    int now =
        switch (page.state()) {
          case DESK -> 0;
          case IN_REVIEW -> 1;
          case REVISION -> 2;
          case ACCEPTED, REJECTED -> 3;
        };
    Span text = new Span();
    text.setText(text.getTranslation(key, Math.max(1, page.round())));
    ListItem item = new ListItem(text);
    if (at < now || (at == 2 && page.round() > 1)) {
      item.addClassName("done");
    }
    if (at == now) {
      item.getElement().setAttribute("aria-current", "step");
    }
    steps.add(item);
  }
}

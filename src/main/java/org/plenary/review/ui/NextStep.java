package org.plenary.review.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.plenary.review.CasePage;
import org.plenary.review.CaseState;
import org.plenary.ui.Parts;

/** Where the case is and what comes next, in one sentence and as a line of steps. */
class NextStep extends Div {
  NextStep(CasePage page, boolean published) {
    addClassName("next-step");
    Paragraph sentence =
        new Paragraph(
            published
                ? getTranslation("case.published")
                : getTranslation("case." + page.state(), page.round()));
    Div notice = Parts.div("notice " + tone(page.state()), sentence);
    if (page.openSubstantive() > 0 && page.state() == CaseState.IN_REVIEW) {
      notice.add(Parts.line(getTranslation("case.open", page.openSubstantive())));
    }
    OrderedList steps = new OrderedList();
    steps.addClassName("steps");
    steps.getElement().setAttribute("aria-label", getTranslation("case.steps"));
    String decision = getTranslation("case.step.decision");
    List<String> line = new ArrayList<>(List.of(getTranslation("case.step.submitted")));
    int rounds = page.state() == CaseState.WITHDRAWN ? page.round() : Math.max(1, page.round());
    for (int round = 1; round <= rounds; round++) {
      line.add(getTranslation("case.step.review", round));
      if (round < page.round() || page.state() == CaseState.REVISION) {
        line.add(getTranslation("case.step.revision"));
      }
    }
    line.add(
        page.state() == CaseState.WITHDRAWN ? getTranslation("case.step.withdrawn") : decision);
    int now =
        switch (page.state()) {
          case DESK -> 0;
          case IN_REVIEW, REVISION -> line.size() - 2;
          case ACCEPTED, REJECTED, WITHDRAWN -> line.size() - 1;
        };
    if (page.state() == CaseState.ACCEPTED) {
      line.add(getTranslation("case.step.publication"));
      now = published ? line.size() - 1 : now;
    }
    for (int at = 0; at < line.size(); at++) {
      ListItem item = new ListItem(line.get(at));
      if (at < now) {
        item.addClassName("done");
      } else if (at == now) {
        item.getElement().setAttribute("aria-current", "step");
      }
      steps.add(item);
    }
    // That it was withdrawn stands above, with the reason.
    if (page.state() != CaseState.WITHDRAWN) {
      add(notice);
    }
    add(steps);
  }

  private static String tone(CaseState state) {
    return switch (state) {
      case DESK, IN_REVIEW -> "";
      case REVISION -> "warn";
      case ACCEPTED -> "good";
      case REJECTED -> "bad";
      case WITHDRAWN -> "plain";
    };
  }
}

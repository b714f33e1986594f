package org.plenary.review.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.plenary.review.CaseStatus;
import org.plenary.review.CaseStatus.Kind;
import org.plenary.review.CaseStatus.Place;
import org.plenary.review.CaseStatus.Step;
import org.plenary.ui.Dates;
import org.plenary.ui.Parts;

/** What happened to a paper and what is to come, with the days; moments in the reader's zone. */
class Timeline extends Div {
  private final ZoneId zone;

  /**
   * @param published the day of publication, if it is published
   */
  Timeline(CaseStatus status, @Nullable LocalDate published, LocalDate today, ZoneId zone) {
    this.zone = zone;
    addClassName("timeline-part");
    OrderedList steps = new OrderedList();
    steps.addClassName("timeline");
    steps.getElement().setAttribute("aria-label", getTranslation("case.steps"));
    for (Step step : status.steps()) {
      LocalDate by = step.by();
      boolean late = by != null && by.isBefore(today) && step.place() != Place.DONE;
      Span when = new Span(when(step, published));
      when.addClassNames("small", "muted");
      ListItem item = new ListItem(Parts.div("author-line", new Span(name(step)), when));
      if (late) {
        item.addClassName("late");
      }
      if (step.place() == Place.DONE) {
        item.addClassName("done");
      } else if (step.place() == Place.NOW) {
        item.getElement().setAttribute("aria-current", "step");
      }
      steps.add(item);
    }
    add(ReviewSection.heading("case.steps.title"), steps);
  }

  private String name(Step step) {
    return step.outcome() == null
        ? getTranslation("case.kind." + step.kind(), step.round())
        : getTranslation("case.decided", getTranslation("outcome." + step.outcome()));
  }

  private String when(Step step, @Nullable LocalDate published) {
    if (step.kind() == Kind.PUBLICATION && published != null) {
      return Dates.day(published);
    }
    if (step.at() != null) {
      String moment = Dates.moment(step.at(), zone);
      return step.place() == Place.NOW ? getTranslation("case.since", moment) : moment;
    }
    if (step.by() != null) {
      return getTranslation("case.by", Dates.day(step.by()));
    }
    return getTranslation("case.place." + step.place());
  }
}

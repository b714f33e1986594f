package org.plenary.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plenary.review.AssignmentLine;
import org.plenary.review.AssignmentState;
import org.plenary.review.Criterion;
import org.plenary.review.ReviewDraft;
import org.plenary.ui.Dates;
import org.plenary.ui.Parts;
import org.plenary.ui.Parts.Tone;

/** Who reviews, by round, the latest first; with the reviews for who may read them. */
class ReviewersList extends Div {
  ReviewersList(List<AssignmentLine> assignments) {
    Map<Integer, List<AssignmentLine>> rounds =
        assignments.stream()
            .collect(
                Collectors.groupingBy(
                    AssignmentLine::round,
                    () -> new TreeMap<>(java.util.Comparator.reverseOrder()),
                    Collectors.toList()));
    rounds.forEach(
        (round, lines) -> {
          var heading = ReviewSection.heading("reviewers.title");
          heading.setText(getTranslation("reviewers.title", round));
          add(heading);
          lines.forEach(line -> add(row(line)));
        });
  }

  private Component row(AssignmentLine line) {
    Span affiliation = new Span(line.affiliation());
    affiliation.addClassNames("small", "muted");
    Div who = Parts.div("author-line", new Span(line.name()), affiliation);
    Div row =
        Parts.div(
            "reviewer-row",
            who,
            Parts.pill(getTranslation("assignmentState." + line.state()), tone(line.state())),
            Parts.line(getTranslation("reviewers.due", Dates.day(line.due()))));
    ReviewDraft review = line.review();
    if (review != null) {
      Details details = new Details(getTranslation("reviewers.read", line.name()), review(review));
      row.add(details);
    } else if (line.declineReason() != null && !line.declineReason().isBlank()) {
      row.add(Parts.line(line.declineReason()));
    }
    return row;
  }

  private Component review(ReviewDraft review) {
    Div div = Parts.div("review-text");
    Div scores = Parts.div("row");
    for (Criterion criterion : Criterion.values()) {
      scores.add(
          Parts.pill(
              getTranslation("criterion." + criterion)
                  + " "
                  + review.scores().getOrDefault(criterion, 0)
                  + "/5",
              Tone.PLAIN));
    }
    if (review.recommendation() != null) {
      scores.add(
          Parts.pill(
              getTranslation("outcome." + review.recommendation()),
              Outcomes.tone(review.recommendation())));
    }
    Paragraph summary = new Paragraph(review.summary());
    summary.addClassName("as-written");
    div.add(scores, summary);
    if (!review.confidential().isBlank()) {
      Paragraph confidential = new Paragraph(review.confidential());
      confidential.addClassName("as-written");
      div.add(Parts.div("notice", Parts.line(getTranslation("scores.confidential")), confidential));
    }
    return div;
  }

  private static Tone tone(AssignmentState state) {
    return switch (state) {
      case INVITED -> Tone.PLAIN;
      case ACCEPTED -> Tone.CALM;
      case SUBMITTED -> Tone.GOOD;
      case DECLINED -> Tone.WARN;
      case CANCELLED -> Tone.PLAIN;
    };
  }
}

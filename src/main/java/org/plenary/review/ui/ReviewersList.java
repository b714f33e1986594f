package org.plenary.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plenary.review.AssignmentLine;
import org.plenary.review.AssignmentState;
import org.plenary.review.Criterion;
import org.plenary.review.Deadline;
import org.plenary.review.ReviewDraft;
import org.plenary.ui.Dates;
import org.plenary.ui.Parts;
import org.plenary.ui.Parts.Tone;

/** Who reviews, by round, the latest first; with the reviews for who may read them. */
class ReviewersList extends Div {
  private final transient Map<UUID, Deadline> deadlines;
  private final transient DeadlineActions.Context context;

  /**
   * @param deadlines by assignment, for who handles the case
   */
  ReviewersList(
      List<AssignmentLine> assignments,
      Map<UUID, Deadline> deadlines,
      DeadlineActions.Context context) {
    this.deadlines = deadlines;
    this.context = context;
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
            due(line));
    ReviewDraft review = line.review();
    if (review != null) {
      Details details = new Details(getTranslation("reviewers.read", line.name()), review(review));
      row.add(details);
    } else if (line.state() == AssignmentState.DECLINED) {
      row.add(declined(line));
    }
    Deadline deadline = deadlines.get(line.id());
    if (deadline != null) {
      DeadlineActions actions = new DeadlineActions(context, line, deadline);
      if (actions.getComponentCount() > 0) {
        row.add(actions);
      }
    }
    return row;
  }

  private Component due(AssignmentLine line) {
    boolean waits =
        line.state() == AssignmentState.INVITED || line.state() == AssignmentState.ACCEPTED;
    if (waits && line.due().isBefore(context.today())) {
      return Parts.pill(getTranslation("reviewers.late", Dates.day(line.due())), Tone.BAD);
    }
    return Parts.line(getTranslation("reviewers.due", Dates.day(line.due())));
  }

  /** What was said in declining. */
  private Component declined(AssignmentLine line) {
    Div said = Parts.div("said");
    if (line.ownConflict()) {
      said.add(Parts.line(getTranslation("review.reason.conflict")));
    }
    if (line.declineReason() != null && !line.declineReason().isBlank()) {
      said.add(Parts.line(line.declineReason()));
    }
    if (line.suggestion() != null && !line.suggestion().isBlank()) {
      said.add(Parts.line(getTranslation("reviewers.suggests", line.suggestion())));
    }
    return said;
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

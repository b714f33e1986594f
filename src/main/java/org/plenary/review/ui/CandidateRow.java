package org.plenary.review.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Locale;
import org.plenary.review.Candidate;
import org.plenary.review.Grade;
import org.plenary.review.Interest;
import org.plenary.ui.Labels;
import org.plenary.ui.Parts;
import org.plenary.ui.Parts.Tone;

/** A candidate: a tick to choose them, and what there is to know before. */
class CandidateRow extends Div {
  private final transient Candidate candidate;
  private final Checkbox chosen = new Checkbox();
  private final Checkbox known = new Checkbox();

  CandidateRow(Candidate candidate, Runnable changed) {
    this.candidate = candidate;
    addClassName("candidate");
    chosen.setLabel(candidate.name());
    Span where =
        new Span(
            candidate.affiliation() + " · " + Labels.country(candidate.country(), Locale.ENGLISH));
    where.addClassNames("small", "muted");
    Div facts = Parts.div("candidate-facts", where);
    if (candidate.suggestedBy() != null) {
      facts.add(
          Parts.pill(getTranslation("candidate.suggested", candidate.suggestedBy()), Tone.CALM));
    }
    if (!candidate.why().isEmpty()) {
      UnorderedList why = new UnorderedList();
      why.addClassNames("why");
      candidate.why().forEach(reason -> why.add(new ListItem(reason)));
      facts.add(why);
    }
    facts.add(
        Parts.line(
            getTranslation(
                "candidate.load", candidate.open(), candidate.done(), candidate.late())));
    Interest interest = candidate.interest();
    if (interest != null) {
      boolean bars = interest.grade() == Grade.BAR;
      facts.add(
          Parts.div(
              "row",
              Parts.pill(getTranslation("grade." + interest.grade()), bars ? Tone.BAD : Tone.WARN),
              new Span(interest.reason())));
      chosen.setEnabled(!bars);
      if (!bars) {
        known.setLabel(getTranslation("candidate.known"));
        known.setHelperText(getTranslation("candidate.known.help"));
        known.setVisible(false);
        facts.add(known);
      }
    }
    chosen.addValueChangeListener(
        e -> {
          known.setVisible(interest != null && e.getValue());
          changed.run();
        });
    known.addValueChangeListener(e -> changed.run());
    add(chosen, facts);
  }

  Candidate candidate() {
    return candidate;
  }

  boolean isChosen() {
    return chosen.getValue();
  }

  /** Whether the interest is said to be known. */
  boolean isKnown() {
    return candidate.interest() != null && known.getValue();
  }

  void focus() {
    chosen.focus();
  }
}

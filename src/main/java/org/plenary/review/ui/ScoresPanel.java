package org.plenary.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.plenary.kernel.Actor;
import org.plenary.review.Criterion;
import org.plenary.review.Lengths;
import org.plenary.review.Outcome;
import org.plenary.review.ReviewDraft;
import org.plenary.review.ReviewPage;
import org.plenary.review.Reviews;
import org.plenary.ui.Typing;

/** Scores, recommendation, summary and the part for the editors; saved at each change. */
class ScoresPanel extends Div {
  private static final int PAUSE = 600;
  private final Map<Criterion, RadioButtonGroup<Integer>> scores = new EnumMap<>(Criterion.class);
  private final RadioButtonGroup<Outcome> recommendation = new RadioButtonGroup<>();
  private final TextArea summary = new TextArea();
  private final TextArea confidential = new TextArea();

  private long revision;

  ScoresPanel(Reviews reviews, Actor actor, ReviewPage page, Runnable saved) {
    addClassName("scores");
    ReviewDraft draft = page.draft();
    revision = page.revision();
    for (Criterion criterion : Criterion.values()) {
      RadioButtonGroup<Integer> score = new RadioButtonGroup<>();
      score.addClassName("score-input");
      score.setLabel(getTranslation("criterion." + criterion));
      score.setItems(1, 2, 3, 4, 5);
      score.setHelperText(getTranslation("criterion." + criterion + ".anchors"));
      score.setValue(draft.scores().get(criterion));
      scores.put(criterion, score);
      add(score);
    }
    recommendation.setLabel(getTranslation("scores.recommendation"));
    recommendation.setItems(Outcome.OF_A_REVIEW);
    recommendation.setItemLabelGenerator(o -> getTranslation("outcome." + o));
    recommendation.setValue(draft.recommendation());
    area(summary, "scores.summary", draft.summary());
    area(confidential, "scores.confidential", draft.confidential());
    add(recommendation, summary, confidential);
    if (page.writable()) {
      Runnable save =
          () -> {
            revision = reviews.save(actor, page.id(), value(), revision);
            saved.run();
          };
      scores.values().forEach(score -> score.addValueChangeListener(e -> save.run()));
      recommendation.addValueChangeListener(e -> save.run());
      summary.addValueChangeListener(e -> save.run());
      confidential.addValueChangeListener(e -> save.run());
    } else {
      scores.values().forEach(score -> score.setReadOnly(true));
      recommendation.setReadOnly(true);
      summary.setReadOnly(true);
      confidential.setReadOnly(true);
    }
  }

  /** Of what stands on the screen. */
  long revision() {
    return revision;
  }

  /** Marks what is still missing and puts the focus on the first of it. */
  void showMissing() {
    List<Component> missing = new ArrayList<>();
    scores
        .values()
        .forEach(
            score -> {
              score.setErrorMessage(getTranslation("scores.missing"));
              score.setInvalid(score.getValue() == null);
              if (score.isInvalid()) {
                missing.add(score);
              }
            });
    recommendation.setErrorMessage(getTranslation("scores.missing"));
    recommendation.setInvalid(recommendation.getValue() == null);
    if (recommendation.isInvalid()) {
      missing.add(recommendation);
    }
    summary.setErrorMessage(getTranslation("scores.missing"));
    summary.setInvalid(summary.getValue().isBlank());
    if (summary.isInvalid()) {
      missing.add(summary);
    }
    if (!missing.isEmpty()) {
      missing.getFirst().getElement().callJsFunction("focus");
      missing.getFirst().scrollIntoView();
    }
  }

  private void area(TextArea area, String key, String value) {
    area.setLabel(getTranslation(key));
    area.setHelperText(getTranslation(key + ".help"));
    area.setWidthFull();
    area.setMinRows(4);
    Typing.atMost(area, Lengths.SUMMARY);
    area.setValue(value);
    Typing.sendAtPauses(area, PAUSE);
  }

  private ReviewDraft value() {
    Map<Criterion, Integer> given = new EnumMap<>(Criterion.class);
    scores.forEach(
        (criterion, score) -> {
          if (score.getValue() != null) {
            given.put(criterion, score.getValue());
          }
        });
    return new ReviewDraft(
        given, recommendation.getValue(), summary.getValue(), confidential.getValue());
  }
}

package org.plenary.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.UUID;
import org.plenary.kernel.Actor;
import org.plenary.review.DeskCheck;
import org.plenary.review.DeskChecks;
import org.plenary.review.Lengths;
import org.plenary.review.Verdict;
import org.plenary.ui.Parts;
import org.plenary.ui.Typing;

/** The desk check: four points, each recorded as it is chosen and written. */
class DeskCheckPanel extends Div {
  private final transient DeskChecks checks;
  private final transient Actor actor;
  private final UUID id;
  private final Paragraph progress = Parts.line("");

  DeskCheckPanel(DeskChecks checks, Actor actor, UUID id, DeskCheck check) {
    this.checks = checks;
    this.actor = actor;
    this.id = id;
    add(ReviewSection.heading("check.title"));
    progress.getElement().setAttribute("role", "status");
    add(progress);
    show(check);
    for (DeskCheck.Line line : check.lines()) {
      add(check.writable() ? point(line) : told(line));
    }
  }

  private void show(DeskCheck check) {
    progress.setText(
        check.writable()
            ? getTranslation("check.progress", check.done(), check.lines().size())
            : getTranslation("check.was", check.done(), check.lines().size(), check.concerns()));
  }

  private Component point(DeskCheck.Line line) {
    String name = getTranslation("check." + line.point());
    RadioButtonGroup<Verdict> verdict = new RadioButtonGroup<>();
    verdict.setLabel(name);
    verdict.setItems(Verdict.values());
    verdict.setItemLabelGenerator(v -> getTranslation("verdict." + v));
    verdict.setHelperText(getTranslation("check." + line.point() + ".help"));
    verdict.setValue(line.verdict());
    TextArea note = new TextArea();
    note.setAriaLabel(getTranslation("check.note", name));
    note.setPlaceholder(getTranslation("check.note.hint"));
    note.setWidthFull();
    note.setMinRows(1);
    Typing.atMost(note, Lengths.NOTE);
    Typing.sendAtPauses(note, 600);
    note.setValue(line.note());
    long[] seen = {line.revision()};
    Runnable keep =
        () -> {
          seen[0] =
              checks.record(actor, id, line.point(), verdict.getValue(), note.getValue(), seen[0]);
          checks.of(actor, id).ifPresent(this::show);
        };
    verdict.addValueChangeListener(e -> keep.run());
    note.addValueChangeListener(e -> keep.run());
    return Parts.div("check-point", verdict, note);
  }

  private Component told(DeskCheck.Line line) {
    Div told =
        Parts.div(
            "check-point told",
            Parts.div(
                "row",
                new Span(getTranslation("check." + line.point())),
                line.verdict() == null
                    ? Parts.pill(getTranslation("verdict.none"), Parts.Tone.PLAIN)
                    : Parts.pill(
                        getTranslation("verdict." + line.verdict()),
                        line.verdict() == Verdict.PASS ? Parts.Tone.GOOD : Parts.Tone.WARN)));
    if (!line.note().isBlank()) {
      Paragraph note = new Paragraph(line.note());
      note.addClassName("as-written");
      told.add(note);
    }
    return told;
  }
}

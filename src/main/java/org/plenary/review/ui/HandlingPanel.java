package org.plenary.review.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.review.AssignmentState;
import org.plenary.review.CasePage;
import org.plenary.review.CaseState;
import org.plenary.review.DecisionDraft;
import org.plenary.review.Decisions;
import org.plenary.review.Lengths;
import org.plenary.review.Outcome;
import org.plenary.ui.Parts;
import org.plenary.ui.Typing;

/** The handling editor's two ways on: invite reviewers, or decide. */
class HandlingPanel extends Div {
  private final transient Decisions decisions;
  private final transient Actor actor;
  private final transient CasePage page;
  private final transient Runnable reload;

  HandlingPanel(
      Decisions decisions, Actor actor, String reference, CasePage page, Runnable reload) {
    this.decisions = decisions;
    this.actor = actor;
    this.page = page;
    this.reload = reload;
    if (page.state() == CaseState.DESK || page.state() == CaseState.IN_REVIEW) {
      Button invite =
          Parts.button(
              getTranslation("handle.invite"),
              () -> UI.getCurrent().navigate(InviteView.class, reference));
      Button decide = Parts.button(getTranslation("handle.decide"), this::decide);
      boolean waits =
          page.assignments().isEmpty()
              || page.assignments().stream()
                  .anyMatch(
                      a ->
                          a.round() == page.round()
                              && (a.state() == AssignmentState.INVITED
                                  || a.state() == AssignmentState.ACCEPTED));
      if (page.assignments().isEmpty()) {
        invite.addThemeVariants(com.vaadin.flow.component.button.ButtonVariant.PRIMARY);
      } else if (!waits) {
        decide.addThemeVariants(com.vaadin.flow.component.button.ButtonVariant.PRIMARY);
      }
      add(Parts.div("actions", invite, decide));
    }
  }

  private String composed(Outcome outcome) {
    return decisions.letter(actor, page.id(), outcome);
  }

  private void decide() {
    Dialog dialog = new Dialog(getTranslation("handle.decide"));
    dialog.setWidth("44rem");
    RadioButtonGroup<Outcome> outcome = new RadioButtonGroup<>();
    outcome.setLabel(getTranslation("decide.outcome"));
    outcome.setItems(
        page.state() == CaseState.DESK ? List.of(Outcome.DESK_REJECT) : Outcome.OF_A_REVIEW);
    outcome.setItemLabelGenerator(o -> getTranslation("outcome." + o));
    TextArea letter = new TextArea(getTranslation("decide.letter"));
    letter.setWidthFull();
    letter.setMinRows(10);
    letter.setMaxRows(18);
    Typing.atMost(letter, Lengths.LETTER);
    Typing.sendAtPauses(letter, 600);
    boolean desk = page.state() == CaseState.DESK;
    letter.setHelperText(getTranslation(desk ? "decide.letter.desk" : "decide.letter.help"));
    DecisionDraft kept = decisions.draft(actor, page.id());
    outcome.setValue(kept.outcome());
    letter.setValue(kept.letter());
    long[] seen = {kept.revision()};
    String[] composed = {kept.outcome() == null ? "" : composed(kept.outcome())};
    Runnable keep =
        () ->
            seen[0] =
                decisions.write(
                    actor,
                    page.id(),
                    new DecisionDraft(outcome.getValue(), letter.getValue(), seen[0]));
    letter.addValueChangeListener(e -> keep.run());
    outcome.addValueChangeListener(
        e -> {
          // A letter that somebody worked on is not written over by another choice.
          boolean own = !letter.getValue().isBlank() && !letter.getValue().equals(composed[0]);
          composed[0] = composed(e.getValue());
          if (own) {
            keep.run();
            Parts.done(getTranslation("decide.letter.own"));
          } else {
            letter.setValue(composed[0]);
          }
        });
    Div body = Parts.div("dialog-body", outcome, letter);
    long waiting =
        page.assignments().stream()
            .filter(a -> a.round() == page.round())
            .filter(
                a -> a.state() == AssignmentState.INVITED || a.state() == AssignmentState.ACCEPTED)
            .count();
    if (waiting > 0) {
      body.addComponentAsFirst(
          Parts.div("notice warn", new Paragraph(getTranslation("decide.waiting", waiting))));
    }
    if (page.openSubstantive() > 0) {
      body.addComponentAsFirst(
          Parts.div(
              "notice warn", new Paragraph(getTranslation("decide.open", page.openSubstantive()))));
    }
    body.add(Parts.line(getTranslation(desk ? "decide.means.desk" : "decide.means")));
    dialog.add(body);
    dialog
        .getFooter()
        .add(
            Parts.button(getTranslation("dialog.cancel"), dialog::close),
            Parts.primary(
                getTranslation("decide.send"),
                () -> {
                  if (outcome.getValue() == null) {
                    throw new DomainException("review.decide.outcome");
                  }
                  // Refused if another window of the same person wrote on: then nothing is sent.
                  keep.run();
                  decisions.decide(actor, page.id(), outcome.getValue(), letter.getValue());
                  dialog.close();
                  Parts.done(
                      getTranslation(
                          "decide.done", getTranslation("outcome." + outcome.getValue())));
                  reload.run();
                }));
    dialog.open();
  }
}

package org.plenary.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.review.AssignmentState;
import org.plenary.review.Candidate;
import org.plenary.review.CasePage;
import org.plenary.review.CaseState;
import org.plenary.review.Cases;
import org.plenary.review.DecisionDraft;
import org.plenary.review.Lengths;
import org.plenary.review.Outcome;
import org.plenary.ui.Parts;
import org.plenary.ui.Typing;

/** What the handling editor does: invite reviewers, and decide. */
class HandlingPanel extends Div {
  private static final int WEEKS = 4;
  private final transient Cases cases;
  private final transient Actor actor;
  private final transient CasePage page;
  private final transient Runnable reload;
  private final transient Clock clock;

  HandlingPanel(Cases cases, Actor actor, CasePage page, Runnable reload, Clock clock) {
    this.cases = cases;
    this.actor = actor;
    this.page = page;
    this.reload = reload;
    this.clock = clock;
    if (page.state() == CaseState.DESK || page.state() == CaseState.IN_REVIEW) {
      Button invite = Parts.button(getTranslation("handle.invite"), this::invite);
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
    if (!page.assignments().isEmpty()) {
      add(new ReviewersList(page.assignments()));
    }
  }

  private void invite() {
    Dialog dialog = new Dialog(getTranslation("handle.invite"));
    dialog.setWidth("36rem");
    MultiSelectComboBox<Candidate> who = new MultiSelectComboBox<>(getTranslation("invite.who"));
    who.setWidthFull();
    who.setItems(cases.candidates(actor, page.id()));
    who.setItemLabelGenerator(c -> c.name() + ", " + c.affiliation());
    who.setHelperText(getTranslation("invite.who.help"));
    DatePicker due = new DatePicker(getTranslation("invite.due"));
    due.setLocale(Locale.UK);
    LocalDate today = LocalDate.now(clock);
    due.setMin(today);
    due.setValue(today.plusWeeks(WEEKS));
    Div loads = Parts.div("small muted");
    loads.getElement().setAttribute("role", "status");
    who.addValueChangeListener(
        e ->
            loads.setText(
                e.getValue().stream()
                    .map(c -> getTranslation("invite.load", c.name(), c.load()))
                    .collect(Collectors.joining(" "))));
    dialog.add(
        Parts.div("dialog-body", who, loads, due, Parts.line(getTranslation("invite.means"))));
    dialog
        .getFooter()
        .add(
            Parts.button(getTranslation("dialog.cancel"), dialog::close),
            Parts.primary(
                getTranslation("invite.send"),
                () -> {
                  if (due.getValue() == null) {
                    throw new DomainException("review.invite.past");
                  }
                  cases.invite(
                      actor,
                      page.id(),
                      who.getValue().stream().map(Candidate::person).toList(),
                      due.getValue());
                  dialog.close();
                  Parts.done(getTranslation("invite.done", who.getValue().size()));
                  reload.run();
                }));
    dialog.open();
  }

  private String composed(Outcome outcome) {
    return cases.letter(actor, page.id(), outcome);
  }

  private void decide() {
    Dialog dialog = new Dialog(getTranslation("handle.decide"));
    dialog.setWidth("44rem");
    RadioButtonGroup<Outcome> outcome = new RadioButtonGroup<>();
    outcome.setLabel(getTranslation("decide.outcome"));
    outcome.setItems(
        page.state() == CaseState.DESK ? new Outcome[] {Outcome.REJECT} : Outcome.values());
    outcome.setItemLabelGenerator(o -> getTranslation("outcome." + o));
    TextArea letter = new TextArea(getTranslation("decide.letter"));
    letter.setWidthFull();
    letter.setMinRows(10);
    letter.setMaxRows(18);
    Typing.atMost(letter, Lengths.LETTER);
    Typing.sendAtPauses(letter, 600);
    letter.setHelperText(getTranslation("decide.letter.help"));
    DecisionDraft kept = cases.draft(actor, page.id());
    outcome.setValue(kept.outcome());
    letter.setValue(kept.letter());
    long[] seen = {kept.revision()};
    String[] composed = {kept.outcome() == null ? "" : composed(kept.outcome())};
    Runnable keep =
        () ->
            seen[0] =
                cases.write(
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
    body.add(Parts.line(getTranslation("decide.means")));
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
                  cases.decide(actor, page.id(), outcome.getValue(), letter.getValue());
                  dialog.close();
                  Parts.done(
                      getTranslation(
                          "decide.done", getTranslation("outcome." + outcome.getValue())));
                  reload.run();
                }));
    dialog.open();
  }
}

package org.plenary.review.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.bodies.Actors;
import org.plenary.kernel.Actor;
import org.plenary.kernel.NotFoundException;
import org.plenary.papers.PaperPage;
import org.plenary.papers.Papers;
import org.plenary.papers.ui.PaperView;
import org.plenary.review.AssignmentLine;
import org.plenary.review.Candidate;
import org.plenary.review.Candidates;
import org.plenary.review.CasePage;
import org.plenary.review.CaseState;
import org.plenary.review.Cases;
import org.plenary.review.DeskCheck;
import org.plenary.review.DeskChecks;
import org.plenary.review.Inviting;
import org.plenary.ui.Page;
import org.plenary.ui.Parts;

/** Choosing reviewers: who fits, what is on their plate, what stands in the way. */
@Route("invite")
@PermitAll
class InviteView extends Page implements HasUrlParameter<String> {
  private static final int SHOWN = 12;
  private final transient Papers papers;
  private final transient Cases cases;
  private final transient Candidates candidates;
  private final transient Inviting inviting;
  private final transient DeskChecks checks;
  private final transient Actor actor;
  private final LocalDate today;
  private final Div list = Parts.div("candidates");
  private final Paragraph count = Parts.line("");
  private final TextField search = new TextField();
  private final Checkbox able = new Checkbox();
  private transient List<Candidate> all = List.of();
  private final transient Map<UUID, CandidateRow> rows = new LinkedHashMap<>();
  private int shown = SHOWN;

  InviteView(
      Papers papers,
      Cases cases,
      Candidates candidates,
      Inviting inviting,
      DeskChecks checks,
      Actors actors,
      Clock clock) {
    this.papers = papers;
    this.cases = cases;
    this.candidates = candidates;
    this.inviting = inviting;
    this.checks = checks;
    this.actor = actors.current();
    ZoneId zone = actors.currentPerson().orElseThrow().zone();
    this.today = LocalDate.now(clock.withZone(zone));
    count.getElement().setAttribute("role", "status");
  }

  @Override
  public void setParameter(BeforeEvent event, String reference) {
    PaperPage paper = papers.page(actor, reference);
    CasePage page =
        cases
            .page(actor, paper.id())
            .filter(CasePage::mayHandle)
            .orElseThrow(() -> new NotFoundException("case of " + reference));
    removeAll();
    head(getTranslation("handle.invite"));
    RouterLink back = new RouterLink();
    back.setRoute(PaperView.class, reference);
    back.setText(paper.draft().title());
    Span about = new Span(reference);
    about.addClassNames("small", "muted");
    add(Parts.div("row under-head", back, about));
    if (page.state() != CaseState.DESK && page.state() != CaseState.IN_REVIEW) {
      add(Parts.empty(getTranslation("review.invite.state", reference)));
      return;
    }
    all = candidates.of(actor, page.id());
    InvitePanel panel =
        new InvitePanel(
            inviting,
            actor,
            page.id(),
            today,
            page.state() == CaseState.DESK
                && !checks.of(actor, page.id()).map(DeskCheck::isComplete).orElse(false),
            () -> UI.getCurrent().navigate(PaperView.class, reference));
    for (Candidate candidate : all) {
      rows.put(candidate.person(), new CandidateRow(candidate, () -> panel.show(chosen())));
    }
    Div main = Parts.div("main-col");
    suggestions(page).forEach(main::add);
    main.add(filter(), count, list);
    add(Parts.div("with-aside", main, Parts.div("aside", panel)));
    show();
  }

  /** Suggestions in which nobody of the directory was recognised are there to be read. */
  private List<Div> suggestions(CasePage page) {
    List<Div> notices = new ArrayList<>();
    for (AssignmentLine line : page.assignments()) {
      String said = line.suggestion();
      boolean known =
          all.stream().anyMatch(candidate -> line.name().equals(candidate.suggestedBy()));
      if (said != null && !said.isBlank() && !known) {
        notices.add(
            Parts.div(
                "notice", new Paragraph(getTranslation("invite.suggestion", line.name(), said))));
      }
    }
    return notices;
  }

  private Div filter() {
    search.setLabel(getTranslation("invite.search"));
    search.setPlaceholder(getTranslation("invite.search.hint"));
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.addValueChangeListener(e -> again());
    able.setLabel(getTranslation("invite.able"));
    able.addValueChangeListener(e -> again());
    return Parts.div("filter", search, able);
  }

  private void again() {
    shown = SHOWN;
    show();
  }

  private void show() {
    String words = search.getValue().strip().toLowerCase(Locale.ROOT);
    List<Candidate> matching =
        all.stream()
            .filter(c -> !able.getValue() || c.interest() == null)
            .filter(c -> text(c).contains(words))
            .toList();
    list.removeAll();
    matching.stream().limit(shown).forEach(c -> list.add(rows.get(c.person())));
    count.setText(getTranslation("invite.count", matching.size()));
    if (matching.isEmpty()) {
      list.add(Parts.empty(getTranslation("invite.none")));
    } else if (matching.size() > shown) {
      list.add(
          Parts.button(
              getTranslation("invite.more", matching.size() - shown),
              () -> {
                CandidateRow next = rows.get(matching.get(shown).person());
                shown += SHOWN;
                show();
                if (next != null) {
                  next.focus();
                }
              }));
    }
  }

  private static String text(Candidate c) {
    return String.join(" ", c.name(), c.affiliation(), String.join(" ", c.why()))
        .toLowerCase(Locale.ROOT);
  }

  private List<CandidateRow> chosen() {
    return rows.values().stream().filter(CandidateRow::isChosen).toList();
  }
}

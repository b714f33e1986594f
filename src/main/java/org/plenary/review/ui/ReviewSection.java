package org.plenary.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouterLink;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.plenary.bodies.Actors;
import org.plenary.kernel.Actor;
import org.plenary.papers.PaperPage;
import org.plenary.papers.PaperState;
import org.plenary.papers.Papers;
import org.plenary.papers.Supplements;
import org.plenary.papers.ui.PaperSection;
import org.plenary.people.Person;
import org.plenary.review.CasePage;
import org.plenary.review.CaseStatus;
import org.plenary.review.CaseStatuses;
import org.plenary.review.Cases;
import org.plenary.review.CommentLine;
import org.plenary.review.Comments;
import org.plenary.review.Deadlines;
import org.plenary.review.DecisionLine;
import org.plenary.review.Decisions;
import org.plenary.review.DeskCheck;
import org.plenary.review.DeskChecks;
import org.plenary.review.Handling;
import org.plenary.review.HandlingLine;
import org.plenary.review.ResponseTables;
import org.plenary.ui.Parts;
import org.springframework.core.annotation.Order;

/** The review on a paper's page: to each what is theirs to see and to do. */
@org.springframework.stereotype.Component
@Order(100)
class ReviewSection implements PaperSection {
  private final Cases cases;
  private final Decisions decisions;
  private final CaseStatuses statuses;
  private final Handling handling;
  private final DeskChecks checks;
  private final Deadlines deadlines;
  private final ResponseTables tables;
  private final Comments comments;
  private final Papers papers;
  private final Supplements supplements;
  private final Actors actors;
  private final Clock clock;

  ReviewSection(
      Cases cases,
      Decisions decisions,
      CaseStatuses statuses,
      Handling handling,
      DeskChecks checks,
      Deadlines deadlines,
      ResponseTables tables,
      Comments comments,
      Papers papers,
      Supplements supplements,
      Actors actors,
      Clock clock) {
    this.cases = cases;
    this.decisions = decisions;
    this.statuses = statuses;
    this.handling = handling;
    this.checks = checks;
    this.deadlines = deadlines;
    this.tables = tables;
    this.comments = comments;
    this.papers = papers;
    this.actors = actors;
    this.supplements = supplements;
    this.clock = clock;
  }

  @Override
  public Optional<Component> section(Actor actor, PaperPage paper, Runnable reload) {
    return cases.page(actor, paper.id()).map(page -> show(actor, paper, page, reload));
  }

  private Component show(Actor actor, PaperPage paper, CasePage page, Runnable reload) {
    ZoneId zone = actors.currentPerson().map(Person::zone).orElse(ZoneOffset.UTC);
    LocalDate today = LocalDate.now(clock.withZone(zone));
    HandlingLine line = handling.of(actor, page.id()).orElse(null);
    CaseStatus status = statuses.of(actor, paper.id()).orElse(null);
    DeskCheck check = checks.of(actor, page.id()).orElse(null);
    Div section = Parts.div("review-section");
    section.add(new NextStep(page, status, line, paper.state() == PaperState.PUBLISHED));
    if (page.mayHandle()) {
      section.add(new HandlingPanel(decisions, actor, paper.reference(), page, reload));
    }
    if (check != null && check.writable()) {
      section.add(new DeskCheckPanel(checks, actor, page.id(), check));
    }
    if (!page.assignments().isEmpty()) {
      section.add(
          new ReviewersList(
              page.assignments(),
              deadlines.of(actor, page.id()),
              new DeadlineActions.Context(deadlines, actor, zone, today, reload)));
    }
    if (line != null) {
      HandlingCard card = new HandlingCard(handling, actor, page.id(), line, reload);
      if (card.getComponentCount() > 0) {
        section.add(card);
      } else if (page.mayAnswer() && line.publishes() && paper.published() == null) {
        section.add(Parts.line(card.getTranslation("handling.published.authors")));
      }
    }
    if (status != null) {
      section.add(new Timeline(status, paper.published(), today, zone));
    }
    if (check != null && !check.writable()) {
      section.add(new DeskCheckPanel(checks, actor, page.id(), check));
    }
    tables
        .of(actor, paper.id())
        .ifPresent(
            table -> {
              RouterLink link = new RouterLink();
              link.setRoute(ResponsesView.class, paper.reference());
              link.setText(link.getTranslation("responses.open"));
              section.add(Parts.div("actions", link));
            });
    if (page.mayAnswer()) {
      section.add(
          new RevisionPanel(cases, comments, papers, supplements, actor, paper, page, reload));
    } else if (!page.comments().isEmpty()) {
      section.add(heading("comments.title"));
      section.add(commentList(actor, page, reload));
    }
    if (!page.decisions().isEmpty()) {
      section.add(heading("decisions.title"));
      page.decisions().forEach(decision -> section.add(decision(decision)));
    }
    return section;
  }

  private Component commentList(Actor actor, CasePage page, Runnable reload) {
    Div list = new Div();
    List<CommentLine> open = open(page);
    for (CommentLine comment : page.comments()) {
      CommentCard card = new CommentCard(comment, true);
      if (page.mayClose()) {
        Runnable closed =
            () -> {
              reload.run();
              next(open, comment).ifPresent(ReviewSection::focusNote);
            };
        card.add(new ClosingActions(comments, actor, comment, closed, reload));
      }
      list.add(card);
    }
    return list;
  }

  /** The next open one after a comment, or else the first. */
  private static Optional<CommentLine> next(List<CommentLine> open, CommentLine after) {
    List<CommentLine> others = open.stream().filter(c -> !c.id().equals(after.id())).toList();
    int at = open.indexOf(after);
    return at < 0 || others.isEmpty()
        ? Optional.empty()
        : Optional.of(others.get(at < others.size() ? at : 0));
  }

  private static void focusNote(CommentLine of) {
    UI.getCurrent()
        .getPage()
        .executeJs("document.getElementById('note-' + $0)?.focus()", of.id().toString());
  }

  static H2 heading(String key) {
    H2 heading = new H2("");
    heading.setText(heading.getTranslation(key));
    heading.addClassName("section-title");
    return heading;
  }

  static Component decision(DecisionLine decision) {
    Div card = new Div();
    card.addClassName("card");
    Paragraph letter = new Paragraph(decision.letter());
    letter.addClassName("as-written");
    card.add(
        Parts.div(
            "row",
            Parts.pill(
                card.getTranslation("outcome." + decision.outcome()),
                Outcomes.tone(decision.outcome())),
            Parts.line(card.getTranslation("decisions.round", decision.round()))),
        letter);
    return card;
  }

  static List<CommentLine> open(CasePage page) {
    return page.comments().stream()
        .filter(c -> c.state() == org.plenary.review.CommentState.OPEN)
        .toList();
  }
}

package org.plenary.review.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.bodies.Actors;
import org.plenary.files.TextUnit;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Revisions;
import org.plenary.papers.Blindness;
import org.plenary.papers.Comparisons;
import org.plenary.papers.PaperFile;
import org.plenary.papers.Papers;
import org.plenary.papers.SupplementLine;
import org.plenary.papers.Supplements;
import org.plenary.papers.ui.SupplementLinks;
import org.plenary.review.AssignmentState;
import org.plenary.review.CommentLine;
import org.plenary.review.Deadlines;
import org.plenary.review.ExtensionLine;
import org.plenary.review.Invitations;
import org.plenary.review.ResponseTables;
import org.plenary.review.ReviewPage;
import org.plenary.review.Reviews;
import org.plenary.ui.Dates;
import org.plenary.ui.Parts;
import org.plenary.ui.Parts.Tone;
import org.plenary.ui.Reader;
import org.plenary.ui.Switch;

/** A reviewer's own assignment: the paper beside the review. Everything saves itself. */
@Route("reviews")
@PermitAll
class ReviewView extends Div implements HasUrlParameter<String>, HasDynamicTitle {
  private final transient Reviews reviews;
  private final transient Invitations invitations;
  private final transient Deadlines deadlines;
  private final transient ResponseTables tables;
  private final transient Papers papers;
  private final transient Supplements supplements;
  private final transient Comparisons comparisons;
  private final transient Actor actor;
  private final transient Clock clock;
  private final ZoneId zone;
  private final Span saved = new Span();
  private @Nullable UUID id;
  private String title = "";

  ReviewView(
      Reviews reviews,
      Invitations invitations,
      Deadlines deadlines,
      ResponseTables tables,
      Papers papers,
      Supplements supplements,
      Comparisons comparisons,
      Actors actors,
      Clock clock) {
    this.reviews = reviews;
    this.invitations = invitations;
    this.deadlines = deadlines;
    this.tables = tables;
    this.papers = papers;
    this.supplements = supplements;
    this.comparisons = comparisons;
    this.actor = actors.current();
    this.clock = clock;
    this.zone = actors.currentPerson().orElseThrow().zone();
    saved.addClassNames("small", "muted", "num");
    saved.getElement().setAttribute("role", "status");
  }

  @Override
  public void setParameter(BeforeEvent event, String parameter) {
    try {
      id = UUID.fromString(parameter);
    } catch (IllegalArgumentException e) {
      throw new NotFoundException("assignment " + parameter);
    }
    show();
  }

  private void show() {
    ReviewPage page = reviews.page(actor, Objects.requireNonNull(id));
    title = getTranslation("reviewPage.title", page.title());
    removeAll();
    switch (page.state()) {
      case INVITED -> showInvitation(page);
      case ACCEPTED, SUBMITTED -> showReview(page);
      case DECLINED -> showClosed(page);
      case CANCELLED -> {
        // What was written before the case was decided stays the reviewer's to read.
        if (page.comments().isEmpty() && page.draft().isEmpty()) {
          showClosed(page);
        } else {
          showReview(page);
        }
      }
    }
  }

  private void showInvitation(ReviewPage page) {
    Div main =
        Parts.div(
            "page",
            new H1(getTranslation("invitation.title")),
            new H2(page.title()),
            Parts.line(getTranslation("invitation.due", Dates.day(page.due()))),
            Parts.line(getTranslation("blindness.reviewer." + page.blindness())),
            Parts.div("prose", new Paragraph(page.abstractText())),
            published(page),
            Parts.div(
                "actions",
                Parts.primary(
                    getTranslation("invitation.accept"),
                    () -> {
                      invitations.accept(actor, page.id());
                      show();
                    }),
                Parts.button(
                    getTranslation("invitation.decline"),
                    () ->
                        new DeclineDialog(
                                refusal -> {
                                  invitations.decline(actor, page.id(), refusal);
                                  show();
                                })
                            .open())));
    add(main);
  }

  private void showClosed(ReviewPage page) {
    add(
        Parts.div(
            "page",
            new H1(page.title()),
            Parts.empty(
                getTranslation(
                    page.state() == AssignmentState.DECLINED
                        ? "reviewPage.declined"
                        : "reviewPage.cancelled"))));
  }

  private void showReview(ReviewPage page) {
    addClassName("review-page");
    Reader reader = reader(page);
    CommentsPanel comments = new CommentsPanel(reviews, actor, page, reader, this::saved);
    ScoresPanel scores = new ScoresPanel(reviews, actor, page, this::saved);
    scores.setVisible(false);
    String count = getTranslation("reviewPage.comments", CommentsPanel.ofRound(page).size());
    String parts = getTranslation("reviewPage.parts");
    String second = getTranslation("reviewPage.scores");
    Switch which =
        page.version() > 1 && page.round() > 1
            ? new Switch(parts, count, second, getTranslation("reviewPage.changes"))
            : new Switch(parts, count, second);
    Div changes = new Div();
    changes.setVisible(false);
    which.onChoice(
        n -> {
          comments.setVisible(n == 0);
          scores.setVisible(n == 1);
          changes.setVisible(n == 2);
        });
    if (page.version() > 1 && page.round() > 1) {
      ChangesPanel panel = new ChangesPanel(comparisons, actor, page);
      changes.add(panel);
      comments.onChanges(
          comment -> {
            which.choose(2);
            panel.showAt(comment);
          });
    }
    comments.onCount(n -> which.rename(0, getTranslation("reviewPage.comments", n)));
    reader.onPassage(
        passage -> {
          which.choose(0);
          comments.write(passage);
        });
    reader.onMark(
        mark -> {
          which.choose(0);
          comments.show(mark);
        });
    add(
        bar(page, () -> ask(page, which, comments, scores)),
        Parts.div(
            "split full",
            Parts.div("doc-side", reader),
            Parts.div("form-pane", published(page), which, comments, scores, changes)));
  }

  private Div bar(ReviewPage page, Runnable submits) {
    Anchor back = new Anchor("", getTranslation("reviewPage.back"));
    back.addClassName("small");
    H1 heading = new H1(page.title());
    heading.addClassName("bar-title");
    Span about =
        new Span(
            getTranslation(
                "reviewPage.about",
                page.reference(),
                page.version(),
                page.round(),
                Dates.day(page.due())));
    about.addClassNames("small", "muted");
    Div text = Parts.div("bar-text", heading, about);
    List<SupplementLine> further = supplements.of(actor, page.paper(), page.version());
    if (!further.isEmpty()) {
      text.add(new SupplementLinks(supplements, actor, page.paper(), page.version(), further));
    }
    Div bar = Parts.div("bar", back, text, saved);
    saved.addClassName("push");
    if (page.writable()) {
      bar.add(moreTime(page));
      Button submit = Parts.primary(getTranslation("reviewPage.submit"), submits);
      bar.add(submit);
    } else {
      bar.add(
          page.state() == AssignmentState.SUBMITTED
              ? Parts.pill(getTranslation("reviewPage.submitted"), Tone.GOOD)
              : Parts.pill(getTranslation("assignmentState.CANCELLED"), Tone.PLAIN));
    }
    return bar;
  }

  /** Says that the comments will be read by everyone, where they will. */
  private Div published(ReviewPage page) {
    Div said = new Div();
    if (tables.willPublish(actor, page.id())) {
      said.add(Parts.line(getTranslation("reviewPage.published")));
    }
    return said;
  }

  /** Asks for more time, or says what became of having asked. */
  private Div moreTime(ReviewPage page) {
    Div moreTime = Parts.div("row");
    ExtensionLine request = deadlines.request(actor, page.id()).orElse(null);
    if (request != null && request.granted() == null) {
      moreTime.add(Parts.pill(getTranslation("moreTime.waits"), Tone.PLAIN));
      return moreTime;
    }
    if (request != null && Boolean.FALSE.equals(request.granted())) {
      moreTime.add(Parts.pill(getTranslation("moreTime.refused"), Tone.WARN));
    }
    moreTime.add(
        Parts.button(
            getTranslation("moreTime.ask"),
            () ->
                new MoreTime(
                        deadlines,
                        actor,
                        page,
                        LocalDate.now(clock.withZone(zone)),
                        () -> {
                          Div now = moreTime(page);
                          moreTime.removeAll();
                          moreTime.add(now);
                        })
                    .open()));
    return moreTime;
  }

  private void ask(ReviewPage page, Switch which, CommentsPanel comments, ScoresPanel scores) {
    ReviewPage now = reviews.page(actor, page.id());
    Revisions.same(scores.revision(), now.revision());
    which.choose(0);
    comments.settle(now);
    String missing = now.draft().missing();
    if (missing != null) {
      which.choose(1);
      scores.showMissing();
      throw new DomainException(missing);
    }
    Parts.ask(
        getTranslation("reviewPage.ask"),
        getTranslation(
            page.blindness() == Blindness.OPEN ? "reviewPage.means.open" : "reviewPage.means",
            CommentsPanel.ofRound(now).size()),
        getTranslation("reviewPage.submit"),
        () -> {
          reviews.submit(actor, page.id(), scores.revision());
          Parts.done(getTranslation("reviewPage.done"));
          UI.getCurrent().navigate("");
        });
  }

  private Reader reader(ReviewPage page) {
    Reader reader = new Reader(getTranslation("reviewPage.document", page.title()));
    PaperFile file = papers.file(actor, page.paper(), page.version());
    if (file.isPdf()) {
      reader.open(file.path().toFile(), file.name());
    } else {
      reader.open(
          papers.text(actor, page.paper(), page.version()).stream()
              .filter(unit -> unit.kind() == TextUnit.Kind.PARAGRAPH)
              .map(unit -> new Reader.Paragraph(unit.number(), unit.text()))
              .toList());
    }
    reader.mark(
        page.comments().stream()
            .filter(c -> c.version() == page.version() && c.anchor().isPlace())
            .map(ReviewView::mark)
            .toList());
    return reader;
  }

  static Reader.Mark mark(CommentLine comment) {
    return new Reader.Mark(
        comment.id().toString(),
        comment.anchor().page(),
        comment.anchor().paragraph(),
        comment.anchor().quote(),
        comment.text());
  }

  private void saved() {
    String time =
        DateTimeFormatter.ofPattern("HH:mm").format(LocalTime.ofInstant(clock.instant(), zone));
    saved.setText(getTranslation("reviewPage.saved", time));
  }

  @Override
  public String getPageTitle() {
    return title + " · Plenary";
  }
}

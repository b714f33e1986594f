package org.plenary.review.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.papers.PaperPage;
import org.plenary.papers.Papers;
import org.plenary.papers.Supplements;
import org.plenary.papers.ui.FileField;
import org.plenary.papers.ui.NamesWarning;
import org.plenary.papers.ui.SupplementsField;
import org.plenary.review.CasePage;
import org.plenary.review.CaseState;
import org.plenary.review.Cases;
import org.plenary.review.CommentLine;
import org.plenary.review.CommentState;
import org.plenary.review.Comments;
import org.plenary.review.Disposition;
import org.plenary.review.Lengths;
import org.plenary.ui.Parts;
import org.plenary.ui.Typing;

/** What the authors do when a new version is asked for: answer each comment, upload, send. */
class RevisionPanel extends Div {
  private static final int PAUSE = 600;
  private final transient Cases cases;
  private final transient Comments comments;
  private final transient Actor actor;
  private final transient CasePage page;
  private final Div progress = Parts.div("small muted");
  private final transient List<Answer> answers = new ArrayList<>();
  private long revision;

  RevisionPanel(
      Cases cases,
      Comments comments,
      Papers papers,
      Supplements supplements,
      Actor actor,
      PaperPage paper,
      CasePage page,
      Runnable reload) {
    this.cases = cases;
    this.comments = comments;
    this.actor = actor;
    this.page = page;
    if (!page.comments().isEmpty()) {
      add(ReviewSection.heading("comments.title"));
    }
    boolean revising = page.state() == CaseState.REVISION;
    progress.getElement().setAttribute("role", "status");
    add(progress);
    for (CommentLine comment : page.comments()) {
      boolean answers = revising && comment.state() == CommentState.OPEN;
      // The answer being written stands in its fields, not above them as if it had been sent.
      CommentCard card = new CommentCard(answers ? comment.unanswered() : comment, true);
      if (answers) {
        card.add(answer(comment));
      }
      add(card);
    }
    if (revising) {
      progress();
      add(ReviewSection.heading("revision.title"));
      int last = paper.versions().isEmpty() ? 0 : paper.versions().getFirst().number();
      if (last > page.version()) {
        add(Parts.div("notice good", Parts.line(getTranslation("revision.there", last))));
      }
      add(
          new FileField(
              papers,
              actor,
              getTranslation("revision.file", page.version() + 1),
              taken -> {
                papers.addVersion(actor, paper.id(), taken.file(), taken.name());
                reload.run();
              }));
      revision = paper.revision();
      TextArea note = note(papers, paper);
      SupplementsField further =
          new SupplementsField(
              supplements, actor, change -> revision = change.make(paper.id(), revision));
      further.show(supplements.unsent(actor, paper.id()));
      NamesWarning names = new NamesWarning(papers, actor);
      add(note, further, Parts.line(getTranslation("revision.means")), names);
      add(
          Parts.div(
              "actions",
              Parts.primary(
                  getTranslation("revision.send"),
                  () -> {
                    showMissing();
                    PaperPage now = papers.page(actor, paper.reference());
                    if (now.revision() != revision) {
                      reload.run();
                      throw new DomainException("revision.unseen");
                    }
                    if (last > page.version()) {
                      names.settle(paper.id());
                    }
                    send(last, note, reload);
                  })));
    }
  }

  private void send(int version, TextArea note, Runnable reload) {
    long unanswered = answers.stream().filter(a -> a.lack() != Lack.NOTHING).count();
    if (unanswered > 0) {
      throw new DomainException("review.resubmit.unanswered", unanswered);
    }
    if (version <= page.version()) {
      throw new DomainException("review.resubmit.version");
    }
    note.setErrorMessage(getTranslation("revision.note.missing"));
    note.setInvalid(note.getValue().isBlank());
    if (note.isInvalid()) {
      note.focus();
      throw new DomainException("paper.version.note");
    }
    Parts.ask(
        getTranslation("revision.ask", version),
        getTranslation("revision.ask.means"),
        getTranslation("revision.send"),
        () -> {
          cases.resubmit(actor, page.id());
          Parts.done(getTranslation("revision.done"));
          reload.run();
        });
  }

  /** What changed, in a few lines; kept at each pause. */
  private TextArea note(Papers papers, PaperPage paper) {
    TextArea note = new TextArea(getTranslation("revision.note"));
    note.setHelperText(getTranslation("revision.note.help"));
    note.setRequiredIndicatorVisible(true);
    note.setWidthFull();
    note.setMinRows(3);
    Typing.atMost(note, Papers.LONGEST_NOTE);
    note.setValue(paper.nextNote());
    Typing.sendAtPauses(note, PAUSE);
    note.addValueChangeListener(
        e -> revision = papers.noteChange(actor, paper.id(), e.getValue(), revision));
    return note;
  }

  private void progress() {
    long done = answers.stream().filter(answer -> answer.lack() == Lack.NOTHING).count();
    progress.setText(getTranslation("revision.progress", done, answers.size()));
  }

  /** Marks what is missing in each answer and puts the focus on the first of it. */
  private void showMissing() {
    answers.forEach(Answer::show);
    answers.stream().filter(a -> a.lack() != Lack.NOTHING).findFirst().ifPresent(Answer::focus);
  }

  /** What an answer still lacks. */
  private enum Lack {
    NOTHING,
    DISPOSITION,
    TEXT,
    BOTH
  }

  /** The fields of one answer. */
  private record Answer(Select<Disposition> disposition, TextArea text) {
    Lack lack() {
      if (disposition.getValue() == null) {
        return text.getValue().isBlank() ? Lack.BOTH : Lack.DISPOSITION;
      }
      return text.getValue().isBlank() ? Lack.TEXT : Lack.NOTHING;
    }

    void show() {
      disposition.setErrorMessage(disposition.getTranslation("answer.disposition.missing"));
      disposition.setInvalid(disposition.getValue() == null);
      text.setErrorMessage(text.getTranslation("answer.text.missing"));
      text.setInvalid(text.getValue().isBlank());
    }

    /** What is there now is no longer marked as missing. */
    void mend() {
      disposition.setInvalid(disposition.isInvalid() && disposition.getValue() == null);
      text.setInvalid(text.isInvalid() && text.getValue().isBlank());
    }

    void focus() {
      if (disposition.getValue() == null) {
        disposition.focus();
      } else {
        text.focus();
      }
    }
  }

  /** Kept at each pause; counted as soon as it is an answer: a disposition and some words. */
  private Div answer(CommentLine comment) {
    String shortened = comment.text().substring(0, Math.min(60, comment.text().length()));
    Select<Disposition> disposition = new Select<>();
    disposition.setLabel(getTranslation("answer.disposition"));
    disposition.setItems(Disposition.values());
    disposition.setItemLabelGenerator(d -> d == null ? "" : getTranslation("answer." + d));
    disposition.setValue(comment.disposition());
    TextArea text = new TextArea(getTranslation("answer.text"));
    text.setWidthFull();
    text.setMinRows(2);
    Typing.atMost(text, Lengths.ANSWER);
    text.setValue(comment.answer());
    Typing.sendAtPauses(text, 600);
    text.setAriaLabel(getTranslation("answer.text") + ": " + shortened);
    TextField pointer = new TextField(getTranslation("answer.pointer"));
    Typing.atMost(pointer, Lengths.POINTER);
    pointer.setValue(comment.pointer());
    pointer.setPlaceholder(getTranslation("answer.pointer.hint"));
    Paragraph state = Parts.line("");
    state.getElement().setAttribute("role", "status");
    Answer answer = new Answer(disposition, text);
    answers.add(answer);
    if (answer.lack() != Lack.BOTH) {
      state.setText(getTranslation("answer.kept." + answer.lack()));
    }
    long[] seen = {comment.answerRevision()};
    Runnable save =
        () -> {
          seen[0] =
              comments.answer(
                  actor,
                  comment.id(),
                  disposition.getValue(),
                  text.getValue(),
                  pointer.getValue(),
                  seen[0]);
          state.setText(getTranslation("answer.kept." + answer.lack()));
          answer.mend();
          progress();
        };
    disposition.addValueChangeListener(e -> save.run());
    text.addValueChangeListener(e -> save.run());
    pointer.addValueChangeListener(e -> save.run());
    return Parts.div("answering", Parts.div("row", disposition, pointer), text, state);
  }
}

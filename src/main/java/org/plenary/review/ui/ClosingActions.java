package org.plenary.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.review.CommentKind;
import org.plenary.review.CommentLine;
import org.plenary.review.CommentState;
import org.plenary.review.Comments;
import org.plenary.review.Lengths;
import org.plenary.ui.Parts;
import org.plenary.ui.Typing;

/** What the review editor does with a comment: say its weight, and close it as considered. */
class ClosingActions extends Div {
  /**
   * @param closed called when the comment was closed
   * @param reload called when it changed otherwise
   */
  ClosingActions(
      Comments comments, Actor actor, CommentLine comment, Runnable closed, Runnable reload) {
    addClassName("closing");
    if (comment.state() != CommentState.OPEN) {
      return;
    }
    TextField note = new TextField(getTranslation("closing.note"));
    note.setWidthFull();
    Typing.atMost(note, Lengths.CLOSING);
    note.setId("note-" + comment.id());
    note.setValue(comment.note());
    long[] seen = {comment.revision()};
    note.addValueChangeListener(
        e -> seen[0] = comments.note(actor, comment.id(), e.getValue(), seen[0]));
    note.setHelperText(
        getTranslation(
            comment.disposition() == null ? "closing.note.needed" : "closing.note.help"));
    Button close =
        Parts.primary(
            getTranslation("closing.close"),
            () -> {
              try {
                comments.close(actor, comment.id(), note.getValue(), seen[0]);
              } catch (DomainException e) {
                // Someone else may have closed it: the page shows what is.
                reload.run();
                throw e;
              }
              closed.run();
            });
    close.addThemeVariants(ButtonVariant.SMALL);
    String shortened = comment.text().substring(0, Math.min(60, comment.text().length()));
    close.setAriaLabel(getTranslation("closing.close") + ": " + shortened);
    CommentKind other =
        comment.kind() == CommentKind.SUBSTANTIVE ? CommentKind.EDITORIAL : CommentKind.SUBSTANTIVE;
    Button turn =
        Parts.button(
            getTranslation("closing.turn." + other),
            () -> {
              comments.classify(actor, comment.id(), other);
              reload.run();
            });
    turn.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
    turn.setAriaLabel(getTranslation("closing.turn." + other) + ": " + shortened);
    add(note, Parts.div("row", close, turn));
  }
}

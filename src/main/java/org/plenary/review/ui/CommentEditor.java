package org.plenary.review.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.review.Anchor;
import org.plenary.review.CommentKind;
import org.plenary.review.CommentLine;
import org.plenary.review.Lengths;
import org.plenary.review.Reviews;
import org.plenary.ui.Parts;
import org.plenary.ui.Typing;

/**
 * Where a reviewer writes one comment. What is written is kept at each pause, so that neither a
 * reload nor the next passage takes it away; whoever cancels takes it back.
 */
class CommentEditor extends Div {
  private static final int PAUSE = 600;
  private final transient Reviews reviews;
  private final transient Actor actor;
  private final UUID assignment;
  private final transient @Nullable CommentLine before;
  private final transient Anchor anchor;
  private final transient Runnable kept;
  private final TextArea text = new TextArea();
  private final RadioButtonGroup<CommentKind> kind = new RadioButtonGroup<>();
  private @Nullable UUID id;
  private long revision;
  private String keptText;
  private CommentKind keptKind;

  /**
   * @param before the comment to change; null for a new one
   * @param kept called after each time something was kept
   * @param closed called when it was added or cancelled
   */
  CommentEditor(
      Reviews reviews,
      Actor actor,
      UUID assignment,
      @Nullable CommentLine before,
      Anchor anchor,
      Runnable kept,
      Runnable closed) {
    this.reviews = reviews;
    this.actor = actor;
    this.assignment = assignment;
    this.before = before;
    this.anchor = anchor;
    this.kept = kept;
    id = before == null ? null : before.id();
    revision = before == null ? 0 : before.revision();
    keptText = before == null ? "" : before.text();
    keptKind = before == null ? CommentKind.SUBSTANTIVE : before.kind();
    addClassNames("comment", "editing");
    text.setLabel(getTranslation("comments.text"));
    text.setWidthFull();
    text.setMinRows(3);
    Typing.atMost(text, Lengths.COMMENT);
    text.setValue(keptText);
    Typing.sendAtPauses(text, PAUSE);
    kind.setLabel(getTranslation("comments.kind"));
    kind.setItems(CommentKind.values());
    kind.setItemLabelGenerator(k -> getTranslation("commentKind." + k));
    kind.setHelperText(getTranslation("comments.kind.help"));
    kind.setValue(keptKind);
    text.addValueChangeListener(e -> keep());
    kind.addValueChangeListener(e -> keep());
    Paragraph quote = new Paragraph(CommentCard.passage(this, anchor));
    quote.addClassName("quote");
    add(
        quote,
        text,
        kind,
        Parts.div(
            "actions",
            Parts.primary(
                getTranslation(before == null ? "comments.add" : "comments.change"),
                () -> {
                  if (text.getValue().isBlank()) {
                    text.focus();
                    throw new DomainException("review.comment.empty");
                  }
                  keep();
                  closed.run();
                }),
            Parts.button(
                getTranslation("dialog.cancel"),
                () -> {
                  takeBack();
                  closed.run();
                })));
  }

  void focus() {
    text.focus();
  }

  /** The comment being written, once there is one. */
  @Nullable UUID comment() {
    return id;
  }

  Anchor anchor() {
    return anchor;
  }

  private void keep() {
    String now = text.getValue().strip();
    if (now.isEmpty() || (now.equals(keptText) && kind.getValue() == keptKind)) {
      return;
    }
    if (id == null) {
      id = reviews.comment(actor, assignment, anchor, kind.getValue(), now);
      revision = 0;
    } else {
      revision = reviews.change(actor, id, kind.getValue(), now, revision);
    }
    keptText = now;
    keptKind = kind.getValue();
    kept.run();
  }

  private void takeBack() {
    if (id == null) {
      return;
    }
    if (before == null) {
      reviews.remove(actor, id);
    } else if (!keptText.equals(before.text()) || keptKind != before.kind()) {
      reviews.change(actor, id, before.kind(), before.text(), revision);
    }
  }
}

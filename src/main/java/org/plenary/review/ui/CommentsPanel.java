package org.plenary.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Actor;
import org.plenary.review.Anchor;
import org.plenary.review.CommentKind;
import org.plenary.review.CommentLine;
import org.plenary.review.CommentState;
import org.plenary.review.ReviewPage;
import org.plenary.review.Reviews;
import org.plenary.ui.Parts;
import org.plenary.ui.Reader;

/**
 * A reviewer's comments: writing one on a marked passage, changing it, and the answers to earlier.
 */
class CommentsPanel extends Div {
  private final transient Reviews reviews;
  private final transient Actor actor;
  private final transient ReviewPage page;
  private final transient Reader reader;
  private final transient Runnable saved;
  private final Div editor = new Div();
  private final Div list = new Div();
  private transient IntConsumer counted = n -> {};

  CommentsPanel(Reviews reviews, Actor actor, ReviewPage page, Reader reader, Runnable saved) {
    this.reviews = reviews;
    this.actor = actor;
    this.page = page;
    this.reader = reader;
    this.saved = saved;
    if (page.writable()) {
      add(
          Parts.line(getTranslation("comments.how")),
          Parts.button(
              getTranslation("comments.whole"),
              () -> edit(null, Anchor.WHOLE, CommentKind.SUBSTANTIVE, "")));
    }
    add(editor, list);
    show(page.comments());
  }

  void onCount(IntConsumer then) {
    counted = then;
  }

  /** Brings the comment with this id into view. */
  void show(String id) {
    getElement()
        .executeJs("this.querySelector('#comment-' + $0)?.scrollIntoView({block: 'nearest'})", id);
  }

  /** Opens the editor on a passage that was marked in the paper. */
  void write(Reader.Passage passage) {
    if (page.writable()) {
      edit(
          null,
          new Anchor(passage.page(), passage.paragraph(), passage.quote()),
          CommentKind.SUBSTANTIVE,
          "");
    }
  }

  private void edit(@Nullable CommentLine of, Anchor anchor, CommentKind kind, String text) {
    editor.removeAll();
    TextArea area = new TextArea(getTranslation("comments.text"));
    area.setWidthFull();
    area.setMinRows(3);
    area.setMaxLength(10_000);
    area.setValue(text);
    RadioButtonGroup<CommentKind> weight = new RadioButtonGroup<>();
    weight.setLabel(getTranslation("comments.kind"));
    weight.setItems(CommentKind.values());
    weight.setItemLabelGenerator(k -> getTranslation("commentKind." + k));
    weight.setHelperText(getTranslation("comments.kind.help"));
    weight.setValue(kind);
    Paragraph quote =
        new Paragraph(
            anchor.quote().isEmpty()
                ? getTranslation("comment.whole")
                : "“" + anchor.quote() + "”");
    quote.addClassName("quote");
    Button add =
        Parts.primary(
            getTranslation(of == null ? "comments.add" : "comments.change"),
            () -> {
              if (of == null) {
                reviews.comment(actor, page.id(), anchor, weight.getValue(), area.getValue());
              } else {
                reviews.change(actor, of.id(), weight.getValue(), area.getValue());
              }
              editor.removeAll();
              refresh();
            });
    Button cancel = Parts.button(getTranslation("dialog.cancel"), editor::removeAll);
    editor.add(
        Parts.div("comment editing", quote, area, weight, Parts.div("actions", add, cancel)));
    area.focus();
  }

  private void refresh() {
    ReviewPage now = reviews.page(actor, page.id());
    show(now.comments());
    counted.accept(now.comments().size());
    reader.mark(
        now.comments().stream()
            .filter(c -> c.version() == page.version() && !c.anchor().quote().isEmpty())
            .map(ReviewView::mark)
            .toList());
    saved.run();
  }

  private void show(List<CommentLine> comments) {
    list.removeAll();
    List<CommentLine> now = comments.stream().filter(c -> c.round() == page.round()).toList();
    List<CommentLine> before = comments.stream().filter(c -> c.round() < page.round()).toList();
    if (now.isEmpty() && page.writable()) {
      list.add(Parts.empty(getTranslation("comments.empty")));
    }
    now.forEach(comment -> list.add(card(comment)));
    if (!before.isEmpty()) {
      H2 heading = new H2(getTranslation("comments.before"));
      heading.addClassName("section-title");
      list.add(heading);
      before.forEach(comment -> list.add(new CommentCard(comment, false)));
    }
  }

  private CommentCard card(CommentLine comment) {
    CommentCard card = new CommentCard(comment, false);
    Div actions = Parts.div("row");
    if (!comment.anchor().quote().isEmpty()) {
      actions.add(small("comments.show", comment, () -> reader.show(comment.id().toString())));
    }
    if (comment.state() == CommentState.DRAFT && page.writable()) {
      actions.add(
          small(
              "comments.edit",
              comment,
              () -> edit(comment, comment.anchor(), comment.kind(), comment.text())),
          small(
              "comments.remove",
              comment,
              () -> {
                reviews.remove(actor, comment.id());
                refresh();
              }));
    }
    card.add(actions);
    return card;
  }

  private Button small(String key, CommentLine of, Runnable click) {
    Button button = Parts.button(getTranslation(key), click);
    button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    String text = of.text();
    button.setAriaLabel(
        getTranslation(key) + ": " + text.substring(0, Math.min(60, text.length())));
    return button;
  }
}

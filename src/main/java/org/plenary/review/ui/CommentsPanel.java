package org.plenary.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.review.Anchor;
import org.plenary.review.CommentLine;
import org.plenary.review.CommentState;
import org.plenary.review.Disposition;
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
  private final Div place = new Div();
  private final Div list = new Div();
  private final Button whole =
      Parts.button(getTranslation("comments.whole"), () -> edit(null, Anchor.WHOLE));
  private transient @Nullable CommentEditor writing;
  private transient List<CommentLine> shown = List.of();
  private transient IntConsumer counted = n -> {};
  private transient @Nullable Consumer<CommentLine> changes;

  CommentsPanel(Reviews reviews, Actor actor, ReviewPage page, Reader reader, Runnable saved) {
    this.reviews = reviews;
    this.actor = actor;
    this.page = page;
    this.reader = reader;
    this.saved = saved;
    if (page.writable()) {
      add(Parts.line(getTranslation("comments.how")), whole);
    }
    add(place, list);
    show(page.comments());
  }

  /**
   * Whether what would be handed in is what stands here: no comment half written, none from another
   * window. If not, the page is brought up to date.
   *
   * @throws DomainException if a comment is still being written
   */
  void settle(ReviewPage now) {
    if (writing != null) {
      writing.focus();
      throw new DomainException("review.submit.writing");
    }
    if (!now.comments().equals(shown)) {
      refresh();
      throw new DomainException("review.submit.unseen");
    }
  }

  /** Where it is shown what became of the passage of an earlier comment. */
  void onChanges(Consumer<CommentLine> then) {
    changes = then;
    show(shown);
  }

  void onCount(IntConsumer then) {
    counted = then;
  }

  /** Brings the comment with this id into view. */
  void show(String id) {
    getElement()
        .executeJs("this.querySelector('#comment-' + $0)?.scrollIntoView({block: 'nearest'})", id);
  }

  /** Opens the editor on a passage that was marked in the paper; what was being written stays. */
  void write(Reader.Passage passage) {
    if (page.writable()) {
      edit(null, new Anchor(passage.page(), passage.paragraph(), passage.quote()));
    }
  }

  private void edit(@Nullable CommentLine of, Anchor anchor) {
    CommentEditor editor =
        new CommentEditor(reviews, actor, page.id(), of, anchor, this::kept, this::close);
    writing = editor;
    place.removeAll();
    place.add(editor);
    refresh();
    editor.focus();
  }

  /** The focus goes back to where the comment came from, to go on from there by keyboard. */
  private void close() {
    Anchor from = writing == null ? Anchor.WHOLE : writing.anchor();
    writing = null;
    place.removeAll();
    refresh();
    if (from.isPlace()) {
      reader.read();
    } else {
      whole.focus();
    }
  }

  private void refresh() {
    ReviewPage now = reviews.page(actor, page.id());
    show(now.comments());
    counted.accept(ofRound(now).size());
    reader.mark(
        now.comments().stream()
            .filter(c -> c.version() == page.version() && c.anchor().isPlace())
            .map(ReviewView::mark)
            .toList());
  }

  private void kept() {
    refresh();
    saved.run();
  }

  static List<CommentLine> ofRound(ReviewPage page) {
    return page.comments().stream().filter(c -> c.round() == page.round()).toList();
  }

  private void show(List<CommentLine> comments) {
    shown = comments;
    list.removeAll();
    UUID open = writing == null ? null : writing.comment();
    List<CommentLine> now =
        comments.stream().filter(c -> c.round() == page.round() && !c.id().equals(open)).toList();
    List<CommentLine> before = comments.stream().filter(c -> c.round() < page.round()).toList();
    if (now.isEmpty() && writing == null && page.writable()) {
      list.add(Parts.empty(getTranslation("comments.empty")));
    }
    now.forEach(comment -> list.add(card(comment)));
    if (!before.isEmpty()) {
      H2 heading = new H2(getTranslation("comments.before"));
      heading.addClassName("section-title");
      list.add(heading);
      list.add(
          Parts.line(
              getTranslation(
                  "comments.before.summary",
                  done(before, Disposition.ACCEPTED),
                  done(before, Disposition.PARTLY),
                  done(before, Disposition.DECLINED))));
      before.forEach(comment -> list.add(card(comment)));
    }
  }

  private static long done(List<CommentLine> of, Disposition what) {
    return of.stream().filter(comment -> comment.disposition() == what).count();
  }

  private CommentCard card(CommentLine comment) {
    CommentCard card = new CommentCard(comment, false);
    Div actions = Parts.div("row");
    if (comment.anchor().isPlace() && comment.version() == page.version()) {
      actions.add(small("comments.show", comment, () -> reader.show(comment.id().toString())));
    }
    Consumer<CommentLine> look = changes;
    if (look != null
        && comment.version() == page.version() - 1
        && !comment.anchor().quote().isEmpty()) {
      actions.add(small("comments.changes", comment, () -> look.accept(comment)));
    }
    if (comment.state() == CommentState.DRAFT && page.writable()) {
      actions.add(
          small("comments.edit", comment, () -> edit(comment, comment.anchor())),
          small(
              "comments.remove",
              comment,
              () -> {
                reviews.remove(actor, comment.id());
                refresh();
                whole.focus();
                Parts.undo(
                    getTranslation("comments.removed"),
                    () -> {
                      reviews.comment(
                          actor, page.id(), comment.anchor(), comment.kind(), comment.text());
                      refresh();
                    });
              }));
    }
    if (actions.getComponentCount() > 0) {
      card.add(actions);
    }
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

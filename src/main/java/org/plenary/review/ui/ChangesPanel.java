package org.plenary.review.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import org.plenary.kernel.Actor;
import org.plenary.papers.Comparisons;
import org.plenary.papers.ui.TextComparison;
import org.plenary.review.CommentLine;
import org.plenary.review.ReviewPage;
import org.plenary.ui.Parts;

/** What changed since the version that the reviewer read before, beside the paper. */
class ChangesPanel extends Div {
  private final TextComparison comparison;

  ChangesPanel(Comparisons comparisons, Actor actor, ReviewPage page) {
    int before = page.version() - 1;
    comparison = new TextComparison(comparisons, actor, page.paper(), before, page.version());
    Anchor wide =
        new Anchor(
            "compare/" + page.reference() + "/" + before + "/" + page.version(),
            getTranslation("reviewPage.changes.wide"));
    wide.addClassName("small");
    add(Parts.div("row", wide), comparison);
  }

  /** Shows what became of the passage that a comment was on. */
  void showAt(CommentLine comment) {
    comparison.showAt(comment.anchor().quote());
  }
}

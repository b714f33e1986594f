package org.plenary.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.plenary.review.Anchor;
import org.plenary.review.CommentKind;
import org.plenary.review.CommentLine;
import org.plenary.review.CommentState;
import org.plenary.review.Disposition;
import org.plenary.ui.Parts;
import org.plenary.ui.Parts.Tone;

/** A comment with its passage, weight, answer and closing; actions are added below by its user. */
class CommentCard extends Div {
  CommentCard(CommentLine comment, boolean withReviewer) {
    addClassName("comment");
    setId("comment-" + comment.id());
    Span where =
        new Span(
            (withReviewer ? comment.reviewer() + " · " : "")
                + getTranslation("comment.version", comment.version())
                + " · "
                + place(this, comment.anchor()));
    where.addClassNames("small", "muted");
    add(where);
    if (!comment.anchor().quote().isEmpty()) {
      Paragraph quote = new Paragraph("“" + comment.anchor().quote() + "”");
      quote.addClassName("quote");
      add(quote);
    }
    Paragraph text = new Paragraph(comment.text());
    text.addClassName("as-written");
    add(text, Parts.div("row", pills(comment)));
    if (comment.isAnswered()) {
      Paragraph answer = new Paragraph(getTranslation("comment.answer", comment.answer()));
      answer.addClassName("as-written");
      Div said = Parts.div("comment answer", answer);
      if (!comment.pointer().isEmpty()) {
        said.add(Parts.line(getTranslation("comment.pointer", comment.pointer())));
      }
      add(said);
    }
    if (comment.state() == CommentState.CLOSED && !comment.note().isEmpty()) {
      add(Parts.line(getTranslation("comment.note", comment.note())));
    }
  }

  /** What an anchor points at, in its own words where it has any. */
  static String passage(Component shows, Anchor anchor) {
    return anchor.quote().isEmpty() ? place(shows, anchor) : "“" + anchor.quote() + "”";
  }

  static String place(Component shows, Anchor anchor) {
    if (anchor.page() != null) {
      return shows.getTranslation("comment.page", anchor.page());
    }
    if (anchor.paragraph() != null) {
      return shows.getTranslation("comment.paragraph", anchor.paragraph());
    }
    return shows.getTranslation("comment.whole");
  }

  private Component[] pills(CommentLine comment) {
    Span weight =
        Parts.pill(
            getTranslation("commentKind." + comment.kind()),
            comment.kind() == CommentKind.SUBSTANTIVE ? Tone.WARN : Tone.PLAIN);
    if (comment.state() == CommentState.CLOSED) {
      return new Component[] {
        weight, disposition(comment), Parts.pill(getTranslation("comment.closed"), Tone.GOOD)
      };
    }
    return new Component[] {weight, disposition(comment)};
  }

  private Span disposition(CommentLine comment) {
    Disposition disposition = comment.disposition();
    if (disposition == null) {
      Span none = new Span();
      none.setVisible(false);
      return none;
    }
    return Parts.pill(
        getTranslation("disposition." + disposition),
        disposition == Disposition.DECLINED ? Tone.BAD : Tone.GOOD);
  }
}

package org.plenary.papers.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.dom.Element;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.plenary.files.TextUnit;
import org.plenary.kernel.Actor;
import org.plenary.papers.Comparison;
import org.plenary.papers.Comparison.Change;
import org.plenary.papers.Comparison.Fate;
import org.plenary.papers.Comparisons;
import org.plenary.ui.Parts;

/**
 * What changed in the text between two versions: side by side where there is room, else one text
 * with what went struck through and what came underlined. Compared beside the page, which says so
 * meanwhile.
 */
public class TextComparison extends Div {
  private static final int POLL = 400;
  private static final int AT_ONCE = 150;
  private final transient CompletableFuture<Comparison> work;
  private final int from;
  private final int to;
  private final Span where = new Span();
  private final Div list = Parts.div("changes");
  private transient @Nullable Comparison comparison;
  private int current = -1;
  private int shown;

  /** Throws the service’s NotFoundException where the actor may not read both versions. */
  public TextComparison(Comparisons comparisons, Actor actor, UUID paper, int from, int to) {
    this.work = comparisons.of(actor, paper, from, to);
    this.from = from;
    this.to = to;
    addClassName("text-comparison");
    where.addClassNames("small", "muted", "num");
    where.getElement().setAttribute("role", "status");
  }

  @Override
  protected void onAttach(AttachEvent event) {
    if (comparison != null) {
      return;
    }
    if (work.isDone() && !work.isCompletedExceptionally()) {
      show(work.join());
      return;
    }
    UI ui = event.getUI();
    ProgressBar progress = new ProgressBar();
    progress.setIndeterminate(true);
    removeAll();
    add(Parts.line(getTranslation("compare.working")), progress);
    ui.setPollInterval(POLL);
    work.whenComplete(
        (done, fault) ->
            ui.access(
                () -> {
                  ui.setPollInterval(-1);
                  if (done == null) {
                    removeAll();
                    add(Parts.empty(getTranslation("compare.failed")));
                  } else {
                    show(done);
                  }
                }));
  }

  /** Shows the change that touches a passage of the earlier version, or says that none does. */
  public void showAt(String passage) {
    Comparison done = comparison;
    if (done == null) {
      return;
    }
    switch (done.found(passage)) {
      case CHANGED -> go(done.changeAt(passage).orElse(0));
      case UNCHANGED -> where.setText(getTranslation("compare.unchanged"));
      case NOT_FOUND -> where.setText(getTranslation("compare.notFound"));
    }
  }

  /** How a place in a version reads. */
  static String place(Component shows, Comparison.Place place) {
    return shows.getTranslation(
        place.kind() == TextUnit.Kind.PAGE ? "comment.page" : "comment.paragraph", place.number());
  }

  private void show(Comparison done) {
    comparison = done;
    removeAll();
    if (done.changes().isEmpty()) {
      add(Parts.empty(getTranslation("compare.nothing")));
      return;
    }
    Button back = step("compare.previous", Key.ARROW_UP, () -> go(current - 1));
    Button next = step("compare.next", Key.ARROW_DOWN, () -> go(current + 1));
    Span counts =
        new Span(
            getTranslation("compare.counts", done.changes().size(), done.added(), done.removed()));
    counts.addClassName("num");
    where.setText(getTranslation("compare.keys"));
    add(Parts.div("change-bar", counts, Parts.div("row", back, next), where), heads(), list);
    more();
  }

  private Button step(String key, Key by, Runnable go) {
    Button button = Parts.button(getTranslation(key), go);
    button.addThemeVariants(ButtonVariant.SMALL);
    button.addClickShortcut(by, KeyModifier.ALT);
    return button;
  }

  private Div heads() {
    return Parts.div(
        "change-heads",
        new Span(getTranslation("paper.version.number", from)),
        new Span(getTranslation("paper.version.number", to)));
  }

  private void go(int change) {
    Comparison done = comparison;
    if (done == null) {
      return;
    }
    current = Math.clamp(change, 0, done.changes().size() - 1);
    while (shown <= current) {
      more();
    }
    where.setText(getTranslation("compare.at", current + 1, done.changes().size()));
    getElement()
        .executeJs(
            "const at = this.querySelectorAll('.change')[$0];"
                + " at?.scrollIntoView({block: 'center'}); at?.focus({preventScroll: true});",
            current);
  }

  /** Adds the next changes, for thousands at once would keep the page waiting. */
  private void more() {
    Comparison done = java.util.Objects.requireNonNull(comparison);
    list.getChildren().filter(Button.class::isInstance).findFirst().ifPresent(list::remove);
    int end = Math.min(done.changes().size(), shown + AT_ONCE);
    for (; shown < end; shown++) {
      Change change = done.changes().get(shown);
      same(change.sameBefore());
      list.add(row(change, shown));
    }
    if (shown < done.changes().size()) {
      list.add(Parts.button(getTranslation("list.more"), this::more));
    } else {
      same(done.sameAfter());
    }
  }

  private void same(int words) {
    if (words > 0) {
      Span span = new Span(getTranslation("compare.same", words));
      span.addClassNames("small", "muted", "unchanged");
      list.add(span);
    }
  }

  private Component row(Change change, int number) {
    Div row = Parts.div("change");
    row.getElement().setAttribute("tabindex", "-1");
    row.getElement().setAttribute("role", "group");
    row.getElement().setAttribute("aria-label", getTranslation("compare.change", number + 1));
    row.add(
        side("was", change, change.was(), EnumSet.of(Fate.SAME, Fate.REMOVED)),
        side("now", change, change.now(), EnumSet.of(Fate.SAME, Fate.ADDED)),
        side("both", change, change.now(), EnumSet.allOf(Fate.class)));
    return row;
  }

  private Div side(String name, Change change, Comparison.@Nullable Place place, Set<Fate> fates) {
    Span at = new Span(place == null ? "" : place(this, place));
    at.addClassNames("small", "muted", "place");
    Div text = Parts.div("change-text");
    text.getElement().setAttribute("dir", "auto");
    for (Comparison.Piece piece : change.pieces()) {
      if (fates.contains(piece.fate())) {
        text.getElement()
            .appendChild(
                new Element(
                        switch (piece.fate()) {
                          case SAME -> "span";
                          case ADDED -> "ins";
                          case REMOVED -> "del";
                        })
                    .setText(piece.text()),
                Element.createText(" "));
      }
    }
    return Parts.div(name, at, text);
  }
}

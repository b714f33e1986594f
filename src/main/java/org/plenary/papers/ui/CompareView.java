package org.plenary.papers.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.plenary.bodies.Actors;
import org.plenary.kernel.Actor;
import org.plenary.kernel.NotFoundException;
import org.plenary.papers.Comparisons;
import org.plenary.papers.PaperPage;
import org.plenary.papers.Papers;
import org.plenary.ui.Page;
import org.plenary.ui.Parts;

/** What changed in a paper from one version to another. */
@Route("compare/:reference/:from/:to")
@PermitAll
class CompareView extends Page implements BeforeEnterObserver {
  private final transient Papers papers;
  private final transient Comparisons comparisons;
  private final transient Actor actor;

  CompareView(Papers papers, Comparisons comparisons, Actors actors) {
    this.papers = papers;
    this.comparisons = comparisons;
    this.actor = actors.current();
    addClassName("compare-page");
  }

  /** Where two versions of a paper are compared. */
  static String address(String reference, int from, int to) {
    return "compare/" + reference + "/" + from + "/" + to;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String reference = event.getRouteParameters().get("reference").orElse("");
    int from = number(event, "from");
    int to = number(event, "to");
    PaperPage paper = papers.page(actor, reference);
    removeAll();
    head(getTranslation("compare.title"));
    Anchor back = new Anchor("papers/" + reference, paper.draft().title());
    add(Parts.div("row under-head", back));
    List<Integer> numbers =
        paper.versions().stream().map(PaperPage.VersionLine::number).sorted().toList();
    if (numbers.size() > 2) {
      add(choice(reference, numbers, from, to));
    }
    add(new TextComparison(comparisons, actor, paper.id(), from, to));
  }

  private Div choice(String reference, List<Integer> numbers, int from, int to) {
    Select<Integer> before = version("compare.from", numbers, from);
    Select<Integer> after = version("compare.to", numbers, to);
    before.addValueChangeListener(
        e -> UI.getCurrent().navigate(address(reference, e.getValue(), to)));
    after.addValueChangeListener(
        e -> UI.getCurrent().navigate(address(reference, from, e.getValue())));
    return Parts.div("row", before, after);
  }

  private Select<Integer> version(String key, List<Integer> numbers, int chosen) {
    Select<Integer> select = new Select<>();
    select.setLabel(getTranslation(key));
    select.setItems(numbers);
    select.setItemLabelGenerator(n -> getTranslation("paper.version.number", n));
    select.setValue(chosen);
    return select;
  }

  private static int number(BeforeEnterEvent event, String name) {
    String text = event.getRouteParameters().get(name).orElse("");
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw new NotFoundException("version " + text);
    }
    return Integer.parseInt(text);
  }
}

package org.plenary.papers.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plenary.bodies.Actors;
import org.plenary.kernel.Actor;
import org.plenary.papers.PaperLine;
import org.plenary.papers.PaperLists;
import org.plenary.ui.Dates;
import org.plenary.ui.Page;
import org.plenary.ui.Parts;
import org.plenary.ui.Switch;

/** Papers: mine, and those of my groups. The address keeps tab and words. */
@Route("papers")
@Menu(title = "nav.papers", order = 10)
@PermitAll
class PapersView extends Page implements BeforeEnterObserver {
  private final transient PaperLists papers;
  private final transient Actor actor;
  private final Switch which =
      new Switch(
          getTranslation("papers.which"),
          getTranslation("papers.mine"),
          getTranslation("papers.all"));
  private final TextField words = new TextField();
  private final Span total = new Span();
  private final Grid<PaperLine> grid = new Grid<>();

  PapersView(PaperLists papers, Actors actors) {
    this.papers = papers;
    this.actor = actors.current();
    ZoneId zone = actors.currentPerson().orElseThrow().zone();
    head(
        getTranslation("nav.papers"),
        Parts.primary(
            getTranslation("desk.submit"), () -> UI.getCurrent().navigate(SubmitPaperView.class)));
    words.setPlaceholder(getTranslation("papers.filter"));
    words.setAriaLabel(getTranslation("papers.filter"));
    words.setClearButtonVisible(true);
    words.setValueChangeMode(ValueChangeMode.LAZY);
    words.addValueChangeListener(e -> keep());
    which.onChoice(n -> keep());
    total.addClassNames("small", "muted", "num");
    total.getElement().setAttribute("role", "status");
    add(which, Parts.div("row", words, total));
    grid.addComponentColumn(this::paper).setHeader(getTranslation("papers.paper")).setFlexGrow(4);
    grid.addComponentColumn(line -> PaperStates.pill(line.state()))
        .setHeader(getTranslation("papers.state"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addColumn(line -> Dates.moment(line.changed(), zone))
        .setHeader(getTranslation("papers.changed"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setAllRowsVisible(false);
    grid.setEmptyStateComponent(Parts.empty(getTranslation("papers.empty")));
    grid.setItems(
        query ->
            papers
                .visible(actor, isMine(), words.getValue(), query.getOffset(), query.getLimit())
                .stream(),
        query -> papers.count(actor, isMine(), words.getValue()));
    grid.addClassName("tall");
    add(grid);
  }

  private com.vaadin.flow.component.Component paper(PaperLine line) {
    Anchor title =
        new Anchor(
            line.path(), line.title().isBlank() ? getTranslation("papers.untitled") : line.title());
    Span more =
        new Span(
            Stream.of(line.reference(), line.group())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · ")));
    more.addClassNames("small", "muted");
    return Parts.div("cell", title, more);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Map<String, List<String>> parameters = event.getLocation().getQueryParameters().getParameters();
    words.setValue(parameters.getOrDefault("q", List.of("")).getFirst());
    which.show(parameters.containsKey("all") ? 1 : 0);
    refresh();
  }

  private boolean isMine() {
    return which.chosen() == 0;
  }

  private void keep() {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (!isMine()) {
      parameters.put("all", "1");
    }
    if (!words.getValue().isBlank()) {
      parameters.put("q", words.getValue());
    }
    getUI()
        .ifPresent(
            ui ->
                ui.getPage()
                    .getHistory()
                    .replaceState(
                        null,
                        new com.vaadin.flow.router.Location(
                            "papers", QueryParameters.simple(parameters))));
    refresh();
  }

  private void refresh() {
    grid.getDataProvider().refreshAll();
    total.setText(getTranslation("papers.total", papers.count(actor, isMine(), words.getValue())));
  }
}

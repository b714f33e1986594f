package org.plenary.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import org.plenary.bodies.Actors;
import org.plenary.kernel.Actor;
import org.plenary.search.Search;
import org.plenary.search.SearchQuery;
import org.plenary.search.SearchResult;
import org.plenary.ui.Dates;
import org.plenary.ui.Page;
import org.plenary.ui.Parts;

/** One search over everything the person may read, published or not; the address keeps it. */
@Route("search")
@Menu(title = "nav.search", order = 2)
@PermitAll
class SearchView extends Page implements BeforeEnterObserver {
  private final transient Search search;
  private final transient Actor actor;
  private final TextField words = new TextField();
  private final Span total = new Span();
  private final Div results = new Div();
  private int page = 1;
  private boolean loosely;

  SearchView(Search search, Actors actors) {
    this.search = search;
    this.actor = actors.current();
    head(getTranslation("nav.search"));
    words.setAriaLabel(getTranslation("search.mine"));
    words.setPlaceholder(getTranslation("search.mine"));
    words.setClearButtonVisible(true);
    words.setWidth("32rem");
    words.addValueChangeListener(
        e -> {
          if (e.isFromClient()) {
            go();
          }
        });
    Button find = Parts.primary(getTranslation("search.button"), this::go);
    total.addClassNames("small", "muted", "num");
    total.getElement().setAttribute("role", "status");
    add(Parts.div("row", words, find), total, results);
  }

  private void go() {
    UI.getCurrent()
        .navigate(SearchView.class, QueryParameters.simple(Map.of("q", words.getValue())));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Map<String, List<String>> parameters = event.getLocation().getQueryParameters().getParameters();
    words.setValue(parameters.getOrDefault("q", List.of("")).getFirst());
    page = 1;
    loosely = parameters.getOrDefault("words", List.of("")).getFirst().equals("most");
    results.removeAll();
    if (words.getValue().isBlank()) {
      total.setText("");
      results.add(Parts.empty(getTranslation("search.mine.empty")));
      words.focus();
      return;
    }
    more();
  }

  private void more() {
    SearchResult result =
        search.readable(actor, new SearchQuery(words.getValue(), Map.of(), page, loosely));
    total.setText(getTranslation("search.mine.total", result.total()));
    if (page == 1 && SearchQuery.isTooLong(words.getValue())) {
      results.add(Parts.line(getTranslation("search.cut", SearchQuery.MAX_TEXT)));
    }
    if (page == 1 && loosely) {
      results.add(Parts.line(getTranslation("search.loosely")));
    }
    SearchResult.Instead instead = result.instead();
    if (instead != null) {
      instead(instead);
    }
    result.hits().forEach(hit -> results.add(row(hit)));
    if (result.total() > page * SearchQuery.PAGE_SIZE && page < SearchQuery.MAX_PAGE) {
      Button more = new Button(getTranslation("list.more"));
      more.addClickListener(
          e -> {
            results.remove(more);
            page++;
            more();
          });
      results.add(more);
    }
  }

  private void instead(SearchResult.Instead instead) {
    if (instead.didYouMean() != null) {
      RouterLink mended = new RouterLink(instead.didYouMean(), SearchView.class);
      mended.setQueryParameters(QueryParameters.simple(Map.of("q", instead.didYouMean())));
      results.add(Parts.div("row", new Span(getTranslation("search.didYouMean")), mended));
    }
    if (instead.most() > 0) {
      RouterLink most =
          new RouterLink(getTranslation("search.most", instead.most()), SearchView.class);
      most.setQueryParameters(
          QueryParameters.simple(Map.of("q", words.getValue(), "words", "most")));
      results.add(new Div(most));
    }
  }

  private Component row(SearchResult.Hit hit) {
    // The index names the page from the root of the site; the router wants it within the workspace.
    Anchor title =
        new Anchor(
            hit.url().replaceFirst("^/workspace/", ""),
            hit.title().isBlank() ? getTranslation("papers.untitled") : hit.title());
    H3 heading = new H3(title);
    Span about =
        new Span(
            (getTranslation("kind." + hit.kind()) + " " + hit.reference()).strip()
                + " · "
                + Dates.day(hit.published()));
    about.addClassNames("small", "muted");
    Div row = Parts.div("hit", about, heading);
    for (SearchResult.Passage passage : hit.passages()) {
      String where =
          passage.page() == null
              ? getTranslation("search.text")
              : getTranslation("search.page", passage.page());
      Span place = new Span(where);
      place.addClassNames("small", "muted");
      // Escaped where it was made; only the marks are markup.
      row.add(Parts.div("passage", place, new Html("<span>" + passage.html() + "</span>")));
    }
    return row;
  }
}

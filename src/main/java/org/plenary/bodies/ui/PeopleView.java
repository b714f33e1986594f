package org.plenary.bodies.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.bodies.Actors;
import org.plenary.bodies.Directory;
import org.plenary.bodies.DirectoryLine;
import org.plenary.kernel.Actor;
import org.plenary.ui.Labels;
import org.plenary.ui.Page;
import org.plenary.ui.Parts;

/** The directory; the secretariat invites from here. The address keeps the words. */
@Route("people")
@Menu(title = "nav.people", order = 20)
@PermitAll
class PeopleView extends Page implements BeforeEnterObserver {
  private final transient Directory directory;
  private final transient Actor actor;
  private final TextField words = new TextField();
  private final Span total = new Span();
  private final Grid<DirectoryLine> grid = new Grid<>();

  PeopleView(Directory directory, Actors actors, SeatDialog dialogs) {
    this.directory = directory;
    this.actor = actors.current();
    Anchor organisations = new Anchor("organisations", getTranslation("nav.organisations"));
    if (directory.mayInvite(actor)) {
      head(
          getTranslation("nav.people"),
          organisations,
          Parts.primary(getTranslation("people.invite.do"), () -> dialogs.invite(this::refresh)));
    } else {
      head(getTranslation("nav.people"), organisations);
    }
    String filter = getTranslation("people.filter");
    words.setPlaceholder(filter);
    words.setAriaLabel(filter);
    words.setClearButtonVisible(true);
    words.setWidth("22rem");
    words.setValueChangeMode(ValueChangeMode.LAZY);
    words.addValueChangeListener(e -> keep());
    total.addClassNames("small", "muted", "num");
    total.getElement().setAttribute("role", "status");
    add(Parts.div("row", words, total));
    grid.addComponentColumn(this::person).setHeader(getTranslation("people.person")).setFlexGrow(3);
    grid.addComponentColumn(PeopleView::seats)
        .setHeader(getTranslation("people.seats"))
        .setFlexGrow(2);
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setEmptyStateComponent(Parts.empty(getTranslation("people.empty")));
    grid.setItems(
        query ->
            directory.list(actor, words.getValue(), query.getOffset(), query.getLimit()).stream(),
        query -> directory.count(actor, words.getValue()));
    grid.addClassName("tall");
    add(grid);
  }

  private Component person(DirectoryLine line) {
    Anchor name = new Anchor("people/" + line.id(), line.name());
    String country = Labels.country(line.country(), Locale.ENGLISH);
    Span more =
        new Span(line.affiliation().isBlank() ? country : line.affiliation() + " · " + country);
    more.addClassNames("small", "muted");
    Div cell = Parts.div("cell", name);
    if (!line.country().equals("ZZ")) {
      cell.add(more);
    }
    Span state = Roles.pill(line.account());
    if (state != null) {
      cell.add(Parts.div("row", state));
    }
    return cell;
  }

  private static Component seats(DirectoryLine line) {
    Div cell = Parts.div("cell");
    line.seats().forEach(seat -> cell.add(new Span(Roles.offices(List.of(seat)))));
    return cell;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Map<String, List<String>> parameters = event.getLocation().getQueryParameters().getParameters();
    words.setValue(parameters.getOrDefault("q", List.of("")).getFirst());
    refresh();
  }

  private void keep() {
    Map<String, String> parameters =
        words.getValue().isBlank() ? Map.of() : Map.of("q", words.getValue());
    UI.getCurrent()
        .getPage()
        .getHistory()
        .replaceState(null, new Location("people", QueryParameters.simple(parameters)));
    refresh();
  }

  private void refresh() {
    grid.getDataProvider().refreshAll();
    total.setText(getTranslation("people.total", directory.count(actor, words.getValue())));
  }
}

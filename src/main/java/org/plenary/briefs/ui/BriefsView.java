package org.plenary.briefs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.plenary.bodies.Actors;
import org.plenary.briefs.BriefListLine;
import org.plenary.briefs.Briefs;
import org.plenary.kernel.Actor;
import org.plenary.ui.Page;
import org.plenary.ui.Parts;

/** Policy briefs: those of my groups in the making, and everyone's published ones. */
@Route("briefs")
@Menu(title = "nav.briefs", order = 11)
@PermitAll
class BriefsView extends Page {

  BriefsView(Briefs briefs, Actors actors) {
    Actor actor = actors.current();
    boolean writes = !briefs.writesFor(actor).isEmpty();
    head(
        getTranslation("nav.briefs"),
        writes
            ? new Component[] {
              Parts.primary(
                  getTranslation("briefs.write"),
                  () -> UI.getCurrent().navigate(WriteBriefView.class))
            }
            : new Component[0]);
    Grid<BriefListLine> grid = new Grid<>();
    grid.addComponentColumn(BriefsView::brief)
        .setHeader(getTranslation("briefs.brief"))
        .setFlexGrow(4);
    grid.addComponentColumn(line -> BriefStates.pill(line.state()))
        .setHeader(getTranslation("briefs.state"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setEmptyStateComponent(
        Parts.empty(getTranslation(writes ? "briefs.none.writer" : "briefs.none")));
    grid.setItems(
        query -> briefs.visible(actor, query.getOffset(), query.getLimit()).stream(),
        query -> briefs.count(actor));
    grid.addClassName("tall");
    add(grid);
  }

  private static Component brief(BriefListLine line) {
    Anchor title = new Anchor("briefs/" + line.slug(), line.title());
    title.getElement().setAttribute("dir", "auto");
    Span group = new Span(line.group());
    group.addClassNames("small", "muted");
    return Parts.div("cell", title, group);
  }
}

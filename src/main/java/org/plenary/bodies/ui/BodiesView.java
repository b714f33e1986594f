package org.plenary.bodies.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.plenary.bodies.Actors;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Body;
import org.plenary.bodies.BodyKind;
import org.plenary.bodies.FirstConfiguration;
import org.plenary.ui.Page;
import org.plenary.ui.Parts;
import org.plenary.ui.Parts.Tone;

/** Groups and committees; the secretariat founds groups from here. */
@Route("bodies")
@Menu(title = "nav.bodies", order = 21)
@PermitAll
class BodiesView extends Page {
  private final transient Bodies bodies;
  private final transient FirstConfiguration configuration;
  private final transient Actors actors;
  private final transient FoundDialog dialog;

  BodiesView(Bodies bodies, FirstConfiguration configuration, Actors actors, FoundDialog dialog) {
    this.bodies = bodies;
    this.configuration = configuration;
    this.actors = actors;
    this.dialog = dialog;
    show();
  }

  private void show() {
    removeAll();
    boolean founds = bodies.mayFound(actors.current());
    if (founds) {
      head(
          getTranslation("nav.bodies"),
          Parts.button(getTranslation("bodies.found"), () -> dialog.open(this::show)));
    } else {
      head(getTranslation("nav.bodies"));
    }
    List<Body> all = bodies.all();
    List<Body> groups = all.stream().filter(b -> b.kind() == BodyKind.GROUP).toList();
    add(section(getTranslation("bodies.groups")));
    if (groups.isEmpty()) {
      Div empty = Parts.empty(getTranslation(founds ? "bodies.none.found" : "bodies.none"));
      if (founds) {
        empty.add(Parts.primary(getTranslation("bodies.foundAll"), this::foundAll));
      }
      add(empty);
    } else {
      add(list(groups));
    }
    add(section(getTranslation("bodies.others")));
    add(list(all.stream().filter(b -> b.kind() != BodyKind.GROUP).toList()));
  }

  private void foundAll() {
    configuration.foundGroups(actors.current());
    Parts.done(getTranslation("bodies.foundAll.done"));
    show();
  }

  private static Component list(List<Body> of) {
    Div list = Parts.div("list");
    list.getElement().setAttribute("role", "list");
    for (Body body : of) {
      Div words = Parts.div("stack", new Anchor("bodies/" + body.slug(), body.name()));
      if (!body.remit().isBlank()) {
        words.add(Parts.line(body.remit()));
      }
      Div row = Parts.div("seat-row", words);
      if (body.kind() == BodyKind.GROUP) {
        row.add(pill(body));
      }
      row.getElement().setAttribute("role", "listitem");
      list.add(row);
    }
    return list;
  }

  static Component pill(Body body) {
    var pill = Parts.pill("", body.active() ? Tone.GOOD : Tone.PLAIN);
    pill.setText(pill.getTranslation(body.active() ? "groups.active" : "groups.dormant"));
    return pill;
  }
}

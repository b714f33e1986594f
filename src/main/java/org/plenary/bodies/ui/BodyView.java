package org.plenary.bodies.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.plenary.bodies.Actors;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Body;
import org.plenary.bodies.BodyKind;
import org.plenary.bodies.SeatLine;
import org.plenary.bodies.Seats;
import org.plenary.bodies.Theme;
import org.plenary.kernel.Actor;
import org.plenary.kernel.NotFoundException;
import org.plenary.ui.Page;
import org.plenary.ui.Parts;
import org.plenary.ui.Parts.Tone;

/** A body with its seats, now and before. */
@Route("bodies")
@PermitAll
class BodyView extends Page implements HasUrlParameter<String> {
  private final transient Bodies bodies;
  private final transient Seats seats;
  private final transient Actors actors;
  private final transient SeatDialog dialogs;
  private final LocalDate today;
  private String slug = "";

  BodyView(Bodies bodies, Seats seats, Actors actors, SeatDialog dialogs, Clock clock) {
    this.bodies = bodies;
    this.seats = seats;
    this.actors = actors;
    this.dialogs = dialogs;
    this.today = LocalDate.now(clock);
  }

  @Override
  public void setParameter(BeforeEvent event, String of) {
    slug = of;
    show();
  }

  private void show() {
    removeAll();
    Actor actor = actors.current();
    Body body = bodies.bySlug(slug).orElseThrow(() -> new NotFoundException("body " + slug));
    List<Component> acts = new ArrayList<>();
    if (bodies.mayActivate(actor, body)) {
      String verb = body.active() ? "bodies.rest" : "bodies.activate";
      acts.add(Parts.button(getTranslation(verb), () -> activate(body)));
    }
    if (seats.mayAppoint(actor, body)) {
      acts.add(Parts.primary(getTranslation("seat.give"), () -> dialogs.give(body, this::show)));
    }
    head(body.name(), acts.toArray(Component[]::new));
    if (body.kind() == BodyKind.GROUP) {
      var line = Parts.div("row", BodiesView.pill(body));
      String theme = body.theme();
      bodies
          .themes(theme == null ? List.of() : List.of(theme))
          .forEach((Theme t) -> line.add(Parts.pill(t.label(), Tone.PLAIN)));
      Anchor open = new Anchor("/groups/" + slug, getTranslation("bodies.public"));
      open.setRouterIgnore(true);
      line.add(open);
      add(line);
    }
    if (!body.remit().isBlank()) {
      Paragraph remit = new Paragraph(body.remit());
      remit.addClassNames("prose", "under-facts");
      add(remit);
    }
    List<SeatLine> all = seats.of(actor, body);
    List<SeatLine> now = all.stream().filter(seat -> !seat.isOver()).toList();
    List<SeatLine> before = all.stream().filter(SeatLine::isOver).toList();
    add(section(getTranslation("bodies.seats.now")));
    add(
        now.isEmpty()
            ? Parts.empty(getTranslation("bodies.seats.none"))
            : new SeatsList(seats, actors, now, false, today, this::show));
    if (!before.isEmpty()) {
      add(section(getTranslation("bodies.seats.before")));
      add(new SeatsList(seats, actors, before, false, today, this::show));
    }
  }

  private void activate(Body body) {
    boolean active = body.active();
    Parts.ask(
        getTranslation(active ? "bodies.rest.ask" : "bodies.activate.ask", body.name()),
        getTranslation(active ? "bodies.rest.means" : "bodies.activate.means"),
        getTranslation(active ? "bodies.rest" : "bodies.activate"),
        () -> {
          bodies.setActive(actors.current(), body.id(), !active);
          Parts.done(getTranslation(active ? "bodies.rest.done" : "bodies.activate.done"));
          show();
        });
  }
}

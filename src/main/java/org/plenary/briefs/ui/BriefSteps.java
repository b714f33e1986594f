package org.plenary.briefs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plenary.bodies.Actors;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.BodyKind;
import org.plenary.bodies.Seat;
import org.plenary.briefs.BriefPage;
import org.plenary.briefs.Briefs;
import org.plenary.kernel.SeatRole;
import org.plenary.people.People;
import org.plenary.people.Person;
import org.plenary.ui.Parts;

/** What may be done with a brief; each step says first what follows from it. */
@org.springframework.stereotype.Component
class BriefSteps {
  private final Briefs briefs;
  private final Bodies bodies;
  private final People people;
  private final Actors actors;

  BriefSteps(Briefs briefs, Bodies bodies, People people, Actors actors) {
    this.briefs = briefs;
    this.bodies = bodies;
    this.people = people;
    this.actors = actors;
  }

  /**
   * @param open how many of its sources are not published
   * @param after shows the brief anew
   */
  Component[] buttons(BriefPage brief, long open, Runnable after) {
    List<Component> buttons = new ArrayList<>();
    if (brief.mayWrite()) {
      buttons.add(
          Parts.primary(
              text("brief.edit"),
              () -> UI.getCurrent().navigate(WriteBriefView.class, brief.slug())));
    }
    if (brief.mayClear()) {
      buttons.add(Parts.primary(text("brief.clear"), () -> askToClear(brief, after)));
      buttons.add(Parts.button(text("brief.giveBack"), () -> askWhy(brief, after)));
    }
    if (brief.mayPublish()) {
      buttons.add(Parts.primary(text("brief.publish"), () -> askToPublish(brief, open, after)));
    }
    return buttons.toArray(Component[]::new);
  }

  private void askToClear(BriefPage brief, Runnable after) {
    String mail =
        mail(
            bodies.byKind(BodyKind.SECRETARIAT).stream()
                .flatMap(body -> bodies.seats(body.id()).stream()));
    ask(
        "brief.clear",
        text("brief.clear.means") + " " + mail,
        () -> {
          briefs.clear(actors.current(), brief.id());
          Parts.done(text("brief.clear.done"));
          after.run();
        });
  }

  private void askToPublish(BriefPage brief, long open, Runnable after) {
    String sources = open == 0 ? "" : " " + text("brief.publish.open", open);
    ask(
        "brief.publish",
        text("brief.publish.means") + sources + " " + mail(outreach(brief.body())),
        () -> {
          briefs.publish(actors.current(), brief.id());
          Parts.done(text("brief.publish.done"));
          after.run();
        });
  }

  private static void ask(String key, String means, Runnable step) {
    Parts.ask(text(key + ".ask"), means, text(key), step);
  }

  private void askWhy(BriefPage brief, Runnable after) {
    Dialog dialog = new Dialog(text("brief.giveBack.ask"));
    dialog.setWidth("36rem");
    TextArea reason = new TextArea(text("brief.giveBack.reason"));
    reason.setRequiredIndicatorVisible(true);
    reason.setErrorMessage(text("brief.giveBack.missing"));
    reason.setMaxLength(2_000);
    reason.setMinRows(4);
    dialog.add(
        Parts.div(
            "dialog-body",
            new Span(text("brief.giveBack.means") + " " + mail(outreach(brief.body()))),
            reason));
    dialog
        .getFooter()
        .add(
            Parts.button(text("dialog.cancel"), dialog::close),
            Parts.primary(
                text("brief.giveBack.do"),
                () -> {
                  if (reason.getValue().isBlank()) {
                    reason.setInvalid(true);
                    reason.focus();
                    return;
                  }
                  dialog.close();
                  briefs.giveBack(actors.current(), brief.id(), reason.getValue().strip());
                  Parts.done(text("brief.giveBack.done"));
                  after.run();
                }));
    dialog.open();
    reason.focus();
  }

  private Stream<Seat> outreach(UUID body) {
    return bodies.seats(body).stream().filter(seat -> seat.role() == SeatRole.OUTREACH_OFFICER);
  }

  /** Who gets mail; whoever acts gets none. */
  private String mail(Stream<Seat> seats) {
    UUID me = actors.current().id();
    List<UUID> ids = seats.map(Seat::person).filter(id -> !id.equals(me)).distinct().toList();
    String names =
        people.byIds(ids).values().stream()
            .map(Person::name)
            .sorted()
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? text("brief.mail.none") : text("brief.mail", names);
  }

  private static String text(String key, Object... arguments) {
    return UI.getCurrent().getTranslation(key, arguments);
  }
}

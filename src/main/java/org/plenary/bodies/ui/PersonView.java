package org.plenary.bodies.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.plenary.bodies.Actors;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Directory;
import org.plenary.bodies.PersonPage;
import org.plenary.bodies.SeatLine;
import org.plenary.bodies.Seats;
import org.plenary.bodies.Theme;
import org.plenary.kernel.NotFoundException;
import org.plenary.people.Accounts;
import org.plenary.people.Profile;
import org.plenary.ui.Dates;
import org.plenary.ui.Labels;
import org.plenary.ui.Page;
import org.plenary.ui.Parts;
import org.plenary.ui.Parts.Tone;

/** A person: what they say of themself, their seats, and what the secretariat can do. */
@Route("people")
@PermitAll
class PersonView extends Page implements HasUrlParameter<String> {
  private final transient Directory directory;
  private final transient Seats seats;
  private final transient Bodies bodies;
  private final transient Accounts accounts;
  private final transient Actors actors;
  private final transient SeatDialog dialogs;
  private final LocalDate today;
  private transient UUID id = new UUID(0, 0);

  PersonView(
      Directory directory,
      Seats seats,
      Bodies bodies,
      Accounts accounts,
      Actors actors,
      SeatDialog dialogs,
      Clock clock) {
    this.directory = directory;
    this.seats = seats;
    this.bodies = bodies;
    this.accounts = accounts;
    this.actors = actors;
    this.dialogs = dialogs;
    this.today = LocalDate.now(clock);
  }

  @Override
  public void setParameter(BeforeEvent event, String person) {
    try {
      id = UUID.fromString(person);
    } catch (IllegalArgumentException e) {
      throw new NotFoundException("person " + person);
    }
    show();
  }

  private void show() {
    removeAll();
    PersonPage page = directory.page(actors.current(), id);
    Profile profile = page.profile();
    head(profile.name(), acts(page).toArray(Component[]::new));
    Div about = Parts.div("facts");
    if (page.account() != null) {
      fact(about, "person.account", new Span(getTranslation("accountState." + page.account())));
    }
    if (!page.affiliation().isBlank()) {
      fact(about, "person.affiliation", new Span(page.affiliation()));
    }
    if (!profile.country().equals("ZZ")) {
      Span country = new Span(Labels.country(profile.country(), Locale.ENGLISH));
      fact(about, "person.country", country);
    }
    if (page.email() != null) {
      fact(about, "person.email", new Anchor("mailto:" + page.email(), page.email()));
    }
    if (profile.orcid() != null) {
      Anchor orcid = new Anchor("https://orcid.org/" + profile.orcid(), profile.orcid());
      orcid.setRouterIgnore(true);
      fact(about, "profile.orcid.label", orcid);
    }
    availability(about, profile);
    List<Theme> themes = bodies.themes(profile.themes());
    if (!themes.isEmpty()) {
      Div pills = Parts.div("row");
      themes.forEach(theme -> pills.add(Parts.pill(theme.label(), Tone.PLAIN)));
      fact(about, "profile.themes", pills);
    }
    if (page.slug() != null) {
      Anchor open = new Anchor("/people/" + page.slug(), getTranslation("person.public.open"));
      open.setRouterIgnore(true);
      fact(about, "person.public", open);
    }
    add(about);
    if (!profile.biography().isBlank()) {
      Paragraph biography = new Paragraph(profile.biography());
      biography.addClassNames("prose", "as-written", "under-facts");
      biography.getElement().setAttribute("dir", "auto");
      add(biography);
    }
    List<SeatLine> now = page.seats().stream().filter(seat -> !seat.isOver()).toList();
    List<SeatLine> before = page.seats().stream().filter(SeatLine::isOver).toList();
    add(section(getTranslation("person.seats.now")));
    add(
        now.isEmpty()
            ? Parts.empty(getTranslation("person.seats.none"))
            : new SeatsList(seats, actors, now, true, today, this::show));
    if (!before.isEmpty()) {
      add(section(getTranslation("person.seats.before")));
      add(new SeatsList(seats, actors, before, true, today, this::show));
    }
  }

  private List<Component> acts(PersonPage page) {
    List<Component> acts = new ArrayList<>();
    String name = page.profile().name();
    if (page.isMe()) {
      acts.add(
          Parts.button(getTranslation("person.edit"), () -> UI.getCurrent().navigate("account")));
    }
    if (page.mayDisable()) {
      acts.add(Parts.button(getTranslation("person.disable"), () -> disable(name)));
    }
    if (page.mayEnable()) {
      acts.add(
          Parts.button(
              getTranslation("person.enable"),
              () -> {
                accounts.enable(actors.current(), id);
                done("person.enabled");
              }));
    }
    if (page.mayInviteAgain()) {
      acts.add(Parts.button(getTranslation("person.withdraw"), () -> withdraw(name)));
      acts.add(
          Parts.button(
              getTranslation("person.inviteAgain"),
              () -> {
                accounts.inviteAgain(actors.current(), id);
                done("people.invite.sent");
              }));
    }
    if (page.mayAppoint()) {
      acts.add(
          Parts.primary(getTranslation("seat.give"), () -> dialogs.give(id, name, this::show)));
    }
    return acts;
  }

  private void disable(String name) {
    Parts.ask(
        getTranslation("person.disable.ask", name),
        getTranslation("person.disable.means"),
        getTranslation("person.disable"),
        () -> {
          accounts.disable(actors.current(), id);
          done("person.disabled");
        });
  }

  private void withdraw(String name) {
    Parts.ask(
        getTranslation("person.withdraw.ask", name),
        getTranslation("person.withdraw.means"),
        getTranslation("person.withdraw"),
        () -> {
          accounts.withdraw(actors.current(), id);
          Parts.done(getTranslation("person.withdrawn"));
          UI.getCurrent().navigate(PeopleView.class);
        });
  }

  private void done(String key) {
    Parts.done(getTranslation(key));
    show();
  }

  private void availability(Div about, Profile profile) {
    LocalDate from = profile.awayFrom();
    LocalDate to = profile.awayTo();
    if (from != null && (to == null || !to.isBefore(today))) {
      String away =
          to == null
              ? getTranslation("person.awayFrom", Dates.day(from))
              : getTranslation("person.away", Dates.day(from), Dates.day(to));
      fact(about, "person.availability", Parts.pill(away, Tone.WARN));
    }
    if (profile.mostReviews() != null) {
      fact(about, "person.reviews", new Span(getTranslation("person.most", profile.mostReviews())));
    }
  }

  private static void fact(Div about, String key, Component value) {
    Span label = new Span(about.getTranslation(key));
    label.addClassName("muted");
    about.add(new Div(label, value));
  }
}

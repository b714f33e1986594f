package org.plenary.papers.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.plenary.bodies.Actors;
import org.plenary.bodies.Body;
import org.plenary.kernel.Actor;
import org.plenary.papers.CallLine;
import org.plenary.papers.CallState;
import org.plenary.papers.Calls;
import org.plenary.ui.Dates;
import org.plenary.ui.Page;
import org.plenary.ui.Parts;

/** Calls for papers: what is open, and for who opens them, those of their groups. */
@Route("calls")
@Menu(title = "nav.calls", order = 12)
@PermitAll
class CallsView extends Page {
  private final transient Calls calls;
  private final transient Actor actor;

  CallsView(Calls calls, Actors actors) {
    this.calls = calls;
    this.actor = actors.current();
    show();
  }

  private void show() {
    removeAll();
    List<Body> groups = calls.groups(actor);
    if (groups.isEmpty()) {
      head(getTranslation("nav.calls"));
    } else {
      head(
          getTranslation("nav.calls"),
          Parts.primary(
              getTranslation("calls.open"),
              () -> new CallDialog(calls, actor, groups, null, this::show).open()));
    }
    add(Parts.line(getTranslation("calls.about")));
    List<CallLine> lines = groups.isEmpty() ? calls.announced(actor) : calls.managed(actor);
    if (lines.isEmpty()) {
      add(Parts.empty(getTranslation(groups.isEmpty() ? "calls.none" : "calls.none.chair")));
    } else {
      Span total = new Span(getTranslation("calls.total", lines.size()));
      total.addClassNames("small", "muted", "num");
      add(total);
    }
    lines.forEach(line -> add(card(groups, line)));
  }

  private Component card(List<Body> groups, CallLine line) {
    Div card = Parts.div("card call");
    Span about = new Span(line.group() + " · " + days(line));
    about.addClassNames("small", "muted");
    card.add(
        new H3(line.draft().title()),
        about,
        Parts.div(
            "row",
            state(line.state()),
            Parts.pill(getTranslation("blindness." + line.draft().blindness()), Parts.Tone.PLAIN),
            count(line)));
    card.add(Parts.line(getTranslation("blindness.means." + line.draft().blindness())));
    if (line.draft().publishesReviews()) {
      card.add(Parts.line(getTranslation("calls.public.published")));
    }
    if (!line.draft().text().isEmpty()) {
      Paragraph text = new Paragraph(line.draft().text());
      text.addClassName("as-written");
      text.getElement().setAttribute("dir", "auto");
      card.add(text);
    }
    if (line.mayManage()) {
      card.add(actions(groups, line));
    }
    return card;
  }

  private Div actions(List<Body> groups, CallLine line) {
    Div actions = Parts.div("actions");
    if (line.mayRevise()) {
      var edit =
          Parts.button(
              getTranslation("calls.edit"),
              () -> new CallDialog(calls, actor, groups, line, this::show).open());
      edit.setAriaLabel(getTranslation("calls.edit") + ": " + line.draft().title());
      actions.add(edit);
    }
    var close = Parts.button(getTranslation("calls.close"), () -> askToClose(line));
    close.setAriaLabel(getTranslation("calls.close") + ": " + line.draft().title());
    actions.add(close);
    return actions;
  }

  private void askToClose(CallLine line) {
    Parts.ask(
        getTranslation("calls.close.ask"),
        getTranslation("calls.close.means", line.draft().title()),
        getTranslation("calls.close"),
        () -> {
          calls.close(actor, line.id());
          Parts.done(getTranslation("calls.closed"));
          show();
        });
  }

  private Span count(CallLine line) {
    Span count = new Span(getTranslation("calls.papers", line.papers()));
    count.addClassNames("small", "muted", "num");
    count.setVisible(line.mayManage() || line.standing() || line.papers() > 0);
    return count;
  }

  private Span state(CallState state) {
    return Parts.pill(
        getTranslation("callState." + state),
        switch (state) {
          case OPEN -> Parts.Tone.GOOD;
          case COMING -> Parts.Tone.CALM;
          case CLOSED -> Parts.Tone.PLAIN;
        });
  }

  private String days(CallLine line) {
    var opens = line.draft().opens();
    var closes = line.draft().closes();
    if (line.standing() || (opens == null && closes == null)) {
      return getTranslation("calls.always");
    }
    if (opens == null || closes == null) {
      return opens != null
          ? getTranslation("calls.from", Dates.day(opens))
          : getTranslation("calls.until", Dates.day(java.util.Objects.requireNonNull(closes)));
    }
    return getTranslation("calls.between", Dates.day(opens), Dates.day(closes));
  }
}

package org.plenary.briefs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Map;
import java.util.UUID;
import org.plenary.bodies.Actors;
import org.plenary.briefs.BriefDraft;
import org.plenary.briefs.BriefPage;
import org.plenary.briefs.BriefState;
import org.plenary.briefs.OptionState;
import org.plenary.briefs.PolicyOptions;
import org.plenary.kernel.Actor;
import org.plenary.ui.Parts;

/** What a brief says, as it will be read. */
@org.springframework.stereotype.Component
class BriefText {
  private final PolicyOptions menu;
  private final Actors actors;

  BriefText(PolicyOptions menu, Actors actors) {
    this.menu = menu;
    this.actors = actors;
  }

  /**
   * @param content the brief in the language chosen
   * @param after shows the brief anew
   */
  Component of(BriefPage brief, BriefDraft content, Runnable after) {
    Actor actor = actors.current();
    Map<UUID, OptionState> states =
        menu.states(
            actor,
            content.options().stream()
                .map(BriefDraft.Option::record)
                .filter(java.util.Objects::nonNull)
                .toList());
    Div main = Parts.div("main-col");
    if (!content.summary().isBlank()) {
      main.add(section(text("brief.field.summary")));
      main.add(prose(content, new Paragraph(content.summary())));
    }
    if (!content.keyMessages().isEmpty()) {
      OrderedList messages = new OrderedList();
      content.keyMessages().forEach(message -> messages.add(new ListItem(message)));
      main.add(section(text("brief.key")), prose(content, messages));
    }
    if (!content.options().isEmpty()) {
      UnorderedList options = new UnorderedList();
      options.addClassName("list");
      for (BriefDraft.Option option : content.options()) {
        ListItem item = option(content, option);
        OptionState state = option.record() == null ? null : states.get(option.record());
        if (state != null && brief.state() == BriefState.PUBLISHED) {
          item.add(onMenu(option, state, after));
        }
        options.add(item);
      }
      main.add(section(text("brief.options")), options);
    }
    if (!content.body().isBlank()) {
      Div text = Parts.div("brief-text", WrittenText.of(content.body()));
      text.getElement().setAttribute("lang", content.language());
      main.add(text);
    }
    if (!content.examples().isEmpty()) {
      UnorderedList examples = new UnorderedList();
      for (BriefDraft.Example example : content.examples()) {
        HtmlContainer country = new HtmlContainer("strong");
        country.setText(Choices.country(example.country()));
        examples.add(new ListItem(country, new Span(": " + example.text())));
      }
      main.add(section(text("brief.examples")), prose(content, examples));
    }
    return main;
  }

  private ListItem option(BriefDraft content, BriefDraft.Option option) {
    Span what = new Span(option.what());
    written(what.getElement(), content);
    Span who = new Span(text("brief.option.who", option.who()));
    who.addClassNames("small", "muted");
    Parts.Tone tone =
        switch (option.evidence()) {
          case "robust" -> Parts.Tone.GOOD;
          case "medium" -> Parts.Tone.WARN;
          default -> Parts.Tone.PLAIN;
        };
    Span sure = new Span(text("option.evidence") + ":");
    sure.addClassNames("small", "muted");
    Span cost = new Span(text("option.cost") + ": " + text("cost." + option.cost()));
    cost.addClassNames("small", "muted");
    Div more = Parts.div("row");
    if (!option.who().isBlank()) {
      more.add(who);
    }
    Span evidence = Parts.pill(text("evidence." + option.evidence()), tone);
    Span agreed = new Span(text("option.agreement") + ":");
    agreed.addClassNames("small", "muted");
    Parts.Tone far =
        switch (option.agreement()) {
          case "high" -> Parts.Tone.GOOD;
          case "medium" -> Parts.Tone.WARN;
          default -> Parts.Tone.PLAIN;
        };
    Span agreement = Parts.pill(text("agreement." + option.agreement()), far);
    more.add(Parts.div("row", sure, evidence), Parts.div("row", agreed, agreement), cost);
    return new ListItem(Parts.div("stack", what, more));
  }

  /** Where the option stands, and putting it on the menu or taking it off. */
  private Component onMenu(BriefDraft.Option option, OptionState state, Runnable after) {
    UUID id = java.util.Objects.requireNonNull(option.record());
    Div row = Parts.div("row");
    row.add(Parts.pill(text("optionState." + state), Parts.Tone.CALM));
    if (state == OptionState.CLEARED) {
      row.add(
          Parts.button(
              text("option.menu.put"),
              () -> {
                menu.putOnMenu(actors.current(), id);
                Parts.done(text("option.menu.put.done"));
                after.run();
              }));
    } else if (state == OptionState.MENU) {
      row.add(
          Parts.button(
              text("option.menu.take"),
              () -> {
                menu.takeOffMenu(actors.current(), id);
                Parts.done(text("option.menu.take.done"));
                after.run();
              }));
    }
    return row;
  }

  private static H2 section(String heading) {
    H2 section = new H2(heading);
    section.addClassName("section-title");
    return section;
  }

  private static String text(String key, Object... arguments) {
    return com.vaadin.flow.component.UI.getCurrent().getTranslation(key, arguments);
  }

  private static Div prose(BriefDraft content, HtmlContainer text) {
    written(text.getElement(), content);
    return Parts.div("prose", text);
  }

  static void written(com.vaadin.flow.dom.Element element, BriefDraft content) {
    element.setAttribute("lang", content.language()).setAttribute("dir", "auto");
  }
}

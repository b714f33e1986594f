package org.plenary.briefs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plenary.bodies.Actors;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Theme;
import org.plenary.briefs.BriefDraft;
import org.plenary.briefs.BriefPage;
import org.plenary.briefs.BriefState;
import org.plenary.briefs.Briefs;
import org.plenary.briefs.ui.SourcePapers.SourcePaper;
import org.plenary.kernel.Actor;
import org.plenary.papers.PaperLists;
import org.plenary.papers.Papers;
import org.plenary.ui.Labels;
import org.plenary.ui.Page;
import org.plenary.ui.Parts;

/** One brief as it will be published, and what whoever looks may do about it. */
@Route("briefs")
@PermitAll
class BriefView extends Page implements HasUrlParameter<String> {
  private final transient Briefs briefs;
  private final transient Bodies bodies;
  private final transient Papers papers;
  private final transient PaperLists lists;
  private final transient BriefSteps steps;
  private final transient Actors actors;
  private String slug = "";

  BriefView(
      Briefs briefs,
      Bodies bodies,
      Papers papers,
      PaperLists lists,
      BriefSteps steps,
      Actors actors) {
    this.briefs = briefs;
    this.bodies = bodies;
    this.papers = papers;
    this.lists = lists;
    this.steps = steps;
    this.actors = actors;
  }

  @Override
  public void setParameter(BeforeEvent event, String of) {
    slug = Slugs.of(event);
    show();
  }

  private void show() {
    Actor actor = actors.current();
    BriefPage brief = briefs.page(actor, slug);
    BriefDraft content = brief.content();
    List<Drawn> sources = sources(actor, content);
    long open = sources.stream().filter(source -> !source.paper().published()).count();
    removeAll();
    Div head = head(content.title(), steps.buttons(brief, open, this::show));
    written(head.getElement().getChild(0), content);
    Span group = new Span(bodies.byId(brief.body()).orElseThrow().name());
    group.addClassNames("small", "muted");
    add(
        Parts.div(
            "under-head stack",
            Parts.div("row", BriefStates.pill(brief.state()), group),
            next(brief)));
    returned(brief).ifPresent(this::add);
    add(Parts.div("with-aside", main(content), aside(content, sources)));
  }

  private Component next(BriefPage brief) {
    if (brief.state() != BriefState.PUBLISHED) {
      return Parts.line(getTranslation("brief.next." + brief.state()));
    }
    Anchor open = new Anchor("/briefs/" + brief.slug(), getTranslation("brief.public"));
    open.setRouterIgnore(true);
    Span number = new Span(getTranslation("brief.next.PUBLISHED", String.valueOf(brief.number())));
    number.addClassNames("small", "muted");
    return Parts.div("row", number, open);
  }

  /** Why the draft was given back; nothing if it was not. */
  static Optional<Component> returned(BriefPage brief) {
    return Optional.ofNullable(brief.returned())
        .map(
            reason -> {
              Paragraph said = new Paragraph(reason);
              said.addClassName("as-written");
              Span why = new Span(said.getTranslation("brief.returned"));
              return Parts.div("notice warn", why, said);
            });
  }

  private Component main(BriefDraft content) {
    Div main = Parts.div("main-col");
    if (!content.summary().isBlank()) {
      main.add(section(getTranslation("brief.field.summary")));
      main.add(prose(content, new Paragraph(content.summary())));
    }
    if (!content.keyMessages().isEmpty()) {
      OrderedList messages = new OrderedList();
      content.keyMessages().forEach(message -> messages.add(new ListItem(message)));
      main.add(section(getTranslation("brief.key")), prose(content, messages));
    }
    if (!content.options().isEmpty()) {
      UnorderedList options = new UnorderedList();
      options.addClassName("list");
      content.options().forEach(option -> options.add(option(content, option)));
      main.add(section(getTranslation("brief.options")), options);
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
      main.add(section(getTranslation("brief.examples")), prose(content, examples));
    }
    return main;
  }

  private Component option(BriefDraft content, BriefDraft.Option option) {
    Span what = new Span(option.what());
    written(what.getElement(), content);
    Span who = new Span(getTranslation("brief.option.who", option.who()));
    who.addClassNames("small", "muted");
    Parts.Tone tone =
        switch (option.evidence()) {
          case "robust" -> Parts.Tone.GOOD;
          case "medium" -> Parts.Tone.WARN;
          default -> Parts.Tone.PLAIN;
        };
    Span sure = new Span(getTranslation("option.evidence") + ":");
    sure.addClassNames("small", "muted");
    Span cost =
        new Span(getTranslation("option.cost") + ": " + getTranslation("cost." + option.cost()));
    cost.addClassNames("small", "muted");
    Div more = Parts.div("row");
    if (!option.who().isBlank()) {
      more.add(who);
    }
    Span evidence = Parts.pill(getTranslation("evidence." + option.evidence()), tone);
    more.add(Parts.div("row", sure, evidence), cost);
    return new ListItem(Parts.div("stack", what, more));
  }

  private Component aside(BriefDraft content, List<Drawn> sources) {
    Div aside = Parts.div("aside");
    if (!sources.isEmpty()) {
      UnorderedList list = new UnorderedList();
      list.addClassName("plain");
      sources.forEach(source -> list.add(source(source)));
      aside.add(Parts.div("card", new H2(getTranslation("brief.sources")), list));
    }
    Div facts = Parts.div("card", new H2(getTranslation("brief.about")));
    fact(facts, "brief.audience", content.audience());
    fact(
        facts,
        "facet.theme",
        bodies.themes().stream()
            .filter(theme -> content.themes().contains(theme.code()))
            .map(Theme::label)
            .collect(Collectors.joining(", ")));
    fact(
        facts,
        "facet.country",
        content.countries().stream().map(Choices::country).collect(Collectors.joining(", ")));
    fact(facts, "facet.language", Labels.language(content.language()));
    aside.add(facts);
    return aside;
  }

  private Component source(Drawn source) {
    SourcePaper paper = source.paper();
    ListItem item = new ListItem();
    if (paper.isHidden()) {
      item.add(new Span(paper.title()));
    } else {
      item.add(
          new Anchor(
              "papers/" + paper.reference(),
              getTranslation("brief.source", paper.reference(), source.version())));
      Span title = new Span(paper.title());
      title.addClassNames("small", "muted");
      item.add(new Div(title));
    }
    if (!paper.published()) {
      item.add(Parts.pill(getTranslation("brief.source.open"), Parts.Tone.WARN));
    }
    return item;
  }

  private void fact(Div facts, String key, String value) {
    if (!value.isBlank()) {
      Span name = new Span(getTranslation(key));
      name.addClassNames("small", "muted");
      facts.add(Parts.div("fact", name, new Span(value)));
    }
  }

  /** A source and the version drawn on. */
  private record Drawn(SourcePaper paper, int version) {}

  private List<Drawn> sources(Actor actor, BriefDraft content) {
    SourcePapers known = new SourcePapers(lists, papers, actor);
    return content.sources().stream()
        .map(
            source ->
                new Drawn(
                    known
                        .find(source.paper())
                        .orElseGet(
                            () ->
                                SourcePaper.hidden(
                                    source.paper(), getTranslation("brief.source.hidden"))),
                    source.version()))
        .toList();
  }

  private static Div prose(BriefDraft content, HtmlContainer text) {
    written(text.getElement(), content);
    return Parts.div("prose", text);
  }

  private static void written(com.vaadin.flow.dom.Element element, BriefDraft content) {
    element.setAttribute("lang", content.language()).setAttribute("dir", "auto");
  }
}

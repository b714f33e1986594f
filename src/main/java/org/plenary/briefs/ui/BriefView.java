package org.plenary.briefs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plenary.bodies.Actors;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Theme;
import org.plenary.briefs.BriefDraft;
import org.plenary.briefs.BriefEnding;
import org.plenary.briefs.BriefPage;
import org.plenary.briefs.BriefSources;
import org.plenary.briefs.BriefTranslations;
import org.plenary.briefs.Briefs;
import org.plenary.briefs.ui.SourcePapers.SourcePaper;
import org.plenary.kernel.Actor;
import org.plenary.papers.PaperLists;
import org.plenary.papers.Papers;
import org.plenary.ui.Dates;
import org.plenary.ui.Labels;
import org.plenary.ui.Page;
import org.plenary.ui.Parts;

/** One brief as it will be published, and what whoever looks may do about it. */
@Route("briefs")
@PermitAll
class BriefView extends Page implements HasUrlParameter<String> {
  /** The parameter that names another language than its own. */
  static final String IN = "in";

  private final transient Briefs briefs;
  private final transient BriefTranslations translations;
  private final transient BriefSources sourceNews;
  private final transient Bodies bodies;
  private final transient Papers papers;
  private final transient PaperLists lists;
  private final transient BriefSteps steps;
  private final transient BriefText text;
  private final transient BriefLanguages languages;
  private final transient Actors actors;
  private String slug = "";
  private String language = "";

  BriefView(
      Briefs briefs,
      BriefTranslations translations,
      BriefSources sourceNews,
      Bodies bodies,
      Papers papers,
      PaperLists lists,
      BriefSteps steps,
      BriefText text,
      BriefLanguages languages,
      Actors actors) {
    this.briefs = briefs;
    this.translations = translations;
    this.sourceNews = sourceNews;
    this.bodies = bodies;
    this.papers = papers;
    this.lists = lists;
    this.steps = steps;
    this.text = text;
    this.languages = languages;
    this.actors = actors;
  }

  @Override
  public void setParameter(BeforeEvent event, String of) {
    slug = Slugs.of(event);
    language = event.getLocation().getQueryParameters().getSingleParameter(IN).orElse("");
    show();
  }

  private void show() {
    Actor actor = actors.current();
    BriefPage brief = briefs.page(actor, slug);
    BriefDraft content =
        language.isEmpty() ? brief.content() : translations.inLanguage(actor, brief.id(), language);
    List<Drawn> sources = sources(actor, content);
    long open = sources.stream().filter(source -> !source.paper().published()).count();
    removeAll();
    Div head = head(content.title(), steps.buttons(brief, open, this::show));
    BriefText.written(head.getElement().getChild(0), content);
    Span group = new Span(bodies.byId(brief.body()).orElseThrow().name());
    group.addClassNames("small", "muted");
    add(
        Parts.div(
            "under-head stack",
            Parts.div("row", BriefStates.pill(brief.state()), group),
            next(brief)));
    returned(brief).ifPresent(this::add);
    edition(brief).ifPresent(this::add);
    news(actor, brief).ifPresent(this::add);
    Div aside = aside(content, sources);
    aside.add(languages.card(brief, this::show));
    add(Parts.div("with-aside", text.of(brief, content, this::show), aside));
  }

  private Component next(BriefPage brief) {
    Component said =
        Parts.line(getTranslation("brief.next." + brief.state(), String.valueOf(brief.number())));
    if (!brief.state().isOpen()) {
      return said;
    }
    String address =
        brief.translations().stream()
            .filter(t -> t.language().equals(language))
            .map(BriefPage.InLanguage::slug)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(brief.slug());
    Anchor open = new Anchor("/briefs/" + address, getTranslation("brief.public"));
    open.setRouterIgnore(true);
    return Parts.div("row", said, open);
  }

  /** Its other edition, if there is one, and how its public life ended. */
  private Optional<Component> edition(BriefPage brief) {
    BriefEnding ending = brief.ending();
    if (ending != null) {
      Div notice = Parts.div("notice warn");
      notice.add(new Span(getTranslation("brief.ended", Dates.day(ending.on()), ending.reason())));
      BriefEnding.Instead instead = ending.instead();
      if (instead != null) {
        notice.add(new Div(new Anchor("briefs/" + instead.slug(), instead.title())));
      }
      return Optional.of(notice);
    }
    if (brief.editionOf() != null) {
      return Optional.of(
          Parts.div(
              "notice",
              new Span(getTranslation("brief.edition.of", brief.edition()) + " "),
              new Anchor("briefs/" + brief.editionOf(), getTranslation("brief.edition.of.open"))));
    }
    return Optional.ofNullable(brief.next())
        .map(
            next ->
                Parts.div(
                    "notice",
                    new Span(getTranslation("brief.edition.next") + " "),
                    new Anchor("briefs/" + next, getTranslation("brief.edition.next.open"))));
  }

  /** What happened to its sources, until its owner has looked. */
  private Optional<Component> news(Actor actor, BriefPage brief) {
    List<BriefSources.News> all = sourceNews.news(actor, brief.id());
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Div notice = Parts.div("notice warn stack");
    for (BriefSources.News news : all) {
      notice.add(
          new Div(
              new Span(
                  news.paper().published()
                      ? getTranslation(
                          "brief.news.version",
                          news.paper().reference(),
                          news.paper().version(),
                          news.drawn())
                      : getTranslation("brief.news.ended", news.paper().reference()))));
    }
    notice.add(
        Parts.line(getTranslation("brief.news.help")),
        Parts.button(
            getTranslation("brief.news.done"),
            () -> {
              sourceNews.lookedAt(actors.current(), brief.id());
              show();
            }));
    return Optional.of(notice);
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

  private Div aside(BriefDraft content, List<Drawn> sources) {
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
}

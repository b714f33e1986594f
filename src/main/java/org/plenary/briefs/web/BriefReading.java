package org.plenary.briefs.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Body;
import org.plenary.briefs.BriefDraft;
import org.plenary.briefs.BriefMarkup;
import org.plenary.briefs.PublicBriefs;
import org.plenary.briefs.PublishedBrief;
import org.plenary.citation.Citation;
import org.plenary.kernel.Actor;
import org.plenary.kernel.NotFoundException;
import org.plenary.papers.PaperLists;
import org.plenary.papers.PaperStanding;
import org.plenary.papers.Papers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the page of a brief and its PDF both say. */
@Component
class BriefReading {
  private final PublicBriefs briefs;
  private final Papers papers;
  private final PaperLists lists;
  private final Bodies bodies;
  private final MessageSource texts;
  private final String base;

  BriefReading(
      PublicBriefs briefs,
      Papers papers,
      PaperLists lists,
      Bodies bodies,
      MessageSource texts,
      @Value("${plenary.base-url}") String base) {
    this.briefs = briefs;
    this.papers = papers;
    this.lists = lists;
    this.bodies = bodies;
    this.texts = texts;
    this.base = base;
  }

  /** The brief, or the answer that there is none or none any more. */
  PublishedBrief brief(String slug) {
    return briefs.published(Actor.PUBLIC, slug).orElseThrow(() -> absent(slug));
  }

  PublishedBrief edition(String slug, String edition) {
    int number = edition.matches("[0-9]{1,4}") ? Integer.parseInt(edition) : 0;
    return briefs.edition(Actor.PUBLIC, slug, number).orElseThrow(() -> absent(slug));
  }

  RuntimeException absent(String slug) {
    return briefs
        .withdrawn(Actor.PUBLIC, slug)
        .<RuntimeException>map(BriefGone.Gone::new)
        .orElseGet(() -> new NotFoundException("brief " + slug));
  }

  BriefPage page(PublishedBrief brief, Locale locale) {
    BriefDraft content = brief.content();
    Body group = group(brief);
    return new BriefPage(
        brief,
        group,
        bodies.themes(content.themes()),
        BriefMarkup.html(content.body()),
        sources(content.sources()),
        citation(brief, group, locale),
        address(brief));
  }

  /** Where it is read, in full: for whatever leaves the site. */
  String address(PublishedBrief brief) {
    return base + "/briefs/" + brief.slug();
  }

  String absolute(String path) {
    return base + path;
  }

  Citation citation(PublishedBrief brief, Locale locale) {
    return citation(brief, group(brief), locale);
  }

  private Citation citation(PublishedBrief brief, Body group, Locale locale) {
    boolean now = brief.edition() == brief.latest();
    return new Citation(
        List.of(group.name()),
        true,
        brief.content().title(),
        brief.published(),
        text("site.name", locale),
        text("kind.brief", locale),
        brief.number(),
        brief.edition() == 1 ? null : text("brief.edition", locale, brief.edition()),
        brief.content().language(),
        address(brief),
        now ? address(brief) + ".pdf" : address(brief) + "/editions/" + brief.edition() + ".pdf");
  }

  private Body group(PublishedBrief brief) {
    return bodies.byId(brief.bodyId()).orElseThrow();
  }

  private List<BriefPage.SourceLink> sources(List<BriefDraft.Source> sources) {
    List<UUID> ids = sources.stream().map(BriefDraft.Source::paper).toList();
    Map<UUID, PaperStanding> standings = lists.standings(Actor.PUBLIC, ids);
    return sources.stream()
        .flatMap(
            source ->
                papers
                    .published(Actor.PUBLIC, source.paper())
                    .map(
                        paper -> {
                          PaperStanding now = standings.get(source.paper());
                          Integer newer =
                              now != null && now.version() > source.version()
                                  ? Integer.valueOf(now.version())
                                  : null;
                          return new BriefPage.SourceLink(
                              paper.reference() + " v" + source.version(),
                              "/papers/" + paper.reference(),
                              paper.title(),
                              paper.authors().stream()
                                  .map(author -> author.name())
                                  .collect(Collectors.joining(", ")),
                              newer);
                        })
                    .stream())
        .toList();
  }

  String text(String key, Locale locale, Object... arguments) {
    return texts.getMessage(key, arguments, locale);
  }
}

package org.plenary.briefs.web;

import java.util.List;
import org.plenary.bodies.Bodies;
import org.plenary.briefs.BriefDraft;
import org.plenary.briefs.BriefMarkup;
import org.plenary.briefs.Briefs;
import org.plenary.briefs.PublishedBrief;
import org.plenary.kernel.Actor;
import org.plenary.kernel.NotFoundException;
import org.plenary.papers.Papers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of briefs and a brief's page. */
@Controller
class BriefPages {
  private static final int PAGE = 20;

  private final Briefs briefs;
  private final Papers papers;
  private final Bodies bodies;

  BriefPages(Briefs briefs, Papers papers, Bodies bodies) {
    this.briefs = briefs;
    this.papers = papers;
    this.bodies = bodies;
  }

  record SourceLink(String label, String url, String title) {}

  @GetMapping("/briefs")
  String list(@RequestParam(defaultValue = "1") String page, Model model) {
    int number = page.matches("[0-9]{1,3}") ? Math.max(1, Integer.parseInt(page)) : 1;
    var lines = briefs.newest((number - 1) * PAGE, PAGE + 1);
    if (lines.isEmpty() && number > 1) {
      throw new NotFoundException("page " + number);
    }
    model.addAttribute("briefs", lines.subList(0, Math.min(PAGE, lines.size())));
    model.addAttribute("page", number);
    model.addAttribute("more", lines.size() > PAGE);
    return "briefs/briefs";
  }

  @GetMapping("/briefs/{slug}")
  String brief(@PathVariable String slug, Model model) {
    PublishedBrief brief =
        briefs
            .published(Actor.PUBLIC, slug)
            .orElseThrow(() -> new NotFoundException("brief " + slug));
    model.addAttribute("brief", brief);
    model.addAttribute("content", brief.content());
    model.addAttribute("group", bodies.byId(brief.bodyId()).orElseThrow());
    model.addAttribute("themes", bodies.themes(brief.content().themes()));
    model.addAttribute("bodyHtml", BriefMarkup.html(brief.content().body()));
    model.addAttribute("sources", sources(brief.content().sources()));
    return "briefs/brief";
  }

  private List<SourceLink> sources(List<BriefDraft.Source> sources) {
    return sources.stream()
        .flatMap(
            source ->
                papers
                    .published(Actor.PUBLIC, source.paper())
                    .map(
                        paper ->
                            new SourceLink(
                                paper.reference() + " v" + source.version(),
                                "/papers/" + paper.reference(),
                                paper.title()))
                    .stream())
        .toList();
  }
}

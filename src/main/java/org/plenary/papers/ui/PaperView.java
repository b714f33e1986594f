package org.plenary.papers.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plenary.bodies.Actors;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Body;
import org.plenary.bodies.Theme;
import org.plenary.kernel.Actor;
import org.plenary.papers.PaperFile;
import org.plenary.papers.PaperPage;
import org.plenary.papers.PaperState;
import org.plenary.papers.Papers;
import org.plenary.papers.Supplements;
import org.plenary.papers.Withdrawals;
import org.plenary.ui.Dates;
import org.plenary.ui.Labels;
import org.plenary.ui.Page;
import org.plenary.ui.Parts;

/** One paper: where it is, what is next, and what whoever looks may do about it. */
@Route("papers")
@PermitAll
public class PaperView extends Page implements HasUrlParameter<String> {
  private final transient Papers papers;
  private final transient Supplements supplements;
  private final transient Withdrawals withdrawals;
  private final transient Bodies bodies;
  private final transient List<PaperSection> sections;
  private final transient Actors actors;
  private String reference = "";

  PaperView(
      Papers papers,
      Supplements supplements,
      Withdrawals withdrawals,
      Bodies bodies,
      List<PaperSection> sections,
      Actors actors) {
    this.papers = papers;
    this.supplements = supplements;
    this.withdrawals = withdrawals;
    this.bodies = bodies;
    this.sections = sections;
    this.actors = actors;
  }

  @Override
  public void setParameter(BeforeEvent event, String of) {
    reference = of;
    show();
  }

  private void show() {
    Actor actor = actors.current();
    ZoneId zone = actors.currentPerson().orElseThrow().zone();
    PaperPage paper = papers.page(actor, reference);
    removeAll();
    List<Component> actions = new ArrayList<>();
    if (paper.mayPublish()) {
      actions.add(Parts.primary(getTranslation("paper.publish"), () -> askToPublish(paper)));
    }
    if (paper.mayWithdraw()) {
      actions.add(
          Parts.button(
              getTranslation("paper.withdraw"),
              () -> new WithdrawDialog(withdrawals, actor, paper, this::show).open()));
    }
    head(paper.draft().title(), actions.toArray(Component[]::new));
    String group = bodies.byId(paper.body()).orElseThrow().name();
    Span reference = new Span(paper.reference());
    reference.addClassNames("reference", "num");
    Span about = new Span(group + " · " + getTranslation("paperType." + paper.draft().type()));
    about.addClassNames("small", "muted");
    add(Parts.div("row under-head", PaperStates.pill(paper.state()), reference, about));

    Div main = Parts.div("main-col");
    notice(paper, zone).ifPresent(main::add);
    for (PaperSection section : sections) {
      section.section(actor, paper, this::show).ifPresent(main::add);
    }
    if (!paper.draft().abstractText().isBlank()) {
      Paragraph text = new Paragraph(paper.draft().abstractText());
      text.getElement().setAttribute("lang", paper.draft().language());
      text.getElement().setAttribute("dir", "auto");
      Div prose = Parts.div("prose", text);
      main.add(section(getTranslation("paper.abstract")), prose);
    }
    add(Parts.div("with-aside", main, aside(actor, paper, zone)));
  }

  /** What stands above everything else: its reference once it is handed in, or that it is gone. */
  private Optional<Component> notice(PaperPage paper, ZoneId zone) {
    PaperPage.Withdrawal withdrawal = paper.withdrawal();
    if (withdrawal != null) {
      Div notice =
          Parts.div(
              "notice plain",
              new Paragraph(
                  getTranslation("paper.withdrawn", Dates.moment(withdrawal.at(), zone))));
      if (!withdrawal.reason().isEmpty()) {
        Paragraph reason = new Paragraph(withdrawal.reason());
        reason.addClassName("as-written");
        reason.getElement().setAttribute("dir", "auto");
        notice.add(reason);
      }
      return Optional.of(notice);
    }
    if (paper.state() == PaperState.SUBMITTED && paper.mayWithdraw()) {
      return Optional.of(
          Parts.div(
              "notice good", new Paragraph(getTranslation("paper.received", paper.reference()))));
    }
    return Optional.empty();
  }

  private Component aside(Actor actor, PaperPage paper, ZoneId zone) {
    Div aside = Parts.div("aside");
    if (!paper.versions().isEmpty()) {
      UnorderedList versions = new UnorderedList();
      versions.addClassName("plain");
      for (PaperPage.VersionLine version : paper.versions()) {
        versions.add(version(actor, paper, version, zone));
      }
      aside.add(Parts.div("card", new H2(getTranslation("paper.versions")), versions));
    }
    Div facts = Parts.div("card", new H2(getTranslation("paper.about")));
    facts.add(
        fact(
            "paper.authors",
            paper.named() ? authors(paper) : new Span(getTranslation("paper.authors.hidden"))));
    listed("facet.theme", bodies.themes(paper.draft().themes()).stream().map(Theme::label))
        .ifPresent(facts::add);
    listed("paper.field.keywords", paper.draft().keywords().stream()).ifPresent(facts::add);
    listed(
            "facet.country",
            paper.draft().countries().stream().map(code -> Labels.country(code, Locale.ENGLISH)))
        .ifPresent(facts::add);
    facts.add(fact("paper.blindness", new Span(getTranslation("blindness." + paper.blindness()))));
    listed(
            "facet.language",
            Stream.concat(
                    Stream.of(paper.draft().language()), paper.draft().otherLanguages().stream())
                .map(Labels::language))
        .ifPresent(facts::add);
    listed(
            "paper.also",
            paper.draft().alsoConcerns().stream()
                .flatMap(id -> bodies.byId(id).stream())
                .map(Body::name)
                .sorted())
        .ifPresent(facts::add);
    listed("paper.field.funding", Stream.of(paper.draft().funding())).ifPresent(facts::add);
    if (paper.state() == PaperState.PUBLISHED && paper.published() != null) {
      Anchor open = new Anchor("/papers/" + paper.reference(), Dates.day(paper.published()));
      open.setRouterIgnore(true);
      facts.add(fact("paper.publishedOn", open));
    }
    aside.add(facts);
    return aside;
  }

  private Component version(
      Actor actor, PaperPage paper, PaperPage.VersionLine version, ZoneId zone) {
    PaperFile file = papers.file(actor, paper.id(), version.number());
    Anchor open =
        new Anchor(
            DownloadHandler.forFile(file.path().toFile(), file.name()),
            file.isPdf() ? AttachmentType.INLINE : AttachmentType.DOWNLOAD,
            getTranslation("paper.version", version.number(), file.isPdf() ? "PDF" : "DOCX"));
    open.setRouterIgnore(true);
    if (file.isPdf()) {
      open.setTarget("_blank");
    }
    Span when = new Span(Dates.moment(version.uploaded(), zone));
    when.addClassNames("small", "muted");
    ListItem item = new ListItem(open, new Div(when));
    if (version.number() > 1) {
      int before = version.number() - 1;
      Anchor compare =
          new Anchor(
              CompareView.address(paper.reference(), before, version.number()),
              getTranslation("paper.compare", before));
      compare.addClassName("small");
      item.add(new Div(compare));
    }
    if (!version.changeNote().isEmpty()) {
      Paragraph note = new Paragraph(version.changeNote());
      note.addClassNames("small", "as-written");
      note.getElement().setAttribute("dir", "auto");
      item.add(note);
    }
    if (!version.supplements().isEmpty()) {
      item.add(
          new SupplementLinks(
              supplements, actor, paper.id(), version.number(), version.supplements()));
    }
    return item;
  }

  private Optional<Component> listed(String key, Stream<String> values) {
    String text = values.filter(value -> !value.isBlank()).collect(Collectors.joining(", "));
    return text.isEmpty() ? Optional.empty() : Optional.of(fact(key, new Span(text)));
  }

  private static Component authors(PaperPage paper) {
    Div authors = new Div();
    paper
        .draft()
        .authors()
        .forEach(
            author -> {
              Span affiliation = new Span(author.affiliation());
              affiliation.addClassNames("small", "muted");
              Div line = Parts.div("author-line", new Span(author.name()), affiliation);
              if (author.orcid() != null && !author.hasWrongOrcid()) {
                Anchor orcid = new Anchor("https://orcid.org/" + author.orcid(), author.orcid());
                orcid.addClassNames("small", "num");
                orcid.setTarget("_blank");
                orcid.getElement().setAttribute("rel", "noopener noreferrer");
                line.add(orcid);
              }
              authors.add(line);
            });
    return authors;
  }

  private Component fact(String key, Component value) {
    Span name = new Span(getTranslation(key));
    name.addClassNames("small", "muted");
    return Parts.div("fact", name, value);
  }

  private void askToPublish(PaperPage paper) {
    Parts.ask(
        getTranslation("paper.publish.ask"),
        getTranslation("paper.publish.means", paper.versions().getFirst().number(), reference),
        getTranslation("paper.publish"),
        () -> {
          papers.publish(actors.current(), paper.id());
          Parts.done(getTranslation("paper.publish.done", reference));
          show();
        });
  }
}

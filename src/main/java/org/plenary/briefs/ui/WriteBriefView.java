package org.plenary.briefs.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.bodies.Actors;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Body;
import org.plenary.briefs.BriefDraft;
import org.plenary.briefs.BriefPage;
import org.plenary.briefs.Briefs;
import org.plenary.kernel.Actor;
import org.plenary.kernel.NotFoundException;
import org.plenary.papers.PaperLists;
import org.plenary.papers.PaperPage;
import org.plenary.papers.Papers;
import org.plenary.ui.Page;
import org.plenary.ui.Parts;
import org.plenary.ui.Unsaved;

/** Writing a brief, from nothing, from a paper or on from a draft. */
@Route("briefs/new")
@PermitAll
class WriteBriefView extends Page implements HasUrlParameter<String>, BeforeLeaveObserver {
  /** The parameter that names the paper to begin from. */
  static final String PAPER = "paper";

  private final transient Briefs briefs;
  private final transient Bodies bodies;
  private final transient Papers papers;
  private final transient PaperLists lists;
  private final transient Actors actors;
  private @Nullable UUID id;
  private long revision;
  private final transient Unsaved unsaved = new Unsaved(this);

  WriteBriefView(Briefs briefs, Bodies bodies, Papers papers, PaperLists lists, Actors actors) {
    this.briefs = briefs;
    this.bodies = bodies;
    this.papers = papers;
    this.lists = lists;
    this.actors = actors;
  }

  @Override
  public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String of) {
    Actor actor = actors.current();
    List<Body> groups = briefs.writesFor(actor);
    if (groups.isEmpty()) {
      throw new NotFoundException("a group to write for");
    }
    SourcePapers sources = new SourcePapers(lists, papers, actor);
    BriefForm form =
        new BriefForm(
            groups,
            bodies.themes(),
            sources,
            new AttachmentsField(briefs, actor, groups.getFirst().id()));
    id = null;
    BriefPage returned = null;
    if (of != null) {
      String slug = Slugs.of(event);
      BriefPage page = briefs.page(actor, slug);
      if (!page.may().write()) {
        throw new NotFoundException("draft " + slug);
      }
      id = page.id();
      returned = page;
      revision = page.revision();
      form.show(page.body(), page.content());
    } else {
      event
          .getLocation()
          .getQueryParameters()
          .getSingleParameter(PAPER)
          .ifPresent(reference -> startFrom(form, sources, papers.page(actor, reference)));
    }
    removeAll();
    head(getTranslation("briefs.write"));
    add(Parts.line(getTranslation("brief.write.about")));
    if (returned != null) {
      BriefView.returned(returned).ifPresent(this::add);
    }
    add(form);
    add(
        Parts.div(
            "actions foot",
            Parts.primary(getTranslation("brief.hand"), () -> hand(form)),
            Parts.button(getTranslation("brief.save"), () -> save(form))));
  }

  private static void startFrom(BriefForm form, SourcePapers sources, PaperPage paper) {
    SourcePapers.SourcePaper source =
        sources
            .find(paper.id())
            .orElseThrow(() -> new NotFoundException("source " + paper.reference()));
    form.startFrom(paper, new BriefDraft.Source(source.id(), sources.version(source)));
  }

  @Override
  public void beforeLeave(BeforeLeaveEvent event) {
    unsaved.ask(event);
  }

  private void save(BriefForm form) {
    keep(form);
    Parts.done(getTranslation("brief.saved"));
  }

  private void hand(BriefForm form) {
    UUID kept = keep(form);
    form.markMissing();
    Actor actor = actors.current();
    briefs.hand(actor, kept);
    Parts.done(getTranslation("brief.hand.done"));
    UI.getCurrent().navigate(BriefView.class, briefs.slug(actor, kept));
  }

  /** Keeps what is typed; the address then leads back to it. */
  private UUID keep(BriefForm form) {
    Actor actor = actors.current();
    UUID group = form.group();
    BriefDraft draft = form.draft();
    UUID kept = id;
    if (kept != null) {
      briefs.revise(actor, kept, draft, revision);
      revision = briefs.revision(actor, kept);
      unsaved.kept();
      return kept;
    }
    kept = briefs.start(actor, group, draft);
    id = kept;
    revision = briefs.revision(actor, kept);
    unsaved.kept();
    form.fixGroup();
    UI.getCurrent()
        .getPage()
        .getHistory()
        .replaceState(null, new Location("briefs/new/" + briefs.slug(actor, kept)));
    return kept;
  }
}

package org.plenary.papers.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.bodies.Actors;
import org.plenary.bodies.Bodies;
import org.plenary.kernel.Actor;
import org.plenary.kernel.NotFoundException;
import org.plenary.papers.Calls;
import org.plenary.papers.DraftPage;
import org.plenary.papers.Drafts;
import org.plenary.papers.Lack;
import org.plenary.papers.PaperDraft;
import org.plenary.papers.Papers;
import org.plenary.papers.SubmissionOutlook;
import org.plenary.papers.Supplements;
import org.plenary.papers.TakenFile;
import org.plenary.people.People;
import org.plenary.people.Person;
import org.plenary.ui.Dates;
import org.plenary.ui.Page;
import org.plenary.ui.Parts;
import org.plenary.ui.Unsaved;

/**
 * Submitting a paper, in one sitting or in several. The first input makes a draft, which then has
 * an address of its own; everything is kept as it is typed.
 */
@Route("papers/new")
@RouteAlias("papers/draft")
@PermitAll
class SubmitPaperView extends Page implements HasUrlParameter<String>, BeforeLeaveObserver {
  private final transient Papers papers;
  private final transient Calls calls;
  private final transient Drafts drafts;
  private final transient Supplements supplements;
  private final transient Bodies bodies;
  private final transient People people;
  private final transient Actors actors;
  private final transient Clock clock;
  private final transient Unsaved unsaved = Unsaved.ofAutosaving(this);
  private final Span saved = new Span();
  private @Nullable UUID id;
  private long revision;
  private boolean hasFile;

  SubmitPaperView(
      Papers papers,
      Calls calls,
      Drafts drafts,
      Supplements supplements,
      Bodies bodies,
      People people,
      Actors actors,
      Clock clock) {
    this.papers = papers;
    this.calls = calls;
    this.drafts = drafts;
    this.supplements = supplements;
    this.bodies = bodies;
    this.people = people;
    this.actors = actors;
    this.clock = clock;
    saved.addClassNames("small", "muted", "num", "saved");
    saved.getElement().setAttribute("role", "status");
  }

  @Override
  public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String of) {
    removeAll();
    saved.setText("");
    id = null;
    hasFile = false;
    Actor actor = actors.current();
    if (of == null) {
      new Sheet(actor).show(blank());
      return;
    }
    DraftPage page = drafts.page(actor, idOf(of));
    if (page.isSubmitted()) {
      event.forwardTo(PaperView.class, page.reference());
      return;
    }
    id = page.id();
    revision = page.revision();
    hasFile = page.hasFile();
    Sheet sheet = new Sheet(actor);
    sheet.show(page.draft());
    sheet.call.show(page.draft().group(), page.call());
    sheet.supplementsField.show(page.supplements());
    if (hasFile) {
      sheet.file.say(
          Parts.pill(getTranslation("file.read"), Parts.Tone.GOOD),
          getTranslation("submit.file.kept", page.fileName()));
    }
  }

  private static UUID idOf(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new NotFoundException("draft " + text);
    }
  }

  /** What a new draft begins with: its writer as first author. */
  private PaperDraft blank() {
    Person me = actors.currentPerson().orElseThrow();
    return new PaperDraft(
        "research",
        "",
        "",
        "en",
        List.of(),
        List.of(),
        List.of(new PaperDraft.Author(me.name(), me.affiliation(), me.id())),
        Set.of());
  }

  @Override
  public void beforeLeave(BeforeLeaveEvent event) {
    unsaved.ask(event);
  }

  /** Does what changes the draft, and says whether it was kept. */
  private void keep(Runnable step) {
    try {
      step.run();
      saved.setText(
          getTranslation(
              "submit.saved",
              Dates.time(clock.instant(), actors.currentPerson().orElseThrow().zone())));
      unsaved.kept();
    } catch (RuntimeException e) {
      saved.setText(getTranslation("submit.notSaved"));
      unsaved.failed();
      throw e;
    }
  }

  /** The fields and buttons of one draft, as its writer sees them. */
  private final class Sheet {
    private final Actor actor;
    private final PaperForm form;
    private final FileField file;
    private final CallField call;
    private final SupplementsField supplementsField;
    private final NamesWarning names;
    private final Checklist checklist = new Checklist();
    private final Button discard =
        Parts.button(getTranslation("paper.discard"), this::askToDiscard);

    Sheet(Actor actor) {
      this.actor = actor;
      form =
          new PaperForm(
              bodies.groups(), bodies.themes(), people.directory(actor), actor, this::save);
      call = new CallField(calls, actor, this::keepCall);
      form.group.addValueChangeListener(
          e -> call.show(e.getValue() == null ? null : e.getValue().id(), null));
      names = new NamesWarning(papers, actor);
      file = new FileField(papers, actor, getTranslation("paper.field.file"), this::take);
      supplementsField =
          new SupplementsField(
              supplements,
              actor,
              change -> keep(() -> revision = change.make(started(), revision)));
      discard.addThemeVariants(ButtonVariant.TERTIARY);
      discard.setVisible(id != null);
      checklist.add("paper.field.title", form.title::focus, Lack.TITLE, Lack.TITLE_LONG);
      checklist.add(
          "paper.field.abstract", form.abstractText::focus, Lack.ABSTRACT, Lack.ABSTRACT_LONG);
      checklist.add("paper.authors", form.authors::focus, Lack.AUTHORS, Lack.ORCID);
      checklist.add("paper.group", form.group::focus, Lack.GROUP);
      checklist.add("paper.field.themes", form.themes::focus, Lack.THEMES);
      checklist.add("paper.file", file::focus, Lack.FILE);
      head(getTranslation("submit.title"));
      add(
          Parts.line(getTranslation("submit.about")),
          Parts.div(
              "with-aside submitting",
              Parts.div("main-col", file, form, call, supplementsField, names),
              Parts.div("aside", checklist, saved)),
          Parts.div(
              "actions foot",
              Parts.primary(getTranslation("submit.submit"), this::submit),
              discard));
    }

    void show(PaperDraft draft) {
      form.show(draft);
      check();
    }

    private Set<Lack> check() {
      Set<Lack> lacks = form.value().lacks(hasFile);
      checklist.show(lacks);
      return lacks;
    }

    /** The draft, which the first input starts; its address is from then on that of the page. */
    private UUID started() {
      UUID kept = id;
      if (kept == null) {
        kept = drafts.start(actor, form.value());
        id = kept;
        revision = drafts.page(actor, kept).revision();
        discard.setVisible(true);
        UI.getCurrent()
            .getPage()
            .getHistory()
            .replaceState(null, new Location("papers/draft/" + kept));
      }
      return kept;
    }

    private void save() {
      check();
      keep(() -> revision = drafts.save(actor, started(), form.value(), revision));
    }

    private void keepCall() {
      keep(() -> revision = call.keep(started(), revision));
    }

    private void take(TakenFile taken) {
      keep(() -> revision = drafts.attach(actor, started(), taken, revision));
      hasFile = true;
      form.propose(taken.proposal());
      save();
    }

    private void submit() {
      form.refuse(check(), file);
      save();
      keepCall();
      names.settle(Objects.requireNonNull(id));
      SubmissionOutlook outlook = drafts.outlook(actor, Objects.requireNonNull(id));
      Parts.ask(
          getTranslation("submit.ask"),
          getTranslation(
              "submit.ask.means",
              outlook.group(),
              String.join(", ", outlook.handlers()),
              String.join(", ", outlook.authors())),
          getTranslation("submit.submit"),
          () -> {
            // What is handed in is what was seen.
            save();
            UUID kept = Objects.requireNonNull(id);
            names.settle(kept);
            papers.submit(actor, kept);
            UI.getCurrent()
                .navigate(PaperView.class, papers.reference(actor, kept))
                .ifPresent(Component::scrollIntoView);
          });
    }

    private void askToDiscard() {
      Parts.ask(
              getTranslation("paper.discard.ask"),
              getTranslation("paper.discard.means"),
              getTranslation("paper.discard"),
              () -> {
                drafts.discard(actor, Objects.requireNonNull(id));
                unsaved.kept();
                UI.getCurrent().navigate(PapersView.class);
              })
          .setConfirmButtonTheme("error primary");
    }
  }
}

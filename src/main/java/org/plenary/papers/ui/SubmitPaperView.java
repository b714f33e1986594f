package org.plenary.papers.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.bodies.Actors;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Body;
import org.plenary.bodies.Theme;
import org.plenary.kernel.Actor;
import org.plenary.kernel.NotFoundException;
import org.plenary.papers.Calls;
import org.plenary.papers.PaperDraft;
import org.plenary.papers.PaperPage;
import org.plenary.papers.Papers;
import org.plenary.papers.TakenFile;
import org.plenary.people.People;
import org.plenary.people.Person;
import org.plenary.ui.Labels;
import org.plenary.ui.Missing;
import org.plenary.ui.Page;
import org.plenary.ui.Parts;
import org.plenary.ui.Typing;
import org.plenary.ui.Unsaved;

/** Submitting a paper, in one sitting or, by way of a draft, in several. */
@Route("papers/new")
@PermitAll
class SubmitPaperView extends Page implements HasUrlParameter<String>, BeforeLeaveObserver {
  private static final List<String> TYPES =
      List.of("research", "synthesis", "data_note", "policy_note");
  private static final List<String> LANGUAGES = List.of("en", "fr", "es", "ar", "pt", "ru");

  private final transient Papers papers;
  private final transient Actor actor;
  private final TextField title = new TextField(getTranslation("paper.field.title"));
  private final TextArea abstractText = new TextArea(getTranslation("paper.field.abstract"));
  private final AuthorsField authors;
  private final Select<Body> group = new Select<>();
  private final Select<String> type = new Select<>();
  private final Select<String> language = new Select<>();
  private final MultiSelectComboBox<Theme> themes;
  private final MultiSelectComboBox<String> countries;
  private final MultiSelectComboBox<Person> conflicts;
  private final FileField file;
  private final CallField call;
  private final NamesWarning names;
  private final transient List<Theme> allThemes;
  private final transient List<Person> directory;
  private @Nullable UUID id;
  private @Nullable String reference;
  private @Nullable TakenFile taken;
  private boolean hasFile;
  private long revision;
  private final transient Unsaved unsaved = new Unsaved(this);

  SubmitPaperView(Papers papers, Calls calls, Bodies bodies, People people, Actors actors) {
    this.papers = papers;
    this.actor = actors.current();
    this.allThemes = bodies.themes();
    this.directory = people.directory(actor);
    head(getTranslation("submit.title"));
    add(Parts.line(getTranslation("submit.about")));

    Typing.atMost(title, PaperDraft.LONGEST_TITLE);
    title.setRequiredIndicatorVisible(true);
    Typing.atMost(abstractText, PaperDraft.LONGEST_ABSTRACT);
    abstractText.setMinRows(5);
    abstractText.setMaxRows(14);
    abstractText.setRequiredIndicatorVisible(true);
    authors = new AuthorsField(directory);
    authors.setLabel(getTranslation("paper.authors"));
    authors.setHelperText(getTranslation("submit.authors.help"));
    group.setLabel(getTranslation("paper.group"));
    group.setItems(bodies.groups().stream().filter(Body::active).toList());
    group.setItemLabelGenerator(Body::name);
    group.setHelperText(getTranslation("submit.group.help"));
    type.setLabel(getTranslation("paper.field.type"));
    type.setItems(TYPES);
    type.setItemLabelGenerator(code -> getTranslation("paperType." + code));
    type.setValue("research");
    language.setLabel(getTranslation("facet.language"));
    language.setItems(LANGUAGES);
    language.setItemLabelGenerator(Labels::language);
    language.setValue("en");
    themes = new MultiSelectComboBox<>(getTranslation("paper.field.themes"));
    themes.setItems(allThemes);
    themes.setItemLabelGenerator(Theme::label);
    themes.setRequiredIndicatorVisible(true);
    countries = new MultiSelectComboBox<>(getTranslation("paper.field.countries"));
    countries.setItems(countryCodes());
    countries.setItemLabelGenerator(code -> Labels.country(code, Locale.ENGLISH));
    conflicts = new MultiSelectComboBox<>(getTranslation("paper.field.conflicts"));
    conflicts.setItems(directory.stream().filter(p -> !actor.is(p.id())).toList());
    conflicts.setItemLabelGenerator(p -> p.name() + ", " + p.affiliation());
    conflicts.setHelperText(getTranslation("submit.conflicts.help"));
    file =
        new FileField(
            papers,
            actor,
            getTranslation("paper.field.file"),
            chosen -> {
              taken = chosen;
            });

    call = new CallField(calls, actor);
    group.addValueChangeListener(
        e -> call.show(e.getValue() == null ? null : e.getValue().id(), null));
    names = new NamesWarning(papers, actor);

    FormLayout form = new FormLayout();
    form.setAutoResponsive(true);
    form.setAutoRows(true);
    form.setExpandColumns(true);
    form.setExpandFields(true);
    form.setMaxColumns(2);
    form.add(title, 2);
    form.add(abstractText, 2);
    form.add(authors, 2);
    form.add(group, type, themes, countries, language, conflicts);
    add(form, call, file, names);
    add(
        Parts.div(
            "actions foot",
            Parts.primary(getTranslation("submit.submit"), this::submit),
            Parts.button(getTranslation("submit.save"), this::saveDraft)));
  }

  private static List<String> countryCodes() {
    return Arrays.stream(Locale.getISOCountries())
        .sorted(Comparator.comparing(code -> Labels.country(code, Locale.ENGLISH)))
        .toList();
  }

  @Override
  public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String of) {
    if (of == null) {
      directory.stream()
          .filter(person -> actor.is(person.id()))
          .findFirst()
          .ifPresent(
              me ->
                  authors.setValue(
                      List.of(new PaperDraft.Author(me.name(), me.affiliation(), me.id()))));
      return;
    }
    PaperPage page = papers.page(actor, of);
    if (!page.mayEdit()) {
      throw new NotFoundException("draft " + of);
    }
    id = page.id();
    revision = page.revision();
    reference = of;
    show(page);
  }

  private void show(PaperPage page) {
    PaperDraft draft = page.draft();
    title.setValue(draft.title());
    abstractText.setValue(draft.abstractText());
    authors.setValue(draft.authors());
    group
        .getListDataView()
        .getItems()
        .filter(body -> body.id().equals(page.body()))
        .forEach(group::setValue);
    // A draft's reference names its group, so the group stays.
    group.setReadOnly(true);
    call.show(page.body(), page.callId());
    type.setValue(draft.type());
    language.setValue(draft.language());
    themes.setValue(
        allThemes.stream()
            .filter(theme -> draft.themes().contains(theme.code()))
            .collect(Collectors.toSet()));
    countries.setValue(Set.copyOf(draft.countries()));
    conflicts.setValue(
        directory.stream()
            .filter(person -> draft.conflicts().contains(person.id()))
            .collect(Collectors.toSet()));
    hasFile = !page.versions().isEmpty();
    if (hasFile) {
      file.say(
          Parts.pill(getTranslation("file.read"), Parts.Tone.GOOD),
          getTranslation("submit.file.kept"));
    }
  }

  private void saveDraft() {
    keep();
    Parts.done(getTranslation("submit.saved", String.valueOf(reference)));
    UI.getCurrent().navigate(SubmitPaperView.class, reference);
  }

  private void submit() {
    Missing missing = new Missing();
    missing.check(title, title.getValue().isBlank(), "paper.field.title");
    missing.check(abstractText, abstractText.getValue().isBlank(), "paper.field.abstract");
    missing.check(authors, authors.getValue().isEmpty(), "paper.authors");
    missing.check(group, group.getValue() == null, "paper.group");
    missing.check(themes, themes.getValue().isEmpty(), "paper.field.themes");
    missing.check(file, taken == null && !hasFile, "paper.file");
    missing.refuse();
    UUID kept = keep();
    names.settle(kept);
    papers.submit(actor, kept);
    Parts.done(getTranslation("submit.done", String.valueOf(reference)));
    UI.getCurrent().navigate(PaperView.class, reference);
  }

  /** Keeps what is typed and the file chosen; what is missing may come later. */
  private UUID keep() {
    Missing missing = new Missing();
    missing.check(title, title.getValue().isBlank(), "paper.field.title");
    missing.check(group, group.getValue() == null, "paper.group");
    missing.refuse();
    UUID kept = id;
    if (kept == null) {
      kept = papers.start(actor, group.getValue().id(), draft());
      id = kept;
      reference = papers.reference(actor, kept);
      group.setReadOnly(true);
    } else {
      papers.revise(actor, kept, draft(), revision);
    }
    call.keep(kept);
    TakenFile chosen = taken;
    if (chosen != null) {
      papers.addVersion(actor, kept, chosen.file(), chosen.name());
      taken = null;
      hasFile = true;
    }
    revision = papers.page(actor, String.valueOf(reference)).revision();
    unsaved.kept();
    return kept;
  }

  @Override
  public void beforeLeave(BeforeLeaveEvent event) {
    unsaved.ask(event);
  }

  private PaperDraft draft() {
    return new PaperDraft(
        type.getValue(),
        title.getValue().strip(),
        abstractText.getValue().strip(),
        language.getValue(),
        themes.getValue().stream().map(Theme::code).toList(),
        List.copyOf(countries.getValue()),
        authors.getValue(),
        conflicts.getValue().stream().map(Person::id).collect(Collectors.toSet()));
  }
}

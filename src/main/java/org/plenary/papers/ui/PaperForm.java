package org.plenary.papers.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plenary.bodies.Body;
import org.plenary.bodies.Theme;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.papers.Lack;
import org.plenary.papers.PaperDraft;
import org.plenary.papers.Proposal;
import org.plenary.people.Person;
import org.plenary.ui.Labels;
import org.plenary.ui.Missing;
import org.plenary.ui.Typing;

/** The fields of a paper, without its files. Tells of each change; knows nothing of keeping it. */
class PaperForm extends Div {
  private static final int PAUSE = 800;
  private static final List<String> TYPES =
      List.of("research", "synthesis", "data_note", "policy_note");
  private static final List<String> LANGUAGES = List.of("en", "fr", "es", "ar", "pt", "ru");

  final TextField title = new TextField(getTranslation("paper.field.title"));
  final TextArea abstractText = new TextArea(getTranslation("paper.field.abstract"));
  final AuthorsField authors;
  final Select<Body> group = new Select<>();
  final MultiSelectComboBox<Theme> themes = multiple("paper.field.themes", Theme::label);
  private final Select<String> type = new Select<>();
  private final Select<String> language = new Select<>();
  private final TextField keywords = new TextField(getTranslation("paper.field.keywords"));
  private final TextArea funding = new TextArea(getTranslation("paper.field.funding"));
  private final MultiSelectComboBox<String> languages =
      multiple("paper.field.languages", Labels::language);
  private final MultiSelectComboBox<String> countries =
      multiple("paper.field.countries", code -> Labels.country(code, Locale.ENGLISH));
  private final MultiSelectComboBox<Body> also = multiple("paper.field.also", Body::name);
  private final MultiSelectComboBox<Person> conflicts =
      multiple("paper.field.conflicts", p -> p.name() + ", " + p.affiliation());
  private final ProposedText proposedTitle;
  private final ProposedText proposedAbstract;
  private final ProposedText proposedKeywords;
  private boolean showing;

  /**
   * @param changed called after each change a person or a proposal made
   */
  PaperForm(
      List<Body> groups,
      List<Theme> allThemes,
      List<Person> directory,
      Actor actor,
      Runnable changed) {
    authors = new AuthorsField(directory);
    authors.setLabel(getTranslation("paper.authors"));
    authors.setHelperText(getTranslation("submit.authors.help"));
    title.setRequiredIndicatorVisible(true);
    abstractText.setMinRows(5);
    abstractText.setMaxRows(14);
    abstractText.setRequiredIndicatorVisible(true);
    funding.setHelperText(getTranslation("submit.funding.help"));
    keywords.setHelperText(getTranslation("submit.keywords.help"));
    text(title, PaperDraft.LONGEST_TITLE);
    text(abstractText, PaperDraft.LONGEST_ABSTRACT);
    text(funding, PaperDraft.LONGEST_FUNDING);
    Typing.sendAtPauses(keywords, PAUSE);
    keywords.addValueChangeListener(e -> checkKeywords());
    choice(group, "paper.group", groups.stream().filter(Body::active).toList(), Body::name);
    group.setHelperText(getTranslation("submit.group.help"));
    choice(type, "paper.field.type", TYPES, code -> getTranslation("paperType." + code));
    choice(language, "facet.language", LANGUAGES, Labels::language);
    languages.setItems(LANGUAGES);
    languages.setHelperText(getTranslation("submit.languages.help"));
    themes.setItems(allThemes);
    themes.setRequiredIndicatorVisible(true);
    countries.setItems(
        Arrays.stream(Locale.getISOCountries())
            .sorted(Comparator.comparing(code -> Labels.country(code, Locale.ENGLISH)))
            .toList());
    also.setItems(groups);
    also.setHelperText(getTranslation("submit.also.help"));
    conflicts.setItems(directory.stream().filter(p -> !actor.is(p.id())).toList());
    conflicts.setHelperText(getTranslation("submit.conflicts.help"));
    proposedTitle = new ProposedText(title);
    proposedAbstract = new ProposedText(abstractText);
    proposedKeywords = new ProposedText(keywords);
    add(layout());
    List<HasValue<?, ?>> fields =
        List.of(
            title,
            abstractText,
            authors,
            group,
            type,
            language,
            languages,
            keywords,
            themes,
            countries,
            also,
            conflicts,
            funding);
    fields.forEach(
        field ->
            field.addValueChangeListener(
                e -> {
                  if (!showing) {
                    changed.run();
                  }
                }));
  }

  private FormLayout layout() {
    FormLayout form = new FormLayout();
    form.setAutoResponsive(true);
    form.setAutoRows(true);
    form.setExpandColumns(true);
    form.setExpandFields(true);
    form.setMaxColumns(2);
    form.add(title, 2);
    form.add(proposedTitle, 2);
    form.add(abstractText, 2);
    form.add(proposedAbstract, 2);
    form.add(keywords, 2);
    form.add(proposedKeywords, 2);
    form.add(authors, 2);
    form.add(group, also, type, themes, language, languages, countries, conflicts);
    form.add(funding, 2);
    return form;
  }

  private static void text(TextFieldBase<?, String> field, int most) {
    limit(field, most);
    Typing.sendAtPauses(field, PAUSE);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static void limit(TextFieldBase<?, String> field, int most) {
    Typing.atMost((TextFieldBase) field, most);
  }

  private <T> void choice(Select<T> field, String label, List<T> items, Function<T, String> name) {
    field.setLabel(getTranslation(label));
    field.setItems(items);
    field.setItemLabelGenerator(name::apply);
  }

  private <T> MultiSelectComboBox<T> multiple(String label, Function<T, String> name) {
    MultiSelectComboBox<T> field = new MultiSelectComboBox<>(getTranslation(label));
    field.setItemLabelGenerator(name::apply);
    return field;
  }

  /** Shows what was kept, or what a new draft begins with; that is no change. */
  void show(PaperDraft draft) {
    showing = true;
    title.setValue(draft.title());
    abstractText.setValue(draft.abstractText());
    authors.setValue(draft.authors());
    group
        .getListDataView()
        .getItems()
        .filter(body -> body.id().equals(draft.group()))
        .forEach(group::setValue);
    type.setValue(draft.type());
    language.setValue(draft.language());
    languages.setValue(Set.copyOf(draft.otherLanguages()));
    keywords.setValue(String.join(", ", draft.keywords()));
    themes.setValue(those(themes, theme -> draft.themes().contains(theme.code())));
    countries.setValue(Set.copyOf(draft.countries()));
    also.setValue(those(also, body -> draft.alsoConcerns().contains(body.id())));
    conflicts.setValue(those(conflicts, person -> draft.conflicts().contains(person.id())));
    funding.setValue(draft.funding());
    showing = false;
  }

  private static <T> Set<T> those(MultiSelectComboBox<T> field, Predicate<T> which) {
    return field.getListDataView().getItems().filter(which).collect(Collectors.toSet());
  }

  /** Offers what the file says; empty fields are filled. */
  void propose(Proposal proposal) {
    showing = true;
    proposedTitle.offer(proposal.title());
    proposedAbstract.offer(proposal.abstractText());
    proposedKeywords.offer(String.join(", ", proposal.keywords()));
    showing = false;
  }

  PaperDraft value() {
    Body handling = group.getValue();
    UUID handlingId = handling == null ? null : handling.id();
    return new PaperDraft(
        type.getValue(),
        Fitting.to(PaperDraft.ROOM_FOR_TITLE, title.getValue().strip()),
        Fitting.to(PaperDraft.ROOM_FOR_ABSTRACT, abstractText.getValue().strip()),
        language.getValue(),
        sorted(themes.getValue(), Theme::code),
        sorted(countries.getValue(), code -> code),
        authors.getValue(),
        conflicts.getValue().stream().map(Person::id).collect(Collectors.toSet()),
        handlingId,
        also.getValue().stream()
            .map(Body::id)
            .filter(id -> !id.equals(handlingId))
            .collect(Collectors.toSet()),
        sorted(languages.getValue(), code -> code).stream()
            .filter(code -> !code.equals(language.getValue()))
            .toList(),
        words(),
        Fitting.to(PaperDraft.LONGEST_FUNDING, funding.getValue().strip()));
  }

  private static <T> List<String> sorted(Collection<T> chosen, Function<T, String> code) {
    return chosen.stream().map(code).sorted().toList();
  }

  private List<String> words() {
    return typedWords()
        .map(word -> Fitting.to(PaperDraft.LONGEST_KEYWORD, word))
        .distinct()
        .limit(PaperDraft.MOST_KEYWORDS)
        .toList();
  }

  private Stream<String> typedWords() {
    return Arrays.stream(keywords.getValue().split("[,;،\\n]"))
        .map(String::strip)
        .filter(word -> !word.isEmpty());
  }

  private void checkKeywords() {
    keywords.setErrorMessage(
        getTranslation(
            "submit.keywords.long", PaperDraft.MOST_KEYWORDS, PaperDraft.LONGEST_KEYWORD));
    keywords.setInvalid(
        typedWords().distinct().count() > PaperDraft.MOST_KEYWORDS
            || typedWords().anyMatch(word -> word.length() > PaperDraft.LONGEST_KEYWORD));
  }

  /** Marks and names what is missing or wrong, and goes to the first of it. */
  void refuse(Set<Lack> lacks, FileField file) {
    Missing missing = new Missing();
    missing.check(title, lacks.contains(Lack.TITLE), "paper.field.title");
    missing.check(abstractText, lacks.contains(Lack.ABSTRACT), "paper.field.abstract");
    missing.check(authors, lacks.contains(Lack.AUTHORS), "paper.authors");
    missing.check(group, lacks.contains(Lack.GROUP), "paper.group");
    missing.check(themes, lacks.contains(Lack.THEMES), "paper.field.themes");
    missing.check(file, lacks.contains(Lack.FILE), "paper.file");
    authors.markLacks();
    refuseLong(title, PaperDraft.LONGEST_TITLE, lacks.contains(Lack.TITLE_LONG));
    refuseLong(abstractText, PaperDraft.LONGEST_ABSTRACT, lacks.contains(Lack.ABSTRACT_LONG));
    missing.refuse();
    for (TextFieldBase<?, String> field : List.of(title, abstractText)) {
      if (field.isInvalid()) {
        field.focus();
        throw new DomainException("submit.long", field.getLabel());
      }
    }
    if (lacks.contains(Lack.ORCID)) {
      authors.focus();
      throw new DomainException("submit.orcid");
    }
  }

  private void refuseLong(TextFieldBase<?, String> field, int most, boolean isLong) {
    if (isLong) {
      field.setErrorMessage(getTranslation("form.long", most, field.getValue().strip().length()));
      field.setInvalid(true);
    }
  }
}

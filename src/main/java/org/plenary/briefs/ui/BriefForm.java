package org.plenary.briefs.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plenary.bodies.Body;
import org.plenary.bodies.Theme;
import org.plenary.briefs.BriefDraft;
import org.plenary.briefs.BriefDraft.Source;
import org.plenary.kernel.DomainException;
import org.plenary.papers.PaperPage;
import org.plenary.ui.Labels;
import org.plenary.ui.Typing;

/** What a brief says, as fields. */
class BriefForm extends Div {
  private final ComboBox<Body> group = new ComboBox<>(getTranslation("brief.field.group"));
  private final Select<String> language = new Select<>();
  private final TextField title = new TextField(getTranslation("brief.field.title"));
  private final TextArea summary = new TextArea(getTranslation("brief.field.summary"));
  private final TextField audience = new TextField(getTranslation("brief.audience"));
  private final MultiSelectComboBox<Theme> themes =
      new MultiSelectComboBox<>(getTranslation("brief.field.themes"));
  private final MultiSelectComboBox<String> countries =
      new MultiSelectComboBox<>(getTranslation("brief.field.countries"));
  private final KeyMessagesField messages = new KeyMessagesField();
  private final BodyField body = new BodyField();
  private final OptionsField options = new OptionsField();
  private final ExamplesField examples = new ExamplesField();
  private final SourcesField sources;
  private final AttachmentsField attachments;
  private final transient List<Theme> allThemes;

  BriefForm(
      List<Body> groups, List<Theme> allThemes, SourcePapers papers, AttachmentsField attachments) {
    this.attachments = attachments;
    this.allThemes = allThemes;
    addClassName("brief-form");
    sources = new SourcesField(papers);
    group.setItems(groups);
    group.setItemLabelGenerator(Body::name);
    group.setHelperText(getTranslation("brief.field.group.help"));
    if (groups.size() == 1) {
      group.setValue(groups.getFirst());
    }
    language.setLabel(getTranslation("facet.language"));
    language.setItems(Choices.LANGUAGES);
    language.setItemLabelGenerator(Labels::language);
    language.addValueChangeListener(e -> body.speak(e.getValue()));
    language.setValue("en");
    Typing.atMost(title, BriefDraft.LONGEST_TITLE);
    Typing.atMost(summary, BriefDraft.LONGEST_SUMMARY);
    summary.setHelperText(getTranslation("brief.field.summary.help"));
    Typing.atMost(audience, BriefDraft.LONGEST_AUDIENCE);
    audience.setHelperText(getTranslation("brief.field.audience.help"));
    themes.setItems(allThemes);
    themes.setItemLabelGenerator(Theme::label);
    countries.setItems(Choices.countries());
    countries.setItemLabelGenerator(Choices::country);
    messages.setErrorMessage(getTranslation("brief.field.key.missing"));
    sources.setErrorMessage(getTranslation("brief.field.sources.missing"));
    group.setRequiredIndicatorVisible(true);
    title.setRequiredIndicatorVisible(true);
    summary.setRequiredIndicatorVisible(true);
    themes.setRequiredIndicatorVisible(true);
    body.text.setRequiredIndicatorVisible(true);
    for (HasValidation field : List.of(group, title, summary, themes, body.text)) {
      field.setErrorMessage(getTranslation("brief.field.missing"));
    }
    add(layout(), messages, body, options, examples, sources, attachments);
  }

  private FormLayout layout() {
    FormLayout form = new FormLayout();
    form.setAutoResponsive(true);
    form.setAutoRows(true);
    form.setExpandColumns(true);
    form.setExpandFields(true);
    form.setMaxColumns(2);
    form.add(group, language);
    form.add(title, 2);
    form.add(summary, 2);
    form.add(audience, 2);
    form.add(themes, countries);
    return form;
  }

  /** Begins with what a paper gives. */
  void startFrom(PaperPage paper, Source source) {
    choose(paper.body());
    about(paper.draft().language(), paper.draft().themes(), paper.draft().countries());
    sources.setValue(List.of(source));
  }

  /** Shows what was kept; the group of a brief stays. */
  void show(UUID of, BriefDraft draft) {
    choose(of);
    fixGroup();
    title.setValue(draft.title());
    summary.setValue(draft.summary());
    audience.setValue(draft.audience());
    about(draft.language(), draft.themes(), draft.countries());
    messages.setValue(draft.keyMessages());
    messages.atLeast(KeyMessagesField.FEWEST);
    body.text.setValue(draft.body());
    options.setValue(draft.options());
    examples.setValue(draft.examples());
    sources.setValue(draft.sources());
    sources.atLeast(1);
    attachments.setValue(draft.attachments());
  }

  private void about(String spoken, List<String> themeCodes, List<String> countryCodes) {
    language.setValue(spoken);
    themes.setValue(
        allThemes.stream()
            .filter(theme -> themeCodes.contains(theme.code()))
            .collect(Collectors.toSet()));
    countries.setValue(Set.copyOf(countryCodes));
  }

  private void choose(UUID of) {
    group
        .getListDataView()
        .getItems()
        .filter(item -> item.id().equals(of))
        .findFirst()
        .ifPresent(group::setValue);
  }

  void fixGroup() {
    group.setReadOnly(true);
  }

  /** The group, without which nothing can be kept. */
  UUID group() {
    Body chosen = group.getValue();
    if (chosen == null) {
      group.setInvalid(true);
      throw new DomainException("brief.write.group");
    }
    return chosen.id();
  }

  /** What the fields say; only a title must be there. */
  BriefDraft draft() {
    if (title.getValue().isBlank()) {
      title.setInvalid(true);
      throw new DomainException("brief.write.title");
    }
    // Both are asked, so that both say what is not complete.
    if (options.isHalf() | examples.isHalf()) {
      throw new DomainException("brief.write.incomplete");
    }
    return new BriefDraft(
        title.getValue().strip(),
        summary.getValue().strip(),
        audience.getValue().strip(),
        messages.getValue(),
        body.text.getValue(),
        options.getValue(),
        examples.getValue(),
        sources.getValue(),
        language.getValue(),
        themes.getValue().stream().map(Theme::code).toList(),
        List.copyOf(countries.getValue()),
        attachments.getValue());
  }

  /** Marks what a chair would miss. */
  void markMissing() {
    summary.setInvalid(summary.getValue().isBlank());
    themes.setInvalid(themes.isEmpty());
    body.text.setInvalid(body.text.getValue().isBlank());
    messages.setInvalid(messages.getValue().size() < KeyMessagesField.FEWEST);
    sources.setInvalid(sources.getValue().isEmpty());
  }
}

package org.plenary.shell;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Theme;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Orcid;
import org.plenary.people.Organisation;
import org.plenary.people.Organisations;
import org.plenary.people.OwnProfile;
import org.plenary.people.Profile;
import org.plenary.people.Profiles;
import org.plenary.ui.Labels;
import org.plenary.ui.Missing;
import org.plenary.ui.Parts;
import org.plenary.ui.Typing;
import org.plenary.ui.Unsaved;

/** What a person says of themself: the fields and their saving. */
class ProfileForm extends Div {
  private final TextField name = new TextField(getTranslation("person.name"));
  private final TextField affiliation = new TextField(getTranslation("person.affiliation"));
  private final ComboBox<Organisation> organisation =
      new ComboBox<>(getTranslation("profile.organisation"));
  private final ComboBox<String> country = new ComboBox<>(getTranslation("person.country"));
  private final ComboBox<String> zone = new ComboBox<>(getTranslation("profile.zone"));
  private final TextField orcid = new TextField(getTranslation("profile.orcid.label"));
  private final MultiSelectComboBox<Theme> themes =
      new MultiSelectComboBox<>(getTranslation("profile.themes"));
  private final DatePicker awayFrom = new DatePicker(getTranslation("profile.awayFrom"));
  private final DatePicker awayTo = new DatePicker(getTranslation("profile.awayTo"));
  private final IntegerField most = new IntegerField(getTranslation("profile.mostReviews"));
  private final Checkbox isPublic = new Checkbox(getTranslation("profile.public"));
  private final TextArea biography = new TextArea(getTranslation("profile.biography"));
  private final Div publicLine = Parts.div("row");
  private final transient Profiles profiles;
  private final transient Actor actor;
  private final Unsaved unsaved;
  private long revision;

  ProfileForm(Profiles profiles, Organisations organisations, Bodies bodies, Actor actor) {
    this.profiles = profiles;
    this.actor = actor;
    List<Organisation> known = organisations.all(actor);
    List<Theme> allThemes = bodies.themes();
    fields(known, allThemes);
    FormLayout person = form();
    person.add(name, affiliation, organisation, country, zone, orcid);
    FormLayout work = form();
    work.add(themes, most, awayFrom, awayTo);
    add(
        person,
        heading("profile.work"),
        Parts.line(getTranslation("profile.work.help")),
        work,
        heading("profile.public.title"),
        Parts.line(getTranslation("profile.public.help")),
        Parts.div("public-form", isPublic, biography, publicLine),
        Parts.div("actions foot", Parts.primary(getTranslation("profile.save"), this::save)));
    show(profiles.mine(actor), known, allThemes);
    unsaved = new Unsaved(this);
  }

  private void fields(List<Organisation> known, List<Theme> allThemes) {
    name.setMaxLength(200);
    name.setRequiredIndicatorVisible(true);
    affiliation.setMaxLength(300);
    affiliation.setHelperText(getTranslation("profile.affiliation.help"));
    organisation.setItems(known);
    organisation.setItemLabelGenerator(Organisation::name);
    organisation.setClearButtonVisible(true);
    organisation.setHelperText(getTranslation("profile.organisation.help"));
    country.setItems(Labels.countries(Locale.ENGLISH));
    country.setItemLabelGenerator(code -> Labels.country(code, Locale.ENGLISH));
    country.setRequiredIndicatorVisible(true);
    zone.setItems(ZoneId.getAvailableZoneIds().stream().sorted().toList());
    zone.setItemLabelGenerator(id -> id.replace('_', ' '));
    zone.setRequiredIndicatorVisible(true);
    zone.setHelperText(getTranslation("profile.zone.help"));
    orcid.setHelperText(getTranslation("profile.orcid.help"));
    orcid.setPlaceholder("0000-0000-0000-0000");
    orcid.addValueChangeListener(
        e -> {
          String bare = e.getValue().strip().replaceFirst("^https?://(www\\.)?orcid\\.org/", "");
          if (!bare.equals(e.getValue())) {
            orcid.setValue(bare);
          }
          orcid.setErrorMessage(getTranslation("profile.orcid"));
          orcid.setInvalid(!bare.isEmpty() && !Orcid.isValid(bare));
        });
    themes.setItems(allThemes);
    themes.setItemLabelGenerator(Theme::label);
    most.setMin(0);
    most.setMax(Profiles.MOST_REVIEWS);
    most.setStepButtonsVisible(true);
    most.setHelperText(getTranslation("profile.mostReviews.help"));
    awayFrom.setClearButtonVisible(true);
    awayTo.setClearButtonVisible(true);
    awayFrom.addValueChangeListener(e -> awayTo.setMin(e.getValue()));
    biography.setWidthFull();
    biography.setHelperText(getTranslation("profile.biography.help"));
    Typing.atMost(biography, Profiles.LONGEST_BIOGRAPHY);
  }

  private static FormLayout form() {
    FormLayout form = new FormLayout();
    form.setAutoResponsive(true);
    form.setAutoRows(true);
    form.setExpandColumns(true);
    form.setExpandFields(true);
    form.setMaxColumns(2);
    return form;
  }

  private com.vaadin.flow.component.html.H2 heading(String key) {
    var heading = new com.vaadin.flow.component.html.H2(getTranslation(key));
    heading.addClassName("section-title");
    return heading;
  }

  private void show(OwnProfile own, List<Organisation> known, List<Theme> allThemes) {
    Profile of = own.profile();
    revision = own.revision();
    name.setValue(of.name());
    affiliation.setValue(of.affiliation());
    known.stream().filter(o -> o.id().equals(of.organisation())).forEach(organisation::setValue);
    if (!of.country().equals("ZZ")) {
      country.setValue(of.country());
    }
    zone.setValue(of.zone().getId());
    orcid.setValue(Objects.requireNonNullElse(of.orcid(), ""));
    themes.setValue(
        allThemes.stream()
            .filter(theme -> of.themes().contains(theme.code()))
            .collect(Collectors.toCollection(HashSet::new)));
    awayFrom.setValue(of.awayFrom());
    awayTo.setValue(of.awayTo());
    most.setValue(of.mostReviews());
    isPublic.setValue(of.isPublic());
    biography.setValue(of.biography());
    link(own);
  }

  private void link(OwnProfile own) {
    publicLine.removeAll();
    if (own.profile().isPublic() && own.slug() != null) {
      Anchor open = new Anchor("/people/" + own.slug(), getTranslation("person.public.open"));
      open.setRouterIgnore(true);
      publicLine.add(open);
    }
  }

  private void save() {
    Missing missing = new Missing();
    missing.check(name, name.getValue().isBlank(), "person.name");
    missing.check(country, country.getValue() == null, "person.country");
    missing.check(zone, zone.getValue() == null, "profile.zone");
    missing.refuse();
    profiles.keep(
        actor,
        new Profile(
            name.getValue(),
            affiliation.getValue(),
            organisationId(),
            country.getValue(),
            ZoneId.of(zone.getValue()),
            orcid.getValue(),
            themes.getValue().stream().map(Theme::code).toList(),
            awayFrom.getValue(),
            awayTo.getValue(),
            most.getValue(),
            isPublic.getValue(),
            biography.getValue()),
        revision);
    OwnProfile kept = profiles.mine(actor);
    revision = kept.revision();
    orcid.setValue(Objects.requireNonNullElse(kept.profile().orcid(), ""));
    link(kept);
    unsaved.kept();
    Parts.done(getTranslation("profile.saved"));
  }

  private @Nullable UUID organisationId() {
    Organisation chosen = organisation.getValue();
    return chosen == null ? null : chosen.id();
  }

  Unsaved unsaved() {
    return unsaved;
  }
}

package org.plenary.bodies.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.bodies.Actors;
import org.plenary.people.Organisation;
import org.plenary.people.OrganisationKind;
import org.plenary.people.Organisations;
import org.plenary.ui.Labels;
import org.plenary.ui.Missing;
import org.plenary.ui.Page;
import org.plenary.ui.Parts;

/** The organisations that persons name as theirs; the secretariat keeps the list. */
@Route("organisations")
@PermitAll
class OrganisationsView extends Page {
  private final transient Organisations organisations;
  private final transient Actors actors;

  OrganisationsView(Organisations organisations, Actors actors) {
    this.organisations = organisations;
    this.actors = actors;
    show();
  }

  private void show() {
    removeAll();
    boolean keeps = organisations.mayKeep(actors.current());
    if (keeps) {
      head(
          getTranslation("nav.organisations"),
          Parts.primary(getTranslation("organisation.add"), () -> ask(null)));
    } else {
      head(getTranslation("nav.organisations"));
    }
    List<Organisation> all = organisations.all(actors.current());
    if (all.isEmpty()) {
      add(Parts.empty(getTranslation(keeps ? "organisation.none.add" : "organisation.none")));
      return;
    }
    Div list = Parts.div("list");
    list.getElement().setAttribute("role", "list");
    all.forEach(one -> list.add(row(one, keeps)));
    add(list);
  }

  private Component row(Organisation one, boolean keeps) {
    Span members = new Span(getTranslation("organisation.members", one.members()));
    Div row =
        Parts.div(
            "seat-row",
            Parts.div(
                "stack",
                new Span(one.name()),
                Parts.line(
                    getTranslation("organisationKind." + one.kind())
                        + " · "
                        + Labels.country(one.country(), Locale.ENGLISH))),
            members);
    row.getElement().setAttribute("role", "listitem");
    if (keeps) {
      Button change = Parts.button(getTranslation("organisation.change"), () -> ask(one));
      change.addThemeVariants(ButtonVariant.SMALL);
      change.setAriaLabel(getTranslation("organisation.change") + ": " + one.name());
      row.add(change);
    }
    return row;
  }

  private void ask(@Nullable Organisation one) {
    Dialog dialog = new Dialog();
    String verb = one == null ? "organisation.add" : "organisation.change";
    dialog.setHeaderTitle(getTranslation(verb));
    dialog.setWidth("26rem");
    TextField name = new TextField(getTranslation("organisation.name"));
    name.setMaxLength(300);
    Select<OrganisationKind> kind = new Select<>();
    kind.setLabel(getTranslation("organisation.kind"));
    kind.setItems(OrganisationKind.values());
    kind.setItemLabelGenerator(k -> k == null ? "" : getTranslation("organisationKind." + k));
    ComboBox<String> country = new ComboBox<>(getTranslation("person.country"));
    country.setItems(Labels.countries(Locale.ENGLISH));
    country.setItemLabelGenerator(code -> Labels.country(code, Locale.ENGLISH));
    if (one != null) {
      name.setValue(one.name());
      kind.setValue(one.kind());
      country.setValue(one.country());
    }
    dialog.add(Parts.div("dialog-body", name, kind, country));
    dialog
        .getFooter()
        .add(
            Parts.button(getTranslation("dialog.cancel"), dialog::close),
            Parts.primary(
                getTranslation("organisation.keep"),
                () -> {
                  Missing missing = new Missing();
                  missing.check(name, name.getValue().isBlank(), "organisation.name");
                  missing.check(kind, kind.getValue() == null, "organisation.kind");
                  missing.check(country, country.getValue() == null, "person.country");
                  missing.refuse();
                  if (one == null) {
                    organisations.add(
                        actors.current(), name.getValue(), kind.getValue(), country.getValue());
                  } else {
                    organisations.change(
                        actors.current(),
                        one.id(),
                        name.getValue(),
                        kind.getValue(),
                        country.getValue());
                  }
                  dialog.close();
                  Parts.done(getTranslation("organisation.kept"));
                  show();
                }));
    dialog.open();
    name.focus();
  }
}

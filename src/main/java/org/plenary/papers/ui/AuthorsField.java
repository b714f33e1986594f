package org.plenary.papers.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.papers.PaperDraft;
import org.plenary.papers.PaperDraft.Author;
import org.plenary.people.Person;
import org.plenary.ui.Parts;
import org.plenary.ui.Typing;

/**
 * The authors in order: chosen from the directory, or typed where they have no account. What is
 * typed reaches the server at each pause.
 */
class AuthorsField extends CustomField<List<Author>> {
  private static final int PAUSE = 800;
  private static final int ORCID_DIGITS = 16;
  private final List<Row> rows = new ArrayList<>();
  private final Div list = new Div();

  AuthorsField(List<Person> people) {
    ComboBox<Person> colleague = new ComboBox<>();
    colleague.setItems(people);
    colleague.setItemLabelGenerator(p -> p.name() + ", " + p.affiliation());
    colleague.setPlaceholder(getTranslation("authors.colleague"));
    colleague.setAriaLabel(getTranslation("authors.colleague"));
    colleague.addValueChangeListener(
        e -> {
          Person chosen = e.getValue();
          if (chosen != null) {
            colleague.clear();
            add(new Author(chosen.name(), chosen.affiliation(), chosen.id())).name.focus();
          }
        });
    Button more =
        Parts.button(getTranslation("authors.add"), () -> add(new Author("", "")).name.focus());
    list.addClassName("authors");
    add(list, Parts.div("row author-adding", colleague, more));
  }

  private Row add(Author author) {
    Row row = new Row(author);
    rows.add(row);
    list.add(row);
    number();
    updateValue();
    return row;
  }

  private void remove(Row row) {
    int at = rows.indexOf(row);
    rows.remove(row);
    list.remove(row);
    number();
    updateValue();
    if (!rows.isEmpty()) {
      rows.get(Math.min(at, rows.size() - 1)).name.focus();
    }
  }

  private void move(Row row, int by) {
    int at = rows.indexOf(row);
    int to = at + by;
    if (to < 0 || to >= rows.size()) {
      return;
    }
    Collections.swap(rows, at, to);
    list.remove(row);
    list.addComponentAtIndex(to, row);
    number();
    updateValue();
    Button same = by < 0 ? row.up : row.down;
    (same.isEnabled() ? same : by < 0 ? row.down : row.up).focus();
  }

  private void number() {
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      row.name.setAriaLabel(getTranslation("authors.name", i + 1));
      row.affiliation.setAriaLabel(getTranslation("authors.affiliation", i + 1));
      row.orcid.setAriaLabel(getTranslation("authors.orcid", i + 1));
      row.up.setAriaLabel(getTranslation("authors.up", i + 1));
      row.down.setAriaLabel(getTranslation("authors.down", i + 1));
      row.out.setAriaLabel(getTranslation("authors.remove", i + 1));
      row.up.setEnabled(i > 0);
      row.down.setEnabled(i < rows.size() - 1);
    }
  }

  /** Puts the focus where something is missing or wrong. */
  @Override
  public void focus() {
    rows.stream()
        .filter(row -> row.author().isNameless() || row.author().hasWrongOrcid())
        .findFirst()
        .or(() -> rows.stream().findFirst())
        .ifPresentOrElse(Row::focus, () -> add(new Author("", "")).name.focus());
  }

  /** Marks names that are missing and iDs that are wrong. */
  void markLacks() {
    rows.forEach(row -> row.mark(true));
  }

  @Override
  protected List<Author> generateModelValue() {
    return rows.stream()
        .map(Row::author)
        .filter(a -> !a.isNameless() || !a.affiliation().isBlank() || a.orcid() != null)
        .toList();
  }

  @Override
  protected void setPresentationValue(List<Author> authors) {
    rows.clear();
    list.removeAll();
    authors.forEach(
        author -> {
          Row row = new Row(author);
          rows.add(row);
          list.add(row);
        });
    number();
  }

  /** One author. */
  private final class Row extends Div {
    final TextField name = new TextField();
    final TextField affiliation = new TextField();
    final TextField orcid = new TextField();
    final Button up = new Button("↑");
    final Button down = new Button("↓");
    final Button out = new Button("×");
    private final @Nullable UUID person;

    Row(Author author) {
      person = author.person();
      addClassName("author");
      name.setPlaceholder(getTranslation("authors.name.hint"));
      affiliation.setPlaceholder(getTranslation("authors.affiliation.hint"));
      orcid.setPlaceholder(getTranslation("authors.orcid.hint"));
      name.setValue(author.name());
      affiliation.setValue(author.affiliation());
      orcid.setValue(author.orcid() == null ? "" : author.orcid());
      prepare(name, PaperDraft.LONGEST_NAME);
      prepare(affiliation, PaperDraft.LONGEST_AFFILIATION);
      prepare(orcid, PaperDraft.LONGEST_ORCID);
      orcid.addValueChangeListener(e -> mark(false));
      mark(false);
      up.addClickListener(e -> move(this, -1));
      down.addClickListener(e -> move(this, 1));
      out.addClickListener(e -> AuthorsField.this.remove(this));
      Div buttons = Parts.div("author-buttons", up, down, out);
      List.of(up, down, out).forEach(button -> button.addThemeVariants(ButtonVariant.TERTIARY));
      Span known = new Span(person == null ? "" : getTranslation("authors.known"));
      known.addClassNames("small", "muted");
      add(name, affiliation, orcid, Parts.div("author-foot", known, buttons));
    }

    private void prepare(TextField field, int most) {
      Typing.atMost(field, most);
      Typing.sendAtPauses(field, PAUSE);
      field.addValueChangeListener(e -> updateValue());
    }

    void mark(boolean names) {
      Author author = author();
      orcid.setErrorMessage(getTranslation("authors.orcid.wrong"));
      // While it is being typed it is not wrong yet.
      boolean whole = names || orcid.getValue().length() >= ORCID_DIGITS;
      orcid.setInvalid(whole && author.hasWrongOrcid());
      if (names) {
        name.setErrorMessage(getTranslation("form.missing.field"));
        name.setInvalid(author.isNameless());
      }
    }

    void focus() {
      (author().hasWrongOrcid() && !author().isNameless() ? orcid : name).focus();
    }

    Author author() {
      String id = Fitting.to(PaperDraft.LONGEST_ORCID, bare(orcid.getValue()));
      return new Author(
          Fitting.to(PaperDraft.LONGEST_NAME, name.getValue().strip()),
          Fitting.to(PaperDraft.LONGEST_AFFILIATION, affiliation.getValue().strip()),
          person,
          id.isEmpty() ? null : id);
    }

    /** People paste the address too, or leave the hyphens out. */
    private static String bare(String typed) {
      return typed
          .strip()
          .replaceFirst("(?i)^(https?://)?(www\\.)?orcid\\.org/", "")
          .toUpperCase(Locale.ROOT)
          .replaceFirst("^(\\d{4})(\\d{4})(\\d{4})(\\d{3}[\\dX])$", "$1-$2-$3-$4");
    }
  }
}

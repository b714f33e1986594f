package org.plenary.papers.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.plenary.papers.PaperDraft.Author;
import org.plenary.people.Person;
import org.plenary.ui.Parts;

/** The authors in order: chosen from the directory, or typed where they have no account. */
class AuthorsField extends CustomField<List<Author>> {
  private final transient List<Author> directory;
  private final List<Row> rows = new ArrayList<>();
  private final Div list = new Div();

  AuthorsField(List<Person> people) {
    directory = people.stream().map(p -> new Author(p.name(), p.affiliation(), p.id())).toList();
    Button more = Parts.button(getTranslation("authors.add"), () -> add(new Author("", "")));
    more.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    list.addClassName("authors");
    add(list, more);
  }

  private void add(Author author) {
    Row row = new Row(author);
    rows.add(row);
    list.add(row);
    number();
    updateValue();
  }

  private void remove(Row row) {
    rows.remove(row);
    list.remove(row);
    number();
    updateValue();
  }

  private void number() {
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).name.setAriaLabel(getTranslation("authors.name", i + 1));
      rows.get(i).affiliation.setAriaLabel(getTranslation("authors.affiliation", i + 1));
      rows.get(i).out.setAriaLabel(getTranslation("authors.remove", i + 1));
    }
  }

  @Override
  protected List<Author> generateModelValue() {
    return rows.stream().map(Row::author).filter(a -> !a.name().isBlank()).toList();
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
    final ComboBox<Author> name = new ComboBox<>();
    final TextField affiliation = new TextField();
    final Button out = new Button("×");

    Row(Author author) {
      addClassName("author");
      name.setItems(directory);
      name.setItemLabelGenerator(Author::name);
      name.setAllowCustomValue(true);
      name.setPlaceholder(getTranslation("authors.name.hint"));
      affiliation.setPlaceholder(getTranslation("authors.affiliation.hint"));
      affiliation.setMaxLength(300);
      if (!author.name().isBlank()) {
        name.setValue(author);
      }
      affiliation.setValue(author.affiliation());
      name.addCustomValueSetListener(e -> name.setValue(new Author(e.getDetail().strip(), "")));
      name.addValueChangeListener(
          e -> {
            if (e.getValue() != null && !e.getValue().affiliation().isBlank()) {
              affiliation.setValue(e.getValue().affiliation());
            }
            updateValue();
          });
      affiliation.addValueChangeListener(e -> updateValue());
      out.addThemeVariants(ButtonVariant.TERTIARY);
      out.addClickListener(e -> AuthorsField.this.remove(this));
      add(name, affiliation, out);
    }

    Author author() {
      Author chosen = name.getValue();
      return chosen == null
          ? new Author("", "")
          : new Author(chosen.name(), affiliation.getValue().strip(), chosen.person());
    }
  }
}

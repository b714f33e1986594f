package org.plenary.briefs.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import org.jspecify.annotations.Nullable;
import org.plenary.briefs.BriefDraft;
import org.plenary.briefs.BriefDraft.Example;

/** What countries did. */
class ExamplesField extends RowsField<Example> {
  private static final int MOST = 12;

  ExamplesField() {
    super("brief.field.examples", MOST);
    setErrorMessage(getTranslation("brief.field.examples.half"));
  }

  @Override
  Row row(@Nullable Example of) {
    return new Fields(
        new ComboBox<>(getTranslation("facet.country")),
        new TextArea(getTranslation("brief.field.examples.text")),
        of);
  }

  private final class Fields extends Row {
    private final ComboBox<String> country;
    private final TextArea text;

    Fields(ComboBox<String> country, TextArea text, @Nullable Example of) {
      super(country, text);
      this.country = country;
      this.text = text;
      addClassName("short-first");
      country.setItems(Choices.countries());
      country.setItemLabelGenerator(Choices::country);
      text.setMaxLength(BriefDraft.LONGEST_EXAMPLE);
      text.setMinRows(1);
      text.setMaxRows(8);
      if (of != null) {
        country.setValue(of.country());
        text.setValue(of.text());
      }
      country.addValueChangeListener(e -> updateValue());
      text.addValueChangeListener(e -> updateValue());
    }

    @Override
    @Nullable Example value() {
      return country.getValue() == null || text.getValue().isBlank()
          ? null
          : new Example(country.getValue(), text.getValue().strip());
    }

    @Override
    boolean isHalf() {
      return (country.getValue() == null) != text.getValue().isBlank();
    }
  }
}

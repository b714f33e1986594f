package org.plenary.briefs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenary.ui.Parts;

/**
 * A list of things that take a few fields each: numbered rows that are added and taken away. Its
 * texts hang on one key: {@code .add}, {@code .row} and {@code .remove} with the number.
 */
abstract class RowsField<T> extends CustomField<List<T>> {
  private final String key;
  private final int most;
  private final List<Row> rows = new ArrayList<>();
  private final Div list = Parts.div("rows");
  private final Button more;

  /**
   * @param most how many rows there may be
   */
  RowsField(String key, int most) {
    super(List.of());
    this.key = key;
    this.most = most;
    setLabel(getTranslation(key));
    more = Parts.button(getTranslation(key + ".add"), this::addEmpty);
    more.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    add(list, more);
    addValueChangeListener(e -> setInvalid(false));
  }

  /** The fields of one thing, or of one to come. */
  abstract Row row(@Nullable T of);

  private void addEmpty() {
    Row row = row(null);
    place(row);
    number();
    updateValue();
    row.first.focus();
  }

  /** Adds an empty row where there would be fewer than this. */
  void atLeast(int count) {
    while (rows.size() < count) {
      place(row(null));
    }
    number();
  }

  /** Whether a row is begun and not complete; then the field says so. */
  boolean isHalf() {
    boolean half = rows.stream().anyMatch(Row::isHalf);
    if (half) {
      setInvalid(true);
    }
    return half;
  }

  private void place(Row row) {
    rows.add(row);
    list.add(row);
  }

  private void remove(Row row) {
    rows.remove(row);
    list.remove(row);
    number();
    updateValue();
    more.focus();
  }

  private void number() {
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).number(i + 1);
    }
    more.setEnabled(rows.size() < most);
  }

  @Override
  protected List<T> generateModelValue() {
    return rows.stream().map(Row::value).filter(Objects::nonNull).toList();
  }

  @Override
  protected void setPresentationValue(List<T> values) {
    rows.clear();
    list.removeAll();
    values.forEach(value -> place(row(value)));
    number();
  }

  /** The fields of one thing, with a button that takes it away. */
  abstract class Row extends Div {
    private final Focusable<?> first;
    private final Button out = new Button("×", e -> RowsField.this.remove(this));

    /** The first field is the widest and gets the focus. */
    <F extends Component & Focusable<?>> Row(F first, Component... others) {
      this.first = first;
      addClassName("form-row");
      getElement().setAttribute("role", "group");
      out.addThemeVariants(ButtonVariant.TERTIARY);
      add(first);
      add(others);
      add(out);
    }

    /** What the fields say; null as long as that is nothing. */
    abstract @Nullable T value();

    /** Whether something is typed that is not yet a value: it would be lost without a word. */
    boolean isHalf() {
      return false;
    }

    void number(int number) {
      getElement().setAttribute("aria-label", getTranslation(key + ".row", number));
      out.setAriaLabel(getTranslation(key + ".remove", number));
    }
  }
}

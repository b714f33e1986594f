package org.plenary.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.DomainException;

/** What a form still lacks: marks each field, names them all at once and goes to the first. */
public final class Missing {
  private final List<String> names = new ArrayList<>();
  private @Nullable Component first;

  /**
   * Marks the field if it is missing, and takes the mark away if it is not.
   *
   * @param name the key of the field's name
   */
  public <F extends Component & HasValidation> void check(F field, boolean missing, String name) {
    if (missing) {
      field.setErrorMessage(field.getTranslation("form.missing.field"));
    }
    field.setInvalid(missing);
    if (missing) {
      names.add(field.getTranslation(name));
      if (first == null) {
        first = field;
      }
    }
  }

  /**
   * Goes on only if nothing is missing.
   *
   * @throws DomainException naming what is
   */
  public void refuse() {
    Component at = first;
    if (at == null) {
      return;
    }
    at.scrollIntoView();
    if (at instanceof Focusable<?> field) {
      field.focus();
    }
    throw new DomainException("form.missing", String.join(", ", names));
  }
}

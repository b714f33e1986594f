package org.plenary.bodies.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.bodies.Actors;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.BodyDraft;
import org.plenary.bodies.BodyKind;
import org.plenary.bodies.Theme;
import org.plenary.ui.Missing;
import org.plenary.ui.Parts;
import org.plenary.ui.Typing;
import org.springframework.stereotype.Component;

/** Asks what a new group is called and works on; a theme that is typed anew is added. */
@Component
class FoundDialog {
  private final Bodies bodies;
  private final Actors actors;

  FoundDialog(Bodies bodies, Actors actors) {
    this.bodies = bodies;
    this.actors = actors;
  }

  void open(Runnable after) {
    Dialog dialog = new Dialog();
    dialog.setHeaderTitle(dialog.getTranslation("bodies.found"));
    dialog.setWidth("30rem");
    TextField name = new TextField(dialog.getTranslation("bodies.name"));
    name.setMaxLength(Bodies.LONGEST_NAME);
    TextField code = new TextField(dialog.getTranslation("bodies.code"));
    code.setHelperText(dialog.getTranslation("bodies.code.help"));
    code.setMaxLength(20);
    ComboBox<Theme> theme = new ComboBox<>(dialog.getTranslation("bodies.theme"));
    theme.setItems(bodies.themes());
    theme.setItemLabelGenerator(Theme::label);
    theme.setAllowCustomValue(true);
    theme.setHelperText(dialog.getTranslation("bodies.theme.help"));
    theme.addCustomValueSetListener(
        e -> theme.setValue(new Theme(slug(e.getDetail(), 40), e.getDetail().strip())));
    TextArea remit = new TextArea(dialog.getTranslation("bodies.remit"));
    Typing.atMost(remit, Bodies.LONGEST_REMIT);
    dialog.add(Parts.div("dialog-body", name, code, theme, remit));
    dialog
        .getFooter()
        .add(
            Parts.button(dialog.getTranslation("dialog.cancel"), dialog::close),
            Parts.primary(
                dialog.getTranslation("bodies.found"),
                () -> {
                  Missing missing = new Missing();
                  missing.check(name, name.getValue().isBlank(), "bodies.name");
                  missing.check(code, code.getValue().isBlank(), "bodies.code");
                  missing.refuse();
                  found(name.getValue().strip(), code.getValue(), theme.getValue(), remit);
                  dialog.close();
                  Parts.done(dialog.getTranslation("bodies.founded"));
                  after.run();
                }));
    dialog.open();
    name.focus();
  }

  private void found(String name, String code, @Nullable Theme theme, TextArea remit) {
    bodies.foundGroup(
        actors.current(),
        new BodyDraft(
            code.strip().toUpperCase(Locale.ROOT),
            slug(name, 60),
            name,
            BodyKind.GROUP,
            theme == null ? null : theme.code(),
            true,
            remit.getValue().strip()),
        theme);
  }

  private static String slug(String name, int most) {
    String slug =
        java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-");
    return slug.substring(0, Math.min(most, slug.length())).replaceAll("^-+|-+$", "");
  }
}

package org.plenary.papers.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.bodies.Body;
import org.plenary.kernel.Actor;
import org.plenary.papers.Blindness;
import org.plenary.papers.CallDraft;
import org.plenary.papers.CallLine;
import org.plenary.papers.Calls;
import org.plenary.ui.Missing;
import org.plenary.ui.Parts;
import org.plenary.ui.Typing;

/** Where a call is opened or changed. */
class CallDialog extends Dialog {
  private final transient Calls calls;
  private final transient Actor actor;
  private final transient @Nullable CallLine before;
  private final transient Runnable done;
  private final Select<Body> group = new Select<>();
  private final TextField title = new TextField(getTranslation("call.field.title"));
  private final TextArea text = new TextArea(getTranslation("call.field.text"));
  private final DatePicker opens = day("call.field.opens", "call.field.opens.help");
  private final DatePicker closes = day("call.field.closes", "call.field.closes.help");
  private final RadioButtonGroup<Blindness> blindness = new RadioButtonGroup<>();
  private final Checkbox published = new Checkbox(getTranslation("call.field.published"));

  /**
   * @param before the call to change; null for a new one
   */
  CallDialog(
      Calls calls, Actor actor, List<Body> groups, @Nullable CallLine before, Runnable done) {
    this.calls = calls;
    this.actor = actor;
    this.before = before;
    this.done = done;
    setHeaderTitle(getTranslation(before == null ? "calls.open" : "calls.edit"));
    setWidth("40rem");
    // A slip of the mouse must not throw away what was typed.
    setCloseOnOutsideClick(false);
    group.setLabel(getTranslation("paper.group"));
    group.setItems(groups);
    group.setItemLabelGenerator(Body::name);
    group.setVisible(before == null && groups.size() > 1);
    group.setValue(groups.getFirst());
    Typing.atMost(title, CallDraft.LONGEST_TITLE);
    title.setRequiredIndicatorVisible(true);
    title.setWidthFull();
    Typing.atMost(text, CallDraft.LONGEST_TEXT);
    text.setWidthFull();
    text.setMinRows(4);
    text.setHelperText(getTranslation("call.field.text.help"));
    blindness.setLabel(getTranslation("call.field.blindness"));
    blindness.setItems(Blindness.values());
    blindness.setItemLabelGenerator(
        b -> getTranslation("blindness." + b) + ": " + getTranslation("blindness.means." + b));
    blindness.addThemeName("vertical");
    blindness.setValue(Blindness.SINGLE);
    if (before != null) {
      CallDraft draft = before.draft();
      title.setValue(draft.title());
      text.setValue(draft.text());
      opens.setValue(draft.opens());
      closes.setValue(draft.closes());
      blindness.setValue(draft.blindness());
      published.setValue(draft.publishesReviews());
    }
    add(
        Parts.div(
            "dialog-body",
            group,
            title,
            text,
            Parts.div("row", opens, closes),
            blindness,
            published,
            Parts.line(getTranslation("call.means"))));
    getFooter()
        .add(
            Parts.button(getTranslation("dialog.cancel"), this::close),
            Parts.primary(
                getTranslation(before == null ? "calls.open" : "calls.save"), this::keep));
  }

  private DatePicker day(String key, String help) {
    DatePicker day = new DatePicker(getTranslation(key));
    day.setLocale(Locale.UK);
    day.setClearButtonVisible(true);
    day.setHelperText(getTranslation(help));
    return day;
  }

  private void keep() {
    Missing missing = new Missing();
    missing.check(title, title.getValue().isBlank(), "call.field.title");
    missing.refuse();
    CallDraft draft =
        new CallDraft(
            title.getValue(),
            text.getValue(),
            opens.getValue(),
            closes.getValue(),
            blindness.getValue(),
            published.getValue());
    if (before == null) {
      calls.open(actor, group.getValue().id(), draft);
    } else {
      calls.revise(actor, before.id(), draft, before.revision());
    }
    close();
    Parts.done(getTranslation(before == null ? "calls.opened" : "calls.saved"));
    done.run();
  }
}

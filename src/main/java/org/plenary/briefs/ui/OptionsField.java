package org.plenary.briefs.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.briefs.BriefDraft;
import org.plenary.briefs.BriefDraft.Option;

/** What could be done: by whom, on what evidence, with what agreement, at what cost. */
class OptionsField extends RowsField<Option> {
  private static final int MOST = 12;

  OptionsField() {
    super("brief.field.options", MOST);
    setHelperText(getTranslation("brief.field.options.help"));
    setErrorMessage(getTranslation("brief.field.options.half"));
  }

  @Override
  Row row(@Nullable Option of) {
    return new Fields(
        new TextArea(getTranslation("option.what")),
        new TextField(getTranslation("option.who")),
        choice("evidence", Choices.EVIDENCE),
        choice("agreement", Choices.AGREEMENT),
        choice("cost", Choices.COSTS),
        of == null ? new Option("", "", "medium", "medium", "medium") : of);
  }

  private Select<String> choice(String name, List<String> codes) {
    Select<String> select = new Select<>();
    select.setLabel(getTranslation("option." + name));
    select.setItems(codes);
    select.setItemLabelGenerator(code -> getTranslation(name + "." + code));
    return select;
  }

  private final class Fields extends Row {
    private final TextArea what;
    private final TextField who;
    private final Select<String> evidence;
    private final Select<String> agreement;
    private final Select<String> cost;
    private final @Nullable UUID record;

    Fields(
        TextArea what,
        TextField who,
        Select<String> evidence,
        Select<String> agreement,
        Select<String> cost,
        Option option) {
      super(what, who, evidence, agreement, cost);
      addClassName("short-last");
      this.what = what;
      this.who = who;
      this.evidence = evidence;
      this.agreement = agreement;
      this.cost = cost;
      this.record = option.record();
      what.setMaxLength(BriefDraft.LONGEST_OPTION);
      what.setMinRows(1);
      who.setMaxLength(BriefDraft.LONGEST_WHO);
      what.setValue(option.what());
      who.setValue(option.who());
      evidence.setValue(option.evidence());
      agreement.setValue(option.agreement());
      cost.setValue(option.cost());
      what.addValueChangeListener(e -> updateValue());
      who.addValueChangeListener(e -> updateValue());
      evidence.addValueChangeListener(e -> updateValue());
      agreement.addValueChangeListener(e -> updateValue());
      cost.addValueChangeListener(e -> updateValue());
    }

    @Override
    @Nullable Option value() {
      return what.getValue().isBlank()
          ? null
          : new Option(
              what.getValue().strip(),
              who.getValue().strip(),
              evidence.getValue(),
              agreement.getValue(),
              cost.getValue(),
              record);
    }

    @Override
    boolean isHalf() {
      return what.getValue().isBlank() && !who.getValue().isBlank();
    }
  }
}

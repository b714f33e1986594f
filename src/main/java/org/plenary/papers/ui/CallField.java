package org.plenary.papers.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Actor;
import org.plenary.papers.CallLine;
import org.plenary.papers.Calls;
import org.plenary.ui.Dates;

/**
 * To which call a paper is submitted. Seen only where the group has a call open besides its
 * standing one; nothing chosen means the standing one.
 */
public class CallField extends Div {
  private final transient Calls calls;
  private final transient Actor actor;
  private final Select<CallLine> call = new Select<>();
  private transient List<CallLine> open = List.of();

  public CallField(Calls calls, Actor actor) {
    this.calls = calls;
    this.actor = actor;
    call.setLabel(getTranslation("callField.label"));
    call.setEmptySelectionAllowed(true);
    call.setEmptySelectionCaption(getTranslation("callField.none"));
    call.setItemLabelGenerator(line -> line == null ? "" : label(line));
    call.setWidthFull();
    call.addValueChangeListener(e -> help());
    add(call);
    setVisible(false);
  }

  /** Shows the calls of a group, with the one that was chosen before. */
  public void show(@Nullable UUID group, @Nullable UUID chosen) {
    open = group == null ? List.of() : calls.taking(actor, group);
    call.setItems(open);
    open.stream().filter(line -> line.id().equals(chosen)).findFirst().ifPresent(call::setValue);
    // A call chosen before may be closed by now: it must be possible to leave it.
    setVisible(!open.isEmpty() || chosen != null);
    help();
  }

  /** Keeps the choice with a draft. */
  public void keep(UUID paper) {
    if (isVisible()) {
      CallLine chosen = call.getValue();
      calls.choose(actor, paper, chosen == null ? null : chosen.id());
    }
  }

  private String label(CallLine line) {
    return line.draft().closes() == null
        ? line.draft().title()
        : getTranslation("callField.until", line.draft().title(), Dates.day(line.draft().closes()));
  }

  private void help() {
    CallLine chosen = call.getValue();
    call.setHelperText(
        getTranslation(
            "blindness.means." + (chosen == null ? "SINGLE" : chosen.draft().blindness())));
  }
}

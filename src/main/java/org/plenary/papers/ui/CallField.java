package org.plenary.papers.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Actor;
import org.plenary.papers.Blindness;
import org.plenary.papers.CallLine;
import org.plenary.papers.Calls;
import org.plenary.ui.Dates;

/**
 * To which call a paper is submitted. Seen only where the group has a call open besides its
 * standing one; nothing chosen means the standing one. Tells of each choice; nothing is kept before
 * that.
 */
public class CallField extends Div {
  private final transient Calls calls;
  private final transient Actor actor;
  private final Select<CallLine> call = new Select<>();
  private transient List<CallLine> open = List.of();
  private @Nullable UUID kept;

  /**
   * @param chosen called when a person chose
   */
  public CallField(Calls calls, Actor actor, Runnable chosen) {
    this.calls = calls;
    this.actor = actor;
    call.setLabel(getTranslation("callField.label"));
    call.setEmptySelectionAllowed(true);
    call.setEmptySelectionCaption(getTranslation("callField.none"));
    call.setItemLabelGenerator(line -> line == null ? "" : label(line));
    call.setWidthFull();
    call.addValueChangeListener(
        e -> {
          help();
          if (e.isFromClient()) {
            chosen.run();
          }
        });
    add(call);
    setVisible(false);
  }

  /** Shows the calls of a group, with the one that was chosen before. */
  public void show(@Nullable UUID group, @Nullable UUID chosen) {
    kept = chosen;
    open = group == null ? List.of() : calls.taking(actor, group);
    call.setItems(open);
    open.stream().filter(line -> line.id().equals(chosen)).findFirst().ifPresent(call::setValue);
    // A call chosen before may be closed by now: it must be possible to leave it.
    setVisible(!open.isEmpty() || chosen != null);
    help();
  }

  /**
   * Keeps the choice with a draft, if it is another than before.
   *
   * @param seen the draft's revision that was on the screen
   * @return its revision now
   */
  public long keep(UUID paper, long seen) {
    UUID chosen = call.getValue() == null ? null : call.getValue().id();
    if (Objects.equals(chosen, kept)) {
      return seen;
    }
    long now = calls.choose(actor, paper, chosen, seen);
    kept = chosen;
    return now;
  }

  private String label(CallLine line) {
    return line.draft().closes() == null
        ? line.draft().title()
        : getTranslation("callField.until", line.draft().title(), Dates.day(line.draft().closes()));
  }

  private void help() {
    CallLine chosen = call.getValue();
    Blindness blindness = chosen == null ? Blindness.SINGLE : chosen.draft().blindness();
    String means = getTranslation("blindness.means." + blindness);
    call.setHelperText(
        blindness == Blindness.DOUBLE ? means + " " + getTranslation("callField.archive") : means);
  }
}

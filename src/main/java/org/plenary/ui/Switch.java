package org.plenary.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * A row of toggles of which one is on: what is shown below. Plain buttons that say whether they are
 * pressed, so that nothing but Tab and Space need be known to use it.
 */
public class Switch extends Div {
  private final List<NativeButton> buttons = new ArrayList<>();
  private transient IntConsumer then = n -> {};
  private int chosen;

  public Switch(String label, String... choices) {
    addClassName("switch");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", label);
    for (String choice : choices) {
      int number = buttons.size();
      NativeButton button = new NativeButton(choice, e -> choose(number));
      buttons.add(button);
      add(button);
    }
    mark();
  }

  /** Called with the number of the choice, from 0, when another is taken. */
  public void onChoice(IntConsumer listener) {
    then = listener;
  }

  public int chosen() {
    return chosen;
  }

  /** Takes a choice as a click would. */
  public void choose(int number) {
    if (number != chosen) {
      show(number);
      then.accept(number);
    }
  }

  /** Shows a choice as taken without telling anyone. */
  public void show(int number) {
    chosen = number;
    mark();
  }

  public void rename(int number, String text) {
    buttons.get(number).setText(text);
  }

  private void mark() {
    for (int i = 0; i < buttons.size(); i++) {
      buttons.get(i).getElement().setAttribute("aria-pressed", String.valueOf(i == chosen));
    }
  }
}

package org.plenary.papers.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.plenary.papers.Lack;

/** What a submission needs, and what of it is still missing; each line leads to its field. */
class Checklist extends Div {
  private final List<Item> items = new ArrayList<>();
  private final UnorderedList list = new UnorderedList();
  private final Paragraph sum = new Paragraph();

  Checklist() {
    addClassNames("card", "checklist");
    list.addClassName("plain");
    sum.addClassNames("small", "muted");
    sum.getElement().setAttribute("role", "status");
    add(new H2(getTranslation("checklist.title")), list, sum);
  }

  /**
   * Adds a line.
   *
   * @param name the key of the field's name
   * @param lacks what may be the matter with it
   */
  void add(String name, Runnable focus, Lack... lacks) {
    Item item = new Item(getTranslation(name), focus, List.of(lacks));
    items.add(item);
    list.add(new ListItem(item));
  }

  void show(Set<Lack> lacks) {
    items.forEach(item -> item.show(lacks));
    long open = items.stream().filter(item -> item.open).count();
    sum.setText(getTranslation("checklist.open", open));
  }

  /** One line. */
  private static final class Item extends NativeButton {
    private final String name;
    private final List<Lack> watched;
    private boolean open;

    Item(String name, Runnable focus, List<Lack> watched) {
      this.name = name;
      this.watched = watched;
      addClickListener(e -> focus.run());
    }

    void show(Set<Lack> lacks) {
      String wrong =
          watched.stream()
              .filter(lacks::contains)
              .map(lack -> getTranslation("lack." + lack))
              .findFirst()
              .orElse("");
      open = !wrong.isEmpty();
      removeAll();
      Span sign = new Span(open ? "○" : "✓");
      sign.getElement().setAttribute("aria-hidden", "true");
      sign.addClassName("sign");
      Span state = new Span(open ? wrong : getTranslation("lack.nothing"));
      state.addClassNames("small", "muted");
      add(sign, new Span(name), state);
      setClassName("open", open);
    }
  }
}

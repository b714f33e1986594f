package org.plenary.papers.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.UUID;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.papers.NameInText;
import org.plenary.papers.Papers;
import org.plenary.ui.Parts;

/**
 * Warns the authors of a double-blind paper where their names stand in its text, before they send
 * it. They may send it all the same: an own earlier work may have to be cited.
 */
public class NamesWarning extends Div {
  private static final int SHOWN = 12;
  private final transient Papers papers;
  private final transient Actor actor;
  private final Checkbox anyway = new Checkbox();
  private transient List<NameInText> shown = List.of();

  public NamesWarning(Papers papers, Actor actor) {
    this.papers = papers;
    this.actor = actor;
    anyway.setLabel(getTranslation("namesInText.anyway"));
    setVisible(false);
  }

  /**
   * Goes on if no name is found, or if what is found was shown and is to be sent all the same.
   *
   * @throws DomainException after showing what was found
   */
  public void settle(UUID paper) {
    List<NameInText> found = papers.namesInText(actor, paper);
    if (found.isEmpty()) {
      setVisible(false);
      return;
    }
    if (!found.equals(shown)) {
      anyway.setValue(false);
      show(found);
    }
    if (!anyway.getValue()) {
      scrollIntoView();
      anyway.focus();
      throw new DomainException("namesInText.found", found.size());
    }
  }

  private void show(List<NameInText> found) {
    shown = found;
    removeAll();
    UnorderedList list = new UnorderedList();
    list.addClassName("names-found");
    found.stream().limit(SHOWN).forEach(name -> list.add(item(name)));
    Div notice = Parts.div("notice warn", new Paragraph(getTranslation("namesInText.title")), list);
    if (found.size() > SHOWN) {
      notice.add(Parts.line(getTranslation("namesInText.more", found.size() - SHOWN)));
    }
    notice.add(Parts.line(getTranslation("namesInText.help")), anyway);
    add(notice);
    setVisible(true);
  }

  private ListItem item(NameInText name) {
    Span where =
        new Span(
            name.place() == null
                ? getTranslation("namesInText.about")
                : TextComparison.place(this, name.place()));
    where.addClassNames("small", "muted");
    Span found = new Span(name.found());
    found.addClassName("found");
    Span passage = new Span(new Span("… " + name.before()), found, new Span(name.after() + " …"));
    passage.getElement().setAttribute("dir", "auto");
    return new ListItem(where, passage);
  }
}

package org.plenary.shell;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.function.BiFunction;

/** Links to the pages before and after; empty where there is one page. */
class Pager extends Nav {
  /**
   * @param page shown now, from 1
   * @param size of a page
   * @param total of all items
   * @param to makes the link to a page with a text
   */
  Pager(int page, int size, int total, BiFunction<Integer, String, RouterLink> to) {
    addClassNames("row", "pager");
    int pages = Math.max(1, (total + size - 1) / size);
    if (pages == 1 && page == 1) {
      return;
    }
    getElement().setAttribute("aria-label", getTranslation("list.pages"));
    if (page > 1) {
      add(to.apply(Math.min(page - 1, pages), getTranslation("list.previous")));
    }
    if (page <= pages) {
      Span where = new Span(getTranslation("list.pageOf", page, pages));
      where.addClassNames("small", "muted", "num");
      add(where);
    }
    if (page < pages) {
      add(to.apply(page + 1, getTranslation("list.next")));
    }
  }
}

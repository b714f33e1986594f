package org.plenary.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.HasDynamicTitle;

/** The frame of a workspace page: one heading, its main actions beside it, then the sections. */
public abstract class Page extends Div implements HasDynamicTitle {
  private String title = "";

  protected Page() {
    addClassName("page");
  }

  /** Sets heading and title, with the main actions beside; the first thing a page adds. */
  protected Div head(String heading, Component... actions) {
    title = heading;
    Div head = new Div(new H1(heading));
    head.addClassName("page-head");
    if (actions.length > 0) {
      Div row = new Div(actions);
      row.addClassName("actions");
      head.add(row);
    }
    add(head);
    return head;
  }

  /** The heading of a section. */
  protected static H2 section(String text) {
    H2 heading = new H2(text);
    heading.addClassName("section-title");
    return heading;
  }

  @Override
  public String getPageTitle() {
    return title + " · Plenary";
  }
}

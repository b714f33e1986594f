package org.plenary.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.bodies.Actors;
import org.plenary.desk.Desk;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Terms;
import org.plenary.mail.Outbox;

/**
 * The frame of every workspace page. What stands in the menu is said by the views themselves: an
 * order below 10 is the person's own, from 10 on the partnership's knowledge, from 20 on its
 * people, from 90 on the secretariat's alone.
 */
@Layout
@PermitAll
class WorkspaceLayout extends AppLayout implements AfterNavigationObserver {
  private final transient Actors actors;
  private final transient Desk desk;
  private final transient Outbox outbox;
  private @Nullable SideNavItem deskItem;
  private @Nullable SideNavItem inboxItem;

  WorkspaceLayout(Actors actors, Desk desk, Outbox outbox, AuthenticationContext authentication) {
    this.actors = actors;
    this.desk = desk;
    this.outbox = outbox;
    setPrimarySection(Section.DRAWER);
    DrawerToggle toggle = new DrawerToggle();
    toggle.setAriaLabel(getTranslation("nav.toggle"));
    Div bar = new Div(toggle, new Span("Plenary"));
    bar.addClassName("narrow-bar");
    addToNavbar(bar);
    addToDrawer(brand());
    List<MenuEntry> own = new ArrayList<>();
    List<MenuEntry> knowledge = new ArrayList<>();
    List<MenuEntry> partnership = new ArrayList<>();
    List<MenuEntry> office = new ArrayList<>();
    for (MenuEntry entry : MenuConfiguration.getMenuEntries()) {
      double order = entry.order() == null ? 10 : entry.order();
      (order < 10 ? own : order < 20 ? knowledge : order < 90 ? partnership : office).add(entry);
    }
    Div menu =
        new Div(
            nav(own, null),
            nav(knowledge, getTranslation("nav.knowledge")),
            nav(partnership, getTranslation("nav.partnership")));
    menu.addClassName("menu");
    if (actors.current().holds(Terms.SECRETARIAT)) {
      menu.add(nav(office, getTranslation("nav.office")));
    }
    addToDrawer(menu);
    addToDrawer(foot(authentication));
  }

  private static Component brand() {
    Anchor brand = new Anchor("/", "");
    brand.setRouterIgnore(true);
    brand.addClassName("brand");
    brand.add(new Span("Plenary"));
    brand.getElement().appendChild(new com.vaadin.flow.dom.Element("small"));
    brand.getElement().getChild(1).setText(brand.getTranslation("site.name"));
    return brand;
  }

  private SideNav nav(List<MenuEntry> entries, @Nullable String label) {
    SideNav nav = new SideNav();
    if (label == null) {
      nav.getElement().setAttribute("aria-label", getTranslation("nav.own"));
    } else {
      nav.setLabel(label);
    }
    for (MenuEntry entry : entries) {
      SideNavItem item = new SideNavItem(getTranslation(entry.title()), entry.path());
      if (entry.title().equals("nav.desk")) {
        deskItem = item;
      } else if (entry.title().equals("nav.inbox")) {
        inboxItem = item;
      }
      nav.addItem(item);
    }
    return nav;
  }

  private Component foot(AuthenticationContext authentication) {
    Button out = new Button(getTranslation("nav.signOut"), e -> authentication.logout());
    out.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    Span name = new Span(actors.current().name());
    name.addClassName("small");
    Anchor account = new Anchor("account", getTranslation("nav.account"));
    account.addClassName("small");
    Div foot = new Div(name, account, out);
    foot.addClassName("drawer-foot");
    return foot;
  }

  /** Counts anew what stands beside desk and inbox, after a step on a page that changed it. */
  static void recount(Component page) {
    WorkspaceLayout frame = page.findAncestor(WorkspaceLayout.class);
    if (frame != null) {
      frame.count();
    }
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    count();
  }

  private void count() {
    Actor actor = actors.current();
    if (actor.person() == null) {
      return;
    }
    count(deskItem, desk.waitingFor(actor).size());
    count(inboxItem, outbox.counts(actor).unread());
  }

  private static void count(@Nullable SideNavItem item, int number) {
    if (item != null) {
      item.setSuffixComponent(number == 0 ? null : new Span(String.valueOf(number)));
    }
  }
}

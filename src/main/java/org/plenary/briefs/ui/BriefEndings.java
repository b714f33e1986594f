package org.plenary.briefs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.function.Consumer;
import org.plenary.bodies.Actors;
import org.plenary.briefs.BriefEditions;
import org.plenary.briefs.BriefPage;
import org.plenary.briefs.BriefState;
import org.plenary.ui.Parts;

/** The ways in which the public life of a brief ends; each asks for a reason. */
@org.springframework.stereotype.Component
class BriefEndings {
  private final BriefEditions editions;
  private final BriefMails mails;
  private final Actors actors;

  BriefEndings(BriefEditions editions, BriefMails mails, Actors actors) {
    this.editions = editions;
    this.mails = mails;
    this.actors = actors;
  }

  Component menu(BriefPage brief, Runnable after) {
    MenuBar bar = new MenuBar();
    bar.addThemeVariants(MenuBarVariant.TERTIARY);
    MenuItem more = bar.addItem(text("brief.more"));
    if (brief.state() == BriefState.PUBLISHED) {
      more.getSubMenu().addItem(text("brief.supersede"), e -> supersede(brief, after));
    }
    if (brief.state() != BriefState.RETRACTED) {
      more.getSubMenu().addItem(text("brief.retract"), e -> retract(brief, after));
    }
    more.getSubMenu().addItem(text("brief.withdraw"), e -> withdraw(brief, after));
    return bar;
  }

  private void supersede(BriefPage brief, Runnable after) {
    ComboBox<BriefEditions.Choice> by = new ComboBox<>(text("brief.supersede.choice"));
    by.setItems(editions.instead(actors.current(), brief.id()));
    by.setItemLabelGenerator(BriefEditions.Choice::label);
    by.setRequiredIndicatorVisible(true);
    by.setErrorMessage(text("brief.supersede.missing"));
    by.setWidthFull();
    dialog(
            brief,
            "brief.supersede",
            "brief.end.reason.public",
            reason -> {
              editions.supersede(actors.current(), brief.id(), by.getValue().id(), reason);
              done("brief.supersede", after);
            })
        .with(
            by,
            () -> {
              by.setInvalid(by.getValue() == null);
              return by.getValue() != null;
            })
        .ask();
  }

  private void retract(BriefPage brief, Runnable after) {
    dialog(
            brief,
            "brief.retract",
            "brief.end.reason.public",
            reason -> {
              editions.retract(actors.current(), brief.id(), reason);
              done("brief.retract", after);
            })
        .ask();
  }

  private void withdraw(BriefPage brief, Runnable after) {
    dialog(
            brief,
            "brief.withdraw",
            "brief.end.reason.inside",
            reason -> {
              editions.withdraw(actors.current(), brief.id(), reason);
              done("brief.withdraw", after);
            })
        .ask();
  }

  private ReasonDialog dialog(BriefPage brief, String key, String label, Consumer<String> step) {
    return new ReasonDialog(
        text(key + ".ask"),
        text(key + ".means") + " " + mails.toTheGroup(brief.body()),
        text(label),
        text("brief.end.missing"),
        text(key),
        step);
  }

  private static void done(String key, Runnable after) {
    Parts.done(text(key + ".done"));
    after.run();
  }

  private static String text(String key) {
    return UI.getCurrent().getTranslation(key);
  }
}

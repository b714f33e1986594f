package org.plenary.briefs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.plenary.bodies.Actors;
import org.plenary.briefs.BriefEditions;
import org.plenary.briefs.BriefPage;
import org.plenary.briefs.Briefs;
import org.plenary.ui.Parts;

/** What may be done with a brief; each step says first what follows from it. */
@org.springframework.stereotype.Component
class BriefSteps {
  private final Briefs briefs;
  private final BriefEditions editions;
  private final BriefEndings endings;
  private final BriefMails mails;
  private final Actors actors;

  BriefSteps(
      Briefs briefs,
      BriefEditions editions,
      BriefEndings endings,
      BriefMails mails,
      Actors actors) {
    this.briefs = briefs;
    this.editions = editions;
    this.endings = endings;
    this.mails = mails;
    this.actors = actors;
  }

  /**
   * @param open how many of its sources are not published
   * @param after shows the brief anew
   */
  Component[] buttons(BriefPage brief, long open, Runnable after) {
    List<Component> buttons = new ArrayList<>();
    if (brief.may().write()) {
      buttons.add(
          Parts.primary(
              text("brief.edit"),
              () -> UI.getCurrent().navigate(WriteBriefView.class, brief.slug())));
    }
    if (brief.may().clear()) {
      buttons.add(Parts.primary(text("brief.clear"), () -> askToClear(brief, after)));
      buttons.add(Parts.button(text("brief.giveBack"), () -> askWhy(brief, after)));
    }
    if (brief.may().publish()) {
      buttons.add(Parts.primary(text("brief.publish"), () -> askToPublish(brief, open, after)));
    }
    if (brief.may().edition()) {
      buttons.add(Parts.button(text("brief.edition.start"), () -> askToUpdate(brief)));
    }
    if (brief.may().end()) {
      buttons.add(endings.menu(brief, after));
    }
    return buttons.toArray(Component[]::new);
  }

  private void askToUpdate(BriefPage brief) {
    int next = brief.edition() + 1;
    Parts.ask(
        text("brief.edition.start.ask", next),
        text("brief.edition.start.means"),
        text("brief.edition.start.do", next),
        () -> {
          UUID id = editions.start(actors.current(), brief.id());
          UI.getCurrent().navigate(WriteBriefView.class, briefs.slug(actors.current(), id));
        });
  }

  private void askToClear(BriefPage brief, Runnable after) {
    ask(
        "brief.clear",
        text("brief.clear.means") + " " + mails.toTheSecretariat(),
        () -> {
          briefs.clear(actors.current(), brief.id());
          Parts.done(text("brief.clear.done"));
          after.run();
        });
  }

  private void askToPublish(BriefPage brief, long open, Runnable after) {
    String sources = open == 0 ? "" : " " + text("brief.publish.open", open);
    ask(
        "brief.publish",
        text("brief.publish.means") + sources + " " + mails.toTheWriters(brief.body()),
        () -> {
          briefs.publish(actors.current(), brief.id());
          Parts.done(text("brief.publish.done"));
          after.run();
        });
  }

  private static void ask(String key, String means, Runnable step) {
    Parts.ask(text(key + ".ask"), means, text(key), step);
  }

  private void askWhy(BriefPage brief, Runnable after) {
    new ReasonDialog(
            text("brief.giveBack.ask"),
            text("brief.giveBack.means") + " " + mails.toTheWriters(brief.body()),
            text("brief.giveBack.reason"),
            text("brief.giveBack.missing"),
            text("brief.giveBack.do"),
            reason -> {
              briefs.giveBack(actors.current(), brief.id(), reason);
              Parts.done(text("brief.giveBack.done"));
              after.run();
            })
        .ask();
  }

  private static String text(String key, Object... arguments) {
    return UI.getCurrent().getTranslation(key, arguments);
  }
}

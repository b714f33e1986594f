package org.plenary.briefs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteConfiguration;
import java.util.List;
import org.plenary.bodies.Actors;
import org.plenary.briefs.BriefPage;
import org.plenary.briefs.BriefPage.InLanguage;
import org.plenary.briefs.BriefTranslations;
import org.plenary.ui.Labels;
import org.plenary.ui.Parts;

/** The languages of a brief, and what may be done with each. */
@org.springframework.stereotype.Component
class BriefLanguages {
  private final BriefTranslations translations;
  private final BriefMails mails;
  private final Actors actors;

  BriefLanguages(BriefTranslations translations, BriefMails mails, Actors actors) {
    this.translations = translations;
    this.mails = mails;
    this.actors = actors;
  }

  Component card(BriefPage brief, Runnable after) {
    Div card = Parts.div("card stack", new H2(text("brief.translations")));
    if (brief.translations().isEmpty()) {
      card.add(Parts.line(text("brief.translations.none")));
    } else {
      UnorderedList list = new UnorderedList();
      list.addClassName("plain");
      list.add(new ListItem(link(brief, brief.content().language(), "")));
      for (InLanguage in : brief.translations()) {
        list.add(
            new ListItem(
                Parts.div(
                    "row",
                    link(brief, in.language(), "?in=" + in.language()),
                    BriefStates.pill(in.state())),
                Parts.div("row", steps(brief, in, after))));
      }
      card.add(list);
    }
    if (brief.may().translate()) {
      chooser(card, brief);
    }
    return card;
  }

  private static Anchor link(BriefPage brief, String language, String query) {
    Anchor link = new Anchor("briefs/" + brief.slug() + query, Labels.language(language));
    link.getElement().setAttribute("lang", language);
    return link;
  }

  private Component[] steps(BriefPage brief, InLanguage in, Runnable after) {
    List<Component> steps = new java.util.ArrayList<>();
    String language = Labels.language(in.language());
    if (in.mayWrite() && brief.may().translate()) {
      steps.add(Parts.button(text("brief.translate.go"), () -> translate(brief, in.language())));
    }
    if (in.mayClear()) {
      steps.add(
          Parts.button(
              text("brief.clear"),
              () ->
                  Parts.ask(
                      text("brief.translation.clear.ask", language),
                      text("brief.clear.means") + " " + mails.toTheSecretariat(),
                      text("brief.clear"),
                      () -> {
                        translations.clear(actors.current(), brief.id(), in.language());
                        done("brief.clear.done", after);
                      })));
      steps.add(Parts.button(text("brief.giveBack"), () -> giveBack(brief, in, after)));
    }
    if (in.mayPublish()) {
      steps.add(
          Parts.button(
              text("brief.publish"),
              () ->
                  Parts.ask(
                      text("brief.translation.publish.ask", language),
                      text("brief.translation.publish.means")
                          + " "
                          + mails.toTheWriters(brief.body()),
                      text("brief.publish"),
                      () -> {
                        translations.publish(actors.current(), brief.id(), in.language());
                        done("brief.publish.done", after);
                      })));
    }
    return steps.toArray(Component[]::new);
  }

  private void giveBack(BriefPage brief, InLanguage in, Runnable after) {
    new ReasonDialog(
            text("brief.giveBack.ask"),
            text("brief.giveBack.means") + " " + mails.toTheWriters(brief.body()),
            text("brief.giveBack.reason"),
            text("brief.giveBack.missing"),
            text("brief.giveBack.do"),
            reason -> {
              translations.giveBack(actors.current(), brief.id(), in.language(), reason);
              done("brief.giveBack.done", after);
            })
        .ask();
  }

  private static void chooser(Div card, BriefPage brief) {
    List<String> there = brief.translations().stream().map(InLanguage::language).toList();
    Select<String> into = new Select<>();
    into.setLabel(text("brief.translate.to"));
    into.setItems(
        Choices.LANGUAGES.stream()
            .filter(code -> !code.equals(brief.content().language()) && !there.contains(code))
            .toList());
    into.setItemLabelGenerator(Labels::language);
    card.add(
        Parts.div(
            "row end",
            into,
            Parts.button(
                text("brief.translate"),
                () -> {
                  if (into.getValue() == null) {
                    into.focus();
                  } else {
                    translate(brief, into.getValue());
                  }
                })));
  }

  private static void translate(BriefPage brief, String language) {
    String page =
        RouteConfiguration.forApplicationScope().getUrl(TranslateBriefView.class, brief.slug());
    UI.getCurrent().navigate(page, QueryParameters.of(TranslateBriefView.INTO, language));
  }

  private static void done(String key, Runnable after) {
    Parts.done(text(key));
    after.run();
  }

  private static String text(String key, Object... arguments) {
    return UI.getCurrent().getTranslation(key, arguments);
  }
}

package org.plenary.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import org.plenary.bodies.Actors;
import org.plenary.kernel.Actor;
import org.plenary.mail.MailChoices;
import org.plenary.mail.Way;
import org.plenary.people.Person;
import org.plenary.ui.Dates;
import org.plenary.ui.Page;
import org.plenary.ui.Parts;

/** Which mails reach me how; each choice counts at once. */
@Route("mail")
@PermitAll
class MailView extends Page {
  private final transient MailChoices choices;
  private final transient Actor actor;

  MailView(MailChoices choices, Actors actors) {
    this.choices = choices;
    this.actor = actors.current();
    Person person = actors.currentPerson().orElseThrow();
    head(getTranslation("nav.mail"), new RouterLink(getTranslation("nav.inbox"), InboxView.class));
    Paragraph help =
        new Paragraph(
            getTranslation(
                "mail.choose.help", person.email(), Dates.hour(choices.hour(), person.zone())));
    help.addClassName("measure");
    add(help);
    if (!choices.sendsOut()) {
      add(Parts.div("notice", new Paragraph(getTranslation("mail.choose.noServer"))));
    }
    choices.of(actor).forEach(this::topic);
  }

  private void topic(MailChoices.Choice choice) {
    String name = getTranslation("mailTopic." + choice.topic());
    Div topic =
        Parts.div(
            "mail-topic",
            section(name),
            Parts.line(getTranslation("mailTopic." + choice.topic() + ".help")));
    add(topic);
    if (!choice.mayStop()) {
      topic.add(new Paragraph(getTranslation("mailTopic." + choice.topic() + ".needed")));
      return;
    }
    RadioButtonGroup<Way> way = new RadioButtonGroup<>();
    way.setAriaLabel(name);
    way.setItems(Way.values());
    way.setItemLabelGenerator(
        item ->
            getTranslation("way." + item)
                + (item == choice.usual() ? " " + getTranslation("way.usual") : ""));
    way.setValue(choice.way());
    way.addValueChangeListener(
        e -> {
          if (e.isFromClient() && e.getValue() != null) {
            choices.choose(actor, choice.topic(), e.getValue());
            Parts.done(getTranslation("mail.chosen", name, getTranslation("way." + e.getValue())));
          }
        });
    topic.add(way);
  }
}

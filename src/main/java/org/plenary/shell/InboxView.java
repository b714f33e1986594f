package org.plenary.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.util.List;
import org.plenary.bodies.Actors;
import org.plenary.kernel.Actor;
import org.plenary.mail.Mail;
import org.plenary.mail.Outbox;
import org.plenary.ui.Dates;
import org.plenary.ui.Page;
import org.plenary.ui.Parts;

/** The mails that went to me, newest first; opening one marks it as read. */
@Route("inbox")
@Menu(title = "nav.inbox", order = 1)
@PermitAll
class InboxView extends Page {
  private static final int PAGE = 30;
  private final transient Outbox outbox;
  private final transient Actor actor;
  private final ZoneId zone;
  private final Div list = new Div();
  private int shown;

  InboxView(Outbox outbox, Actors actors) {
    this.outbox = outbox;
    this.actor = actors.current();
    this.zone = actors.currentPerson().orElseThrow().zone();
    head(getTranslation("nav.inbox"));
    int all = outbox.counts(actor).all();
    if (all == 0) {
      add(Parts.empty(getTranslation("inbox.empty")));
      return;
    }
    list.addClassName("mails");
    add(list);
    more(all);
  }

  private void more(int all) {
    List<Mail> mails = outbox.inbox(actor, shown, PAGE);
    mails.forEach(mail -> list.add(row(mail)));
    shown += mails.size();
    if (shown < all && !mails.isEmpty()) {
      var button = Parts.button(getTranslation("list.more"), () -> {});
      button.addClickListener(
          e -> {
            remove(button);
            more(all);
          });
      add(button);
    }
  }

  private Component row(Mail mail) {
    Span subject = new Span(mail.subject());
    Span when = new Span(Dates.moment(mail.sent(), zone));
    when.addClassNames("small", "muted");
    Span unread = Parts.pill(getTranslation("inbox.new"), Parts.Tone.CALM);
    unread.setVisible(!mail.read());
    Div summary = Parts.div("mail-line", subject, unread, when);
    Paragraph body = new Paragraph(mail.body());
    body.addClassName("mail-body");
    Anchor link = new Anchor(mail.url(), mail.url());
    link.setRouterIgnore(true);
    Details details =
        new Details(summary, Parts.div("mail-text", body, link, Parts.line(mail.why())));
    details.addOpenedChangeListener(
        e -> {
          if (e.isOpened() && unread.isVisible()) {
            outbox.read(actor, mail.id());
            unread.setVisible(false);
          }
        });
    return details;
  }
}

package org.plenary.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.bodies.Actors;
import org.plenary.kernel.Actor;
import org.plenary.mail.Mail;
import org.plenary.mail.Outbox;
import org.plenary.mail.Oversight;
import org.plenary.ui.Dates;
import org.plenary.ui.Page;
import org.plenary.ui.Parts;
import org.plenary.ui.Switch;

/**
 * The mails that went to me, newest first; opening one marks it as read. The address says which.
 */
@Route("inbox")
@Menu(title = "nav.inbox", order = 1)
@PermitAll
class InboxView extends Page implements HasUrlParameter<String> {
  private static final int PAGE = 25;
  private final transient Outbox outbox;
  private final transient Actor actor;
  private final ZoneId zone;
  private final Div content = new Div();
  private final Div bar = Parts.div("inbox-bar");
  private boolean unreadOnly;
  private int page = 1;

  InboxView(Outbox outbox, Oversight oversight, Actors actors) {
    this.outbox = outbox;
    this.actor = actors.current();
    this.zone = actors.currentPerson().orElseThrow().zone();
    Div links = Parts.div("row", new RouterLink(getTranslation("nav.mail"), MailView.class));
    if (oversight.mayOversee(actor)) {
      links.addComponentAsFirst(new RouterLink(getTranslation("nav.outbox"), OutboxView.class));
    }
    head(getTranslation("nav.inbox"), links);
    add(content);
  }

  @Override
  public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String id) {
    Map<String, List<String>> asked = event.getLocation().getQueryParameters().getParameters();
    unreadOnly = asked.containsKey("unread");
    page = Addresses.page(asked);
    if (id == null || id.isEmpty()) {
      list();
    } else {
      one(outbox.mail(actor, Addresses.id(id)));
    }
  }

  private void one(Mail mail) {
    content.removeAll();
    outbox.read(actor, mail.id());
    Span when = new Span(Dates.moment(mail.sent(), zone));
    when.addClassNames("small", "muted");
    content.add(
        new RouterLink(getTranslation("inbox.all"), InboxView.class),
        section(mail.subject()),
        when,
        text(mail));
  }

  private void list() {
    content.removeAll();
    Outbox.Counts counts = outbox.counts(actor);
    if (counts.all() == 0) {
      content.add(Parts.empty(getTranslation("inbox.empty")));
      return;
    }
    bar(counts);
    content.add(bar);
    int total = unreadOnly ? counts.unread() : counts.all();
    List<Mail> mails = outbox.inbox(actor, unreadOnly, (page - 1) * PAGE, PAGE);
    if (mails.isEmpty()) {
      content.add(Parts.empty(getTranslation(total == 0 ? "inbox.noneUnread" : "list.beyond")));
    }
    Div list = Parts.div("mails");
    mails.forEach(mail -> list.add(row(mail)));
    content.add(list, new Pager(page, PAGE, total, this::to));
  }

  private void bar(Outbox.Counts counts) {
    bar.removeAll();
    Switch which =
        new Switch(
            getTranslation("inbox.which"),
            getTranslation("inbox.which.all", counts.all()),
            getTranslation("inbox.which.unread", counts.unread()));
    which.show(unreadOnly ? 1 : 0);
    which.onChoice(n -> go(n == 1, 1));
    bar.add(which);
    if (counts.unread() > 0) {
      bar.add(
          Parts.button(
              getTranslation("inbox.readAll"),
              () -> {
                outbox.readAll(actor);
                WorkspaceLayout.recount(this);
                list();
              }));
    }
  }

  private void go(boolean unread, int to) {
    getUI().ifPresent(ui -> ui.navigate(InboxView.class, query(unread, to)));
  }

  private RouterLink to(int number, String text) {
    RouterLink link = new RouterLink(text, InboxView.class);
    link.setQueryParameters(query(unreadOnly, number));
    return link;
  }

  private static QueryParameters query(boolean unread, int to) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (unread) {
      parameters.put("unread", "1");
    }
    if (to > 1) {
      parameters.put("page", String.valueOf(to));
    }
    return QueryParameters.simple(parameters);
  }

  private Component row(Mail mail) {
    Span subject = new Span(mail.subject());
    Span when = new Span(Dates.moment(mail.sent(), zone));
    when.addClassNames("small", "muted");
    Span unread = Parts.pill(getTranslation("inbox.new"), Parts.Tone.CALM);
    unread.setVisible(!mail.read());
    Div summary = Parts.div("mail-line", subject, unread, when);
    if (!mail.read()) {
      summary.addClassName("unread");
    }
    Details details = new Details(summary, text(mail));
    details.addOpenedChangeListener(
        e -> {
          if (e.isOpened() && unread.isVisible()) {
            outbox.read(actor, mail.id());
            unread.setVisible(false);
            summary.removeClassName("unread");
            bar(outbox.counts(actor));
            WorkspaceLayout.recount(this);
          }
        });
    return details;
  }

  private Div text(Mail mail) {
    Paragraph body = new Paragraph(mail.body());
    body.addClassName("mail-body");
    Anchor link = new Anchor(mail.url(), mail.url());
    link.setRouterIgnore(true);
    Anchor permanent = new Anchor("inbox/" + mail.id(), getTranslation("inbox.link"));
    permanent.addClassName("small");
    return Parts.div("mail-text", body, link, Parts.line(mail.why()), permanent);
  }
}

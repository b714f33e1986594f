package org.plenary.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.bodies.Actors;
import org.plenary.kernel.Actor;
import org.plenary.kernel.NotFoundException;
import org.plenary.mail.DeliveryState;
import org.plenary.mail.MailChoices;
import org.plenary.mail.OutboxLine;
import org.plenary.mail.Oversight;
import org.plenary.mail.Oversight.Filter;
import org.plenary.ui.Dates;
import org.plenary.ui.Page;
import org.plenary.ui.Parts;
import org.plenary.ui.Switch;

/** What the house sent to whom and what became of it, for the secretariat. */
@Route("outbox")
@PermitAll
class OutboxView extends Page implements BeforeEnterObserver {
  private static final int PAGE = 25;
  private final transient Oversight oversight;
  private final transient MailChoices choices;
  private final transient Actor actor;
  private final ZoneId zone;
  private final Div content = new Div();
  private Filter filter = Filter.ALL;
  private int page = 1;

  OutboxView(Oversight oversight, MailChoices choices, Actors actors) {
    this.oversight = oversight;
    this.choices = choices;
    this.actor = actors.current();
    this.zone = actors.currentPerson().orElseThrow().zone();
    head(getTranslation("nav.outbox"));
    content.addClassName("outbox");
    add(content);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (!oversight.mayOversee(actor)) {
      throw new NotFoundException("outbox");
    }
    Map<String, List<String>> asked = event.getLocation().getQueryParameters().getParameters();
    String state = asked.getOrDefault("state", List.of("")).getFirst();
    filter =
        Arrays.stream(Filter.values())
            .filter(f -> f.name().toLowerCase(Locale.ROOT).equals(state))
            .findFirst()
            .orElse(Filter.ALL);
    page = Addresses.page(asked);
    list();
  }

  private void list() {
    content.removeAll();
    content.add(Parts.line(getTranslation("outbox.help", Oversight.SHOWN.toDays())));
    if (!choices.sendsOut()) {
      content.add(Parts.div("notice", new Paragraph(getTranslation("outbox.noServer"))));
    }
    Filter[] filters = Filter.values();
    Switch which =
        new Switch(
            getTranslation("outbox.which"),
            Arrays.stream(filters)
                .map(f -> getTranslation("outbox.which." + f, oversight.count(actor, f)))
                .toArray(String[]::new));
    which.show(filter.ordinal());
    which.onChoice(
        n -> getUI().ifPresent(ui -> ui.navigate(OutboxView.class, query(filters[n], 1))));
    content.add(which);
    int total = oversight.count(actor, filter);
    List<OutboxLine> lines = oversight.outbox(actor, filter, (page - 1) * PAGE, PAGE);
    if (lines.isEmpty()) {
      content.add(Parts.empty(getTranslation("outbox.empty." + filter)));
    }
    Div list = Parts.div("mails");
    lines.forEach(line -> list.add(row(line)));
    content.add(list, new Pager(page, PAGE, total, this::to));
  }

  private RouterLink to(int number, String text) {
    RouterLink link = new RouterLink(text, OutboxView.class);
    link.setQueryParameters(query(filter, number));
    return link;
  }

  private static QueryParameters query(Filter filter, int to) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (filter != Filter.ALL) {
      parameters.put("state", filter.name().toLowerCase(Locale.ROOT));
    }
    if (to > 1) {
      parameters.put("page", String.valueOf(to));
    }
    return QueryParameters.simple(parameters);
  }

  private Component row(OutboxLine line) {
    Span kind = new Span(line.kind());
    kind.addClassNames("small", "muted");
    Span when = new Span(Dates.moment(line.written(), zone));
    when.addClassNames("small", "muted");
    Span state = Parts.pill(getTranslation("delivery." + line.state()), tone(line.state()));
    Div summary = Parts.div("mail-line", new Span(line.recipient()), kind, state, when);
    return new Details(summary, text(line));
  }

  private Div text(OutboxLine line) {
    Div text = Parts.div("mail-text");
    if (line.attempts() > 0) {
      text.add(new Paragraph(getTranslation("outbox.attempts", line.attempts())));
    }
    if (line.sent() != null) {
      text.add(new Paragraph(getTranslation("outbox.sent", Dates.moment(line.sent(), zone))));
    }
    if (line.failure() != null) {
      text.add(new Paragraph(getTranslation("outbox.failure", line.failure())));
    }
    if (line.next() != null && line.failure() != null) {
      text.add(new Paragraph(getTranslation("outbox.next", Dates.moment(line.next(), zone))));
    }
    if (line.subject() == null || line.body() == null) {
      text.add(Parts.line(getTranslation("outbox.hidden")));
    } else {
      Paragraph body = new Paragraph(line.body());
      body.addClassName("mail-body");
      text.add(section(line.subject()), body, Parts.line(getTranslation("outbox.link")));
    }
    if (line.state() == DeliveryState.FAILED) {
      text.add(
          new Div(
              Parts.button(
                  getTranslation("outbox.again"),
                  () -> {
                    oversight.sendAgain(actor, line.id());
                    Parts.done(getTranslation("outbox.again.done", line.recipient()));
                    list();
                  })));
    }
    return text;
  }

  private static Parts.Tone tone(DeliveryState state) {
    return switch (state) {
      case SENT -> Parts.Tone.GOOD;
      case FAILED -> Parts.Tone.BAD;
      case WAITING -> Parts.Tone.WARN;
      case DIGEST, DIGESTED, NONE -> Parts.Tone.PLAIN;
    };
  }
}

package org.plenary.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadEvent;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.audit.Trail;
import org.plenary.audit.TrailFilter;
import org.plenary.audit.TrailLine;
import org.plenary.bodies.Actors;
import org.plenary.kernel.Actor;
import org.plenary.kernel.NotFoundException;
import org.plenary.ui.Dates;
import org.plenary.ui.Page;
import org.plenary.ui.Parts;

/** Who did what to which record, for the secretariat. The address keeps what is asked for. */
@Route("audit")
@Menu(title = "nav.audit", order = 90)
@PermitAll
class AuditView extends Page implements BeforeEnterObserver {
  private final transient Trail trail;
  private final transient TrailTexts texts;
  private final transient TrailExport export;
  private final transient Actors actors;
  private final transient Actor actor;
  private final ZoneId zone;
  private final TextField record = new TextField(getTranslation("audit.record"));
  private final TextField person = new TextField(getTranslation("audit.person"));
  private final ComboBox<String> action = new ComboBox<>(getTranslation("audit.action"));
  private final DatePicker from = new DatePicker(getTranslation("audit.from"));
  private final DatePicker until = new DatePicker(getTranslation("audit.until"));
  private final Span total = new Span();
  private final Grid<TrailLine> grid = new Grid<>();
  private final transient Map<Long, String> details = new HashMap<>();
  private boolean showing;

  AuditView(Trail trail, TrailTexts texts, TrailExport export, Actors actors) {
    this.trail = trail;
    this.texts = texts;
    this.export = export;
    this.actors = actors;
    this.actor = actors.current();
    this.zone = actors.currentPerson().orElseThrow().zone();
    head(getTranslation("nav.audit"), download("audit.csv", this::csv), sealed());
    add(Parts.line(getTranslation("audit.about")));
    filters();
    grid.addComponentColumn(this::happened).setHeader(getTranslation("audit.what")).setFlexGrow(3);
    grid.addComponentColumn(this::subject).setHeader(getTranslation("audit.record")).setFlexGrow(1);
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setEmptyStateComponent(Parts.empty(getTranslation("audit.empty")));
    grid.setItems(
        query -> {
          List<TrailLine> lines =
              trail.visible(actor, filter(), query.getOffset(), query.getLimit());
          details.putAll(texts.details(lines));
          return lines.stream();
        },
        query -> trail.count(actor, filter()));
    grid.addClassName("tall");
    add(grid);
  }

  private void filters() {
    for (TextField words : List.of(record, person)) {
      words.setClearButtonVisible(true);
      words.setValueChangeMode(ValueChangeMode.LAZY);
      words.addValueChangeListener(e -> keep());
    }
    action.setItemLabelGenerator(texts::action);
    action.setClearButtonVisible(true);
    action.addValueChangeListener(e -> keep());
    for (DatePicker day : List.of(from, until)) {
      day.setClearButtonVisible(true);
      day.addValueChangeListener(e -> keep());
    }
    total.addClassNames("small", "muted", "num");
    total.getElement().setAttribute("role", "status");
    add(Parts.div("row filters", record, person, action, from, until), total);
  }

  /** The chain's last link, to be kept elsewhere. */
  private Component sealed() {
    return download("audit.head", this::head);
  }

  private interface Content {
    void to(DownloadEvent event) throws IOException;
  }

  private Anchor download(String text, Content content) {
    Anchor link =
        new Anchor(
            event -> {
              try {
                content.to(event);
              } catch (NotFoundException e) {
                event.getResponse().setStatus(404);
              }
            },
            AttachmentType.DOWNLOAD,
            getTranslation(text));
    link.setRouterIgnore(true);
    return link;
  }

  // Who the reader is now, not when the page was opened: a seat may have ended since.
  private void csv(DownloadEvent event) throws IOException {
    event.setFileName("audit.csv");
    event.setContentType("text/csv; charset=utf-8");
    export.write(actors.current(), filter(), event.getOutputStream());
  }

  private void head(DownloadEvent event) throws IOException {
    String json =
        trail.head(actors.current()).orElseThrow(() -> new NotFoundException("head")).json();
    event.setFileName("audit-head.json");
    event.setContentType("application/json");
    event.getOutputStream().write((json + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private Component happened(TrailLine line) {
    String detail = details.getOrDefault(line.seq(), "");
    Span what = new Span(texts.action(line.action()) + (detail.isEmpty() ? "" : ": " + detail));
    Span who = new Span(line.who() + " · " + Dates.moment(line.at(), zone));
    who.addClassNames("small", "muted");
    return Parts.div("cell", what, who);
  }

  private Component subject(TrailLine line) {
    Component name =
        line.path() == null ? new Span(line.record()) : new Anchor(line.path(), line.record());
    Span seal = new Span(getTranslation(line.sealed() ? "audit.sealed" : "audit.unsealed"));
    seal.addClassNames("small", "muted");
    return Parts.div("cell", name, seal);
  }

  private TrailFilter filter() {
    return new TrailFilter(
        record.getValue(),
        person.getValue(),
        action.getValue() == null ? "" : action.getValue(),
        start(from.getValue()),
        until.getValue() == null ? null : start(until.getValue().plusDays(1)));
  }

  private @Nullable Instant start(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay(zone).toInstant();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Map<String, List<String>> asked = event.getLocation().getQueryParameters().getParameters();
    showing = true;
    action.setItems(trail.actions(actor));
    record.setValue(first(asked, "record"));
    person.setValue(first(asked, "person"));
    action.setValue(first(asked, "action").isEmpty() ? null : first(asked, "action"));
    from.setValue(day(first(asked, "from")));
    until.setValue(day(first(asked, "until")));
    showing = false;
    refresh();
  }

  private static String first(Map<String, List<String>> asked, String name) {
    return asked.getOrDefault(name, List.of("")).getFirst();
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private void keep() {
    if (showing) {
      return;
    }
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("record", record.getValue().strip());
    asked.put("person", person.getValue().strip());
    asked.put("action", action.getValue() == null ? "" : action.getValue());
    asked.put("from", from.getValue() == null ? "" : from.getValue().toString());
    asked.put("until", until.getValue() == null ? "" : until.getValue().toString());
    asked.values().removeIf(String::isEmpty);
    getUI()
        .ifPresent(
            ui ->
                ui.getPage()
                    .getHistory()
                    .replaceState(null, new Location("audit", QueryParameters.simple(asked))));
    refresh();
  }

  private void refresh() {
    details.clear();
    grid.getDataProvider().refreshAll();
    total.setText(getTranslation("audit.total", trail.count(actor, filter())));
  }
}

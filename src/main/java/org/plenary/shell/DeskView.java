package org.plenary.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.plenary.bodies.Actors;
import org.plenary.desk.Desk;
import org.plenary.desk.Task;
import org.plenary.people.Person;
import org.plenary.ui.Dates;
import org.plenary.ui.Page;
import org.plenary.ui.Parts;

/** My desk: what waits for me, late first. */
@Route("")
@Menu(title = "nav.desk", order = 0)
@PermitAll
class DeskView extends Page {
  private final ZoneId zone;
  private final LocalDate today;

  DeskView(Desk desk, Actors actors, Clock clock) {
    Person person = actors.currentPerson().orElseThrow();
    zone = person.zone();
    Instant now = clock.instant();
    today = LocalDate.ofInstant(now, zone);
    Span when = new Span(Dates.moment(now, zone));
    when.addClassNames("small", "muted");
    Button submit =
        Parts.primary(getTranslation("desk.submit"), () -> UI.getCurrent().navigate("papers/new"));
    head(getTranslation("nav.desk"), when, submit);
    List<Task> late = new ArrayList<>();
    List<Task> week = new ArrayList<>();
    List<Task> later = new ArrayList<>();
    for (Task task : desk.waitingFor(actors.current())) {
      LocalDate due = task.due();
      if (due != null && due.isBefore(today)) {
        late.add(task);
      } else if (due != null && due.isBefore(today.plusDays(7))) {
        week.add(task);
      } else {
        later.add(task);
      }
    }
    group("desk.late", late);
    group("desk.week", week);
    group("desk.waiting", later);
    if (late.isEmpty() && week.isEmpty() && later.isEmpty()) {
      add(Parts.empty(getTranslation("desk.empty")));
    }
  }

  private void group(String key, List<Task> tasks) {
    if (tasks.isEmpty()) {
      return;
    }
    var heading = section(getTranslation(key) + " ");
    heading.add(
        Parts.pill(
            String.valueOf(tasks.size()),
            key.equals("desk.late") ? Parts.Tone.BAD : Parts.Tone.PLAIN));
    add(heading);
    tasks.forEach(task -> add(row(task)));
  }

  private Component row(Task task) {
    String title = getTranslation("task." + task.kind(), task.arguments().toArray());
    String verb = getTranslation("task." + task.kind() + ".verb");
    Span when = new Span(when(task));
    when.addClassName("when");
    LocalDate due = task.due();
    if (due == null) {
      when.addClassName("muted");
    } else if (due.isBefore(today)) {
      when.addClassName("late");
    }
    Button open = Parts.button(verb, () -> UI.getCurrent().navigate(task.path()));
    open.setAriaLabel(verb + ": " + title);
    return Parts.div(
        "task", when, Parts.div("task-text", new H3(title), new Paragraph(task.detail())), open);
  }

  private String when(Task task) {
    LocalDate due = task.due();
    if (due == null) {
      return getTranslation("desk.since", Dates.shortDay(LocalDate.ofInstant(task.since(), zone)));
    }
    long days = ChronoUnit.DAYS.between(due, today);
    return days > 0 ? getTranslation("desk.daysAgo", days) : Dates.shortDay(due);
  }
}

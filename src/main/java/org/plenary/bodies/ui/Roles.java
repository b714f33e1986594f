package org.plenary.bodies.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.bodies.AccountState;
import org.plenary.bodies.DirectoryLine;
import org.plenary.kernel.SeatRole;
import org.plenary.ui.Dates;
import org.plenary.ui.Parts;
import org.plenary.ui.Parts.Tone;

/** How roles, terms and states of accounts read. */
final class Roles {
  private Roles() {}

  static String name(SeatRole role) {
    return text("role." + role);
  }

  /** What someone is: “chair, Remittances; member, Steering committee”. */
  static String offices(List<DirectoryLine.Office> offices) {
    return offices.stream()
        .map(office -> name(office.role()) + ", " + office.body())
        .collect(Collectors.joining("; "));
  }

  /** From when to when. */
  static String term(LocalDate from, @Nullable LocalDate to) {
    return to == null
        ? text("seat.since", Dates.day(from))
        : text("seat.fromTo", Dates.day(from), Dates.day(to));
  }

  /** A pill for what is not as usual; null where the person can sign in. */
  static @Nullable Span pill(@Nullable AccountState state) {
    if (state == null || state == AccountState.ENABLED) {
      return null;
    }
    Tone tone =
        switch (state) {
          case DISABLED -> Tone.BAD;
          case INVITED -> Tone.CALM;
          case NONE, ENABLED -> Tone.PLAIN;
        };
    return Parts.pill(text("accountState." + state), tone);
  }

  private static String text(String key, Object... arguments) {
    return UI.getCurrent().getTranslation(key, arguments);
  }
}

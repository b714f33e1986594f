package org.plenary.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates in the reader's zone, and saying so. */
public final class Dates {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

  private static final DateTimeFormatter SHORT_DAY =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private Dates() {}

  /** The time of a moment of about now on the wall clock of the zone: 14:03. */
  public static String time(Instant instant, ZoneId zone) {
    return TIME.format(instant.atZone(zone));
  }

  /** A day of about now, where the year goes without saying: 22 Nov. */
  public static String shortDay(LocalDate day) {
    return SHORT_DAY.format(day);
  }

  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /**
   * The instant on the wall clock of the zone, with the zone's city: 22 Nov 2026, 08:12 (Dakar).
   */
  public static String moment(Instant instant, ZoneId zone) {
    return MOMENT.format(instant.atZone(zone)) + " (" + city(zone) + ")";
  }

  /** An hour of the day on the wall clock of the zone: 07:00 (Dakar). */
  public static String hour(LocalTime hour, ZoneId zone) {
    return hour + " (" + city(zone) + ")";
  }

  private static String city(ZoneId zone) {
    String id = zone.getId();
    return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
  }
}

package org.plenary.review;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A reminder to a reviewer; each is sent once for the day it goes by.
 *
 * @param forOn the due date, or the day of the invitation, or the day it was sent by hand
 * @param number of those that repeat, from 1
 */
record Reminder(Kind kind, LocalDate forOn, int number) {
  /** How long before the due date. */
  static final int BEFORE = 3;

  /** How often after the due date, a week apart. */
  static final int OVERDUE = 3;

  /** How long an invitation may go unanswered. */
  static final int UNANSWERED = 5;

  private static final int WEEK = 7;

  enum Kind {
    UNANSWERED,
    SOON,
    OVERDUE,
    BY_HAND
  }

  static Reminder byHand(LocalDate today) {
    return new Reminder(Kind.BY_HAND, today, 1);
  }

  /**
   * What this day asks for. After days without the program it is the latest that is caught up with,
   * not each that was missed.
   */
  static Optional<Reminder> on(
      LocalDate today, AssignmentState state, LocalDate invited, LocalDate due) {
    if (state == AssignmentState.INVITED) {
      return invited.plusDays(UNANSWERED).isAfter(today)
          ? Optional.empty()
          : Optional.of(new Reminder(Kind.UNANSWERED, invited, 1));
    }
    long late = ChronoUnit.DAYS.between(due, today);
    if (late > 0) {
      int number = (int) Math.min(OVERDUE, 1 + (late - 1) / WEEK);
      return Optional.of(new Reminder(Kind.OVERDUE, due, number));
    }
    return late < -BEFORE ? Optional.empty() : Optional.of(new Reminder(Kind.SOON, due, 1));
  }
}

package org.plenary.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * By when a step of a case is expected where nobody set a day: what the page of a paper says and
 * the desk goes by. Nothing is refused for coming later.
 */
final class Pace {
  private static final int DESK_DAYS = 14;
  private static final int DECISION_DAYS = 7;
  private static final int REVISION_DAYS = 60;

  private Pace() {}

  /** The desk check with the choice of reviewers, after the submission. */
  static LocalDate desk(Instant opened) {
    return day(opened).plusDays(DESK_DAYS);
  }

  /** The decision, after the last review was due. */
  static LocalDate decision(LocalDate reviewsDue) {
    return reviewsDue.plusDays(DECISION_DAYS);
  }

  /** The authors' next version, after it was asked for. */
  static LocalDate revision(Instant decided) {
    return day(decided).plusDays(REVISION_DAYS);
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }
}

package org.plenary.jobs;

import java.util.List;

/** A doctor of these checks alone. */
public final class DoctorOf {
  private DoctorOf() {}

  public static Doctor checks(InvariantCheck... checks) {
    return new Doctor(List.of(checks));
  }
}

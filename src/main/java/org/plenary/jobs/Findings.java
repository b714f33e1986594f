package org.plenary.jobs;

import java.util.ArrayList;
import java.util.List;

/** What one check found. */
public final class Findings {
  /** Enough to see what is wrong; a table broken through and through would fill the terminal. */
  private static final int MOST = 100;

  private final String check;
  private final List<Finding> found = new ArrayList<>();
  private int more;

  Findings(String check) {
    this.check = check;
  }

  /**
   * One thing found.
   *
   * @param check the {@linkplain InvariantCheck#name name} of the check
   * @param hint whether it does no harm and need only be known
   */
  public record Finding(String check, String text, boolean hint) {
    @Override
    public String toString() {
      return (hint ? "hint " : "FAULT ") + check + ": " + text;
    }
  }

  /** A promise is broken. */
  public void fault(String text) {
    add(new Finding(check, text, false));
  }

  /** Nothing is broken, but whoever looks after the machine should know. */
  public void hint(String text) {
    add(new Finding(check, text, true));
  }

  private void add(Finding finding) {
    if (found.size() < MOST) {
      found.add(finding);
    } else if (!finding.hint()) {
      more++;
    }
  }

  List<Finding> all() {
    List<Finding> all = new ArrayList<>(found);
    if (more > 0) {
      all.add(new Finding(check, "and " + more + " more", false));
    }
    return all;
  }
}

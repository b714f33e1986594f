package org.plenary.jobs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.plenary.jobs.Findings.Finding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Looks at every promise of every module. Thread-safe. */
@Service
public class Doctor {
  private static final Logger LOG = LoggerFactory.getLogger(Doctor.class);
  private final List<InvariantCheck> checks;

  Doctor(List<InvariantCheck> checks) {
    this.checks = checks.stream().sorted(Comparator.comparing(InvariantCheck::name)).toList();
  }

  /** The names of all checks. */
  public List<String> names() {
    return checks.stream().map(InvariantCheck::name).toList();
  }

  /**
   * Runs all checks.
   *
   * @param progress is told each check's name and outcome as they come, a line each
   */
  public List<Finding> examine(Consumer<String> progress) {
    List<Finding> all = new ArrayList<>();
    for (InvariantCheck check : checks) {
      List<Finding> found = examine(check);
      if (found.isEmpty()) {
        progress.accept("ok " + check.name());
      }
      found.forEach(finding -> progress.accept(finding.toString()));
      all.addAll(found);
    }
    return all;
  }

  /** Runs the one check of this name. */
  public List<Finding> examine(String name) {
    return checks.stream()
        .filter(check -> check.name().equals(name))
        .flatMap(check -> examine(check).stream())
        .toList();
  }

  private static List<Finding> examine(InvariantCheck check) {
    Findings findings = new Findings(check.name());
    try {
      check.check(findings);
    } catch (RuntimeException e) {
      // A check that cannot be made is no proof of health; the other checks go on.
      LOG.warn("The check {} could not be made", check.name(), e);
      findings.fault("could not be checked: " + e.getMessage());
    }
    return findings.all();
  }
}

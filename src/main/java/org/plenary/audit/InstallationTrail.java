package org.plenary.audit;

import java.util.List;
import org.springframework.stereotype.Component;

/** What was done to the partnership's data as a whole: backed up, restored. */
@Component
class InstallationTrail implements SubjectAccess {
  @Override
  public List<Subject> subjects() {
    return List.of(new Subject(Audit.INSTALLATION, "1 = 1", "1 = 1", "'Plenary'", null));
  }
}

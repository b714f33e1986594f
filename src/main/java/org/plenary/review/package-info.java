/**
 * Peer review: owns the case of a paper, with its rounds, assignments, comments and decisions. Who
 * a reviewer is leaves this module only to an actor whom ReviewAccess admits.
 */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "jobs",
      "ui",
      "files",
      "audit",
      "mail",
      "desk",
      "jobs",
      "people",
      "bodies",
      "papers",
      "papers :: ui"
    })
@NullMarked
package org.plenary.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

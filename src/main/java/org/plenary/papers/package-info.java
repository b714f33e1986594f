/**
 * Papers, their versions and their public pages. An unpublished version leaves this module only to
 * an actor whom PaperAccess admits.
 */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "jobs",
      "ui",
      "files",
      "audit",
      "search",
      "mail",
      "desk",
      "citation",
      "people",
      "bodies"
    })
@NullMarked
package org.plenary.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

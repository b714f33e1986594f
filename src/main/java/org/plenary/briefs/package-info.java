/** Policy briefs: key messages, body, options and sources at exact versions. */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "jobs",
      "ui",
      "files",
      "audit",
      "mail",
      "search",
      "desk",
      "people",
      "bodies",
      "papers",
      "papers :: ui",
      "citation",
      "print"
    })
@NullMarked
package org.plenary.briefs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

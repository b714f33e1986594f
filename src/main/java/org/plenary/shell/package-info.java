/** The workspace's frame: sign-in, layout, desk, inbox, errors. */
@ApplicationModule(
    allowedDependencies = {
      "kernel", "ui", "audit", "mail", "search", "desk", "people", "bodies", "papers", "review",
      "briefs"
    })
@NullMarked
package org.plenary.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

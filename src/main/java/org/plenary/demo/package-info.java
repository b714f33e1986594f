/** The sample partnership: loaded once into an empty database. */
@ApplicationModule(
    allowedDependencies = {
      "kernel", "ui", "files", "search", "people", "bodies", "papers", "briefs", "review"
    })
@NullMarked
package org.plenary.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What waits for a person, derived at each look from what modules plug in as task sources; only
 * that a task was put off is kept.
 */
@ApplicationModule(allowedDependencies = {"kernel", "audit", "ui"})
@NullMarked
package org.plenary.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Work that is done again and again without anyone asking: reminders and the like. Modules plug in
 * beans; which of several nodes does a job is settled in the database, so each is done once.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.plenary.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What keeps the house in order without being asked for: work that is done again and again, as
 * beans of {@link org.plenary.jobs.Job}, of which each is done once, for which of several nodes
 * does it is settled in the database; and the promises of each module's tables, as beans of {@link
 * org.plenary.jobs.InvariantCheck}, and the doctor who looks at them all. Knows no job and no
 * promise itself.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.plenary.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What keeps the house in order without being asked for: the promises of each module's tables, as
 * beans of {@link org.plenary.jobs.InvariantCheck}, and the doctor who looks at them all. Knows no
 * promise itself.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.plenary.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

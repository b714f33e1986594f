/** Committees and working groups, and the themes they work on. */
@ApplicationModule(allowedDependencies = {"kernel", "jobs", "audit", "people"})
@NullMarked
package org.plenary.bodies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

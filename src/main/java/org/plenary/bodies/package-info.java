/**
 * Committees and working groups, the themes they work on, and who sits where; on top of persons and
 * accounts, so that the pages about people are here too.
 */
@ApplicationModule(allowedDependencies = {"kernel", "jobs", "audit", "ui", "people"})
@NullMarked
package org.plenary.bodies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

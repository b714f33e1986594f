/** Persons and the accounts by which they sign in. Who sits where is the bodies' business. */
@ApplicationModule(allowedDependencies = {"kernel", "jobs", "audit"})
@NullMarked
package org.plenary.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

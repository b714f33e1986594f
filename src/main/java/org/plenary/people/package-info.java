/**
 * Persons and the accounts by which they sign in, their profiles and organisations. Who sits where
 * is the bodies' business; what of it matters here they say through {@link
 * org.plenary.people.SeatRules}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "jobs", "audit", "mail"})
@NullMarked
package org.plenary.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Who did what to which record: one line a command, in the command's own transaction; sealed into a
 * chain of hashes soon after. Lines are never changed or removed. They are read by the secretariat
 * alone, and of each record only as far as its module lets them.
 */
@ApplicationModule(allowedDependencies = {"kernel", "jobs"})
@NullMarked
package org.plenary.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Who did what to which record: one line a command, in the command's own transaction. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.plenary.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Ids, the actor and domain errors: what every module speaks. Knows no other module. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.plenary.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** How what is published is cited, and how pages tell machines what they are. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.plenary.citation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

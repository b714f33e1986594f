/** The public frame: home, search, groups, errors. No session, no cookie, no script. */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "search", "bodies"})
@NullMarked
package org.plenary.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

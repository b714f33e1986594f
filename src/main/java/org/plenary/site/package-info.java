/**
 * The public frame: home, search, groups, people, the pages of account links, errors. No session
 * and no cookie; a script only where a password is typed, and there too it works without.
 */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "search", "people", "bodies"})
@NullMarked
package org.plenary.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What the operator does to the whole: look it over, make the indexes anew, back it up and restore
 * it. Commands ask a running Plenary of the same data folder by way of {@code <data>/control}; else
 * the folder is opened for them. Says "done" only when it is.
 */
@ApplicationModule(allowedDependencies = {"kernel", "jobs", "files", "audit", "search"})
@NullMarked
package org.plenary.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

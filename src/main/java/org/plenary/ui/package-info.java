/**
 * What views of all modules are built from: pages, pills, dates in the reader's zone, the reader of
 * papers. Knows no rule of the domain.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.plenary.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

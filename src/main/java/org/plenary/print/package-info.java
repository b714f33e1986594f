/**
 * Pages set as PDF by the product itself. Nothing is fetched and nothing runs: what a page needs
 * beyond its own text and styles are the fonts in the jar.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.plenary.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Full-text search over what modules plug in as {@link org.plenary.search.SearchSource}. The public
 * index never holds a document that the public may not read.
 */
@ApplicationModule(allowedDependencies = {"kernel", "jobs"})
@NullMarked
package org.plenary.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

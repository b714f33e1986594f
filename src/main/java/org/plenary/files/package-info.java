/**
 * Keeps files by their SHA-256, their text by page or paragraph, and clean renditions without
 * metadata. Never overwrites a stored file and never parses an upload in the server's own process.
 */
@ApplicationModule(allowedDependencies = {"kernel", "jobs"})
@NullMarked
package org.plenary.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

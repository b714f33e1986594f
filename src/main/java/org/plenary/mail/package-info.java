/**
 * Mail by way of an outbox written with the fact it tells of; everyone reads their own in the
 * workspace. A link that is a secret is shown to its recipient alone.
 */
@ApplicationModule(allowedDependencies = {"kernel", "jobs", "audit", "ui"})
@NullMarked
package org.plenary.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

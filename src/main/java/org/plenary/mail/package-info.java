/**
 * Mail by way of an outbox written with the fact it tells of. Everyone reads theirs in the
 * workspace; where a mail server is configured it is sent out too, at once where someone waits and
 * else in one digest a day. A link that is a secret is shown to its recipient alone.
 */
@ApplicationModule(allowedDependencies = {"kernel", "jobs", "audit", "ui"})
@NullMarked
package org.plenary.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package org.plenary.mail;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.plenary.kernel.Actor;

/**
 * What whoever oversees the outbox may see of mails about a module's records. Each bean answers by
 * its module's access rules, in few queries whatever the number of records.
 */
public interface MailReaders {
  /** The kind of record it answers for, as in {@link MailDraft.About}. */
  String kind();

  /**
   * Of which of these records the actor may know to whom mails went. A recipient can be a secret:
   * who gets an invitation reviews.
   */
  Set<UUID> known(Actor actor, Collection<UUID> ids);

  /** About which of these records the actor may read what mails say. */
  Set<UUID> readable(Actor actor, Collection<UUID> ids);
}

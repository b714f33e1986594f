package org.plenary.mail;

import org.plenary.kernel.Actor;
import org.plenary.kernel.Terms;

/** Who may do what with mails that are not their own; the only place that says so. */
final class MailAccess {
  private MailAccess() {}

  /** Whether the actor oversees the outbox; what of it they see is said record by record. */
  static boolean mayOversee(Actor actor) {
    return actor.person() != null && actor.holds(Terms.SECRETARIAT);
  }
}

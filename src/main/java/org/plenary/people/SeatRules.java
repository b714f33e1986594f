package org.plenary.people;

import java.util.Set;
import java.util.UUID;
import org.plenary.kernel.Actor;

/** What the seats mean for persons and accounts; answered by the bodies. */
public interface SeatRules {

  /** Who holds an office today by which others come to know them: chairs, editors, secretariat. */
  Set<UUID> officeHolders();

  /**
   * Asked in the transaction that disables an account.
   *
   * @throws org.plenary.kernel.DomainException if it may not be
   */
  void beforeDisabling(Actor actor, UUID person);
}

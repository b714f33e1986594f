package org.plenary.people;

import java.util.UUID;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Terms;

/** Who may do what with persons and accounts; the only place that says so. */
public final class PeopleAccess {
  private PeopleAccess() {}

  /** Whether the actor makes an account without a link in a mail: only the program itself. */
  static boolean mayRegisterOthers(Actor actor) {
    return actor.isSystem();
  }

  /** Whether the actor invites persons, and disables and enables accounts. */
  public static boolean mayKeepAccounts(Actor actor) {
    return actor.holds(Terms.SECRETARIAT);
  }

  /** Whether the actor keeps the list of organisations. */
  public static boolean mayKeepOrganisations(Actor actor) {
    return actor.holds(Terms.SECRETARIAT) || actor.isSystem();
  }

  /** Whether the actor reads a person's e-mail address: the secretariat, and the person. */
  public static boolean mayReadEmail(Actor actor, UUID person) {
    return actor.holds(Terms.SECRETARIAT) || actor.is(person);
  }

  /**
   * Whether the actor finds everyone. Anyone can register; who was not given a seat yet finds those
   * who agreed to be public and those who hold an office.
   */
  public static boolean mayReadEveryone(Actor actor) {
    return actor.isSystem() || !actor.seats().isEmpty();
  }

  /**
   * Whether the actor reads what a person says of themself.
   *
   * @param agreed whether the person agreed to be public
   * @param holdsOffice whether they hold an office by which others come to know them
   */
  static boolean mayReadProfile(Actor actor, UUID person, boolean agreed, boolean holdsOffice) {
    return agreed || holdsOffice || actor.is(person) || mayReadEveryone(actor);
  }
}

package org.plenary.bodies;

/** How far a person has come to an account; the secretariat sees it. */
public enum AccountState {
  /** Can sign in. */
  ENABLED,
  /** Was shut out by the secretariat. */
  DISABLED,
  /** Was sent a link that can still be used. */
  INVITED,
  /** Has none, and no link to one. */
  NONE
}

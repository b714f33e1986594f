package org.plenary.people;

import java.util.List;
import java.util.UUID;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/**
 * Whoever is signed in, as their session keeps it. The name is the person's id, so that a changed
 * e-mail address changes nothing; the epoch is the account's at the sign-in, and once the account
 * has gone on to another, the session is over.
 */
public final class SignedIn extends User {
  private final UUID person;
  private final long epoch;

  public SignedIn(People.Account account) {
    super(
        account.person().toString(),
        account.passwordHash(),
        account.enabled(),
        true,
        true,
        true,
        List.of(new SimpleGrantedAuthority("ROLE_PERSON")));
    this.person = account.person();
    this.epoch = account.epoch();
  }

  public UUID person() {
    return person;
  }

  public long epoch() {
    return epoch;
  }
}

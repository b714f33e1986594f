package org.plenary.site;

import org.plenary.people.People;
import org.plenary.ui.Fiction;
import org.springframework.stereotype.Component;

/**
 * Whether this is the sample partnership, so that every page can say that it is fiction. It is
 * loaded before the doors open or never, so asking once is enough. Thread-safe.
 */
@Component
class Sample implements Fiction {
  private final People people;
  private volatile int known;

  Sample(People people) {
    this.people = people;
  }

  /** Told by an address that nobody can have. */
  @Override
  public boolean isLoaded() {
    if (known == 0) {
      known = people.accountFor("secretariat@example.org").isPresent() ? 1 : -1;
    }
    return known == 1;
  }
}

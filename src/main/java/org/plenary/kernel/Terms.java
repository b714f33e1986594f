package org.plenary.kernel;

import java.util.Locale;
import java.util.UUID;

/**
 * Reader terms: short words that a subject admits and an actor holds. A person may read a subject
 * when they hold a term it admits and none it excludes. The same words stand in Java, in SQL and in
 * the index, so that one rule has three renderings.
 */
public final class Terms {
  /** Held by everyone, signed in or not. */
  public static final String PUBLIC = "public";

  /** Held by the seats of the secretariat. */
  public static final String SECRETARIAT = "secretariat";

  /** Held by no person: the program itself, following what people did. */
  public static final String SYSTEM = "system";

  private Terms() {}

  /** Held by this one person. */
  public static String person(UUID id) {
    return "person:" + id;
  }

  /** Held by the seats of this body that read what the body reads. */
  public static String body(UUID id) {
    return "body:" + id;
  }

  /** Held by those in this role of this body. */
  public static String seat(SeatRole role, UUID body) {
    return role.name().toLowerCase(Locale.ROOT) + ":" + body;
  }
}

package org.plenary.mail;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Where persons get their mail; answered by the module that knows persons. */
public interface AddressBook {
  /**
   * @param email as it was registered
   * @param zone in which their day begins
   */
  record Entry(String name, String email, ZoneId zone) {}

  /** Those of the persons that exist, in one query. */
  Map<UUID, Entry> entries(Collection<UUID> persons);
}

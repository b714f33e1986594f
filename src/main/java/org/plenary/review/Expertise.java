package org.plenary.review;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What persons say they know of: a socket. Without a bean, candidates are ranked by what they wrote
 * and reviewed alone.
 */
public interface Expertise {
  /**
   * What one person knows.
   *
   * @param themes codes of themes
   * @param countries ISO 3166-1 alpha-2
   * @param words of their own for methods and subjects
   */
  record Known(Set<String> themes, Set<String> countries, Set<String> words) {}

  /** For those of the persons who said anything. */
  Map<UUID, Known> of(Collection<UUID> persons);
}

package org.plenary.shell;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.kernel.NotFoundException;

/** What an address says beyond the name of its page; anyone may type one. */
final class Addresses {
  private static final int LAST = 10_000;

  private Addresses() {}

  /** The number of the page asked for, from 1; the first one for what is no number. */
  static int page(Map<String, List<String>> parameters) {
    String page = parameters.getOrDefault("page", List.of("1")).getFirst();
    return page.matches("[1-9][0-9]{0,4}") ? Math.min(Integer.parseInt(page), LAST) : 1;
  }

  /** An id; what is none leads nowhere. */
  static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new NotFoundException("id " + text);
    }
  }
}

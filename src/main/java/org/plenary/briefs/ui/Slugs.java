package org.plenary.briefs.ui;

import com.vaadin.flow.router.BeforeEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The slug in an address of the workspace. */
final class Slugs {
  private Slugs() {}

  /**
   * Reads it from the address itself: what Flow 25.2.2 passes as parameter was decoded twice, which
   * breaks every letter beyond ASCII (vaadin/flow#25671).
   */
  static String of(BeforeEvent event) {
    return URLDecoder.decode(event.getLocation().getSegments().getLast(), StandardCharsets.UTF_8);
  }
}

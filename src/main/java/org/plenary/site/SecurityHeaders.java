package org.plenary.site;

import jakarta.servlet.http.HttpServletResponse;

/** What every answer of the public site says to the browser, pages and refusals alike. */
final class SecurityHeaders {
  static final String POLICY =
      "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:;"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private SecurityHeaders() {}

  /** For answers that no security filter has passed; what is there already stays. */
  static void write(HttpServletResponse response) {
    add(response, "Content-Security-Policy", POLICY);
    add(response, "X-Content-Type-Options", "nosniff");
    add(response, "X-Frame-Options", "DENY");
    add(response, "Referrer-Policy", "strict-origin-when-cross-origin");
  }

  private static void add(HttpServletResponse response, String name, String value) {
    if (!response.containsHeader(name)) {
      response.setHeader(name, value);
    }
  }
}

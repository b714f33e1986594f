package org.plenary.print;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A page to be set.
 *
 * @param xhtml well-formed, with its styles; two equal pages have the same PDF
 * @param rightToLeft how it runs where nothing else is said
 */
public record Page(String xhtml, boolean rightToLeft) {
  /** Characters that XML 1.0, section 2.2, does not allow, wherever they were pasted from. */
  private static final String FORBIDDEN =
      "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

  public Page {
    xhtml = xhtml.replaceAll(FORBIDDEN, " ");
  }

  /** A name that changes with the page: an ETag that costs no setting. */
  public String tag() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(xhtml.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package org.plenary.files;

import java.util.regex.Pattern;

/**
 * A file as it is kept.
 *
 * @param sha256 64 lower-case hexadecimal digits (FIPS 180-4) of its content: its name and its
 *     proof
 * @param size in bytes
 * @param mediaType decided by content, never by name
 */
public record StoredFile(String sha256, long size, String mediaType) {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  public StoredFile {
    if (!SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("not a SHA-256: " + sha256);
    }
  }

  /** How the name of such a file ends, without the dot. */
  public String extension() {
    return MediaTypes.extension(mediaType);
  }
}

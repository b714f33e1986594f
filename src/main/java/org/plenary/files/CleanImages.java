package org.plenary.files;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Takes out of a picture what says who made it where and with what (Exif, XMP, IPTC, comments), and
 * leaves every point of it as it is. What is not understood stays as it is.
 */
final class CleanImages {
  private static final int SIGNATURE = 8;
  private static final Set<String> TOLD = Set.of("tEXt", "zTXt", "iTXt", "eXIf", "tIME");

  private CleanImages() {}

  static byte[] of(byte[] image) {
    if (image.length > 4 && at(image, 0) == 0xFF && at(image, 1) == 0xD8) {
      return jpeg(image);
    }
    if (image.length > SIGNATURE && at(image, 0) == 0x89 && image[1] == 'P' && image[2] == 'N') {
      return png(image);
    }
    return image;
  }

  /**
   * Drops the segments APP1 (Exif, XMP), APP3 to APP13 (APP13: IPTC), APP15 and comments. APP0,
   * APP2 (colour profile) and APP14 (colour transform) say how the points are meant.
   */
  private static byte[] jpeg(byte[] image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(image.length);
    out.write(image, 0, 2);
    int at = 2;
    while (at + 4 <= image.length && at(image, at) == 0xFF) {
      int marker = at(image, at + 1);
      if (marker == 0xDA) {
        break;
      }
      int length = at(image, at + 2) << 8 | at(image, at + 3);
      if (length < 2 || at + 2 + length > image.length) {
        break;
      }
      boolean application = marker >= 0xE0 && marker <= 0xEF;
      boolean needed = marker == 0xE0 || marker == 0xE2 || marker == 0xEE;
      if (marker != 0xFE && (!application || needed)) {
        out.write(image, at, 2 + length);
      }
      at += 2 + length;
    }
    out.write(image, at, image.length - at);
    return out.toByteArray();
  }

  /** Drops the chunks that hold words or a time. */
  private static byte[] png(byte[] image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(image.length);
    out.write(image, 0, SIGNATURE);
    int at = SIGNATURE;
    while (at + 12 <= image.length) {
      long length =
          (long) at(image, at) << 24
              | at(image, at + 1) << 16
              | at(image, at + 2) << 8
              | at(image, at + 3);
      if (at + 12 + length > image.length) {
        break;
      }
      String type = new String(image, at + 4, 4, StandardCharsets.ISO_8859_1);
      if (!TOLD.contains(type)) {
        out.write(image, at, (int) length + 12);
      }
      at += (int) length + 12;
    }
    return out.toByteArray();
  }

  private static int at(byte[] bytes, int index) {
    return bytes[index] & 0xFF;
  }
}

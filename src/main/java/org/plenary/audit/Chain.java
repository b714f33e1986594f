package org.plenary.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a link: SHA-256 (FIPS 180-4) over the hash before it and what is sealed here.
 *
 * <p>Version 1 of what is hashed: the 32 bytes of the hash before (zeros for the first link), one
 * byte of version, then position, sealing time, and the line's seq, time, actor, name, action,
 * kind, subject and detail. Each of these is four bytes of length and the bytes themselves: numbers
 * and times (microseconds since 1970, UTC) as eight bytes, text as UTF-8, ids as sixteen bytes, all
 * most significant first; what is absent has length -1. So no two different lines read the same.
 */
final class Chain {
  /** What the first link follows. */
  static final String START = "0".repeat(64);

  private static final int VERSION = 1;

  private Chain() {}

  static String hash(String before, long position, LocalDateTime sealedAt, Line line) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
      DataOutputStream out = new DataOutputStream(bytes);
      out.write(HexFormat.of().parseHex(before));
      out.writeByte(VERSION);
      write(out, position);
      write(out, Line.micros(sealedAt));
      write(out, line.seq());
      write(out, Line.micros(line.happenedAt()));
      write(out, line.actor());
      write(out, line.actorName());
      write(out, line.action());
      write(out, line.subjectKind());
      write(out, line.subject());
      write(out, line.detail());
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(DataOutputStream out, long number) throws IOException {
    write(out, ByteBuffer.allocate(Long.BYTES).putLong(number).array());
  }

  private static void write(DataOutputStream out, @Nullable String text) throws IOException {
    write(out, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(DataOutputStream out, byte @Nullable [] value) throws IOException {
    out.writeInt(value == null ? -1 : value.length);
    if (value != null) {
      out.write(value);
    }
  }
}

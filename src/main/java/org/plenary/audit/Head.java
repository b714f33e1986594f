package org.plenary.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * The last link of the chain. Kept elsewhere (on paper, in a mail), it proves later that nothing
 * sealed up to it was changed since.
 *
 * @param installation the database it is of
 * @param position how many lines are sealed
 * @param hash 64 lower-case hexadecimal digits
 */
public record Head(UUID installation, long position, String hash, Instant sealed) {

  /** As one line of JSON. */
  public String json() {
    return "{\"installation\":\"%s\",\"position\":%d,\"hash\":\"%s\",\"sealed\":\"%s\"}"
        .formatted(installation, position, hash, sealed);
  }
}

package org.plenary.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.plenary.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The secrets of invitation links: 256 random bits, of which only the hash is kept here. Since the
 * secret itself is not, a reminder carries a link of its own; the first one stays good beside it.
 */
@Component
class InvitationTokens {
  private final SecureRandom random = new SecureRandom();
  private final AssignmentRepository assignments;
  private final JdbcClient jdbc;
  private final Clock clock;

  InvitationTokens(AssignmentRepository assignments, JdbcClient jdbc, Clock clock) {
    this.assignments = assignments;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  String create() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Another secret for the same invitation; in the transaction of the mail that carries it. */
  String another(UUID assignment) {
    String token = create();
    jdbc.sql(
            "insert into review_invitation_link (token_hash, assignment_id, created_at)"
                + " values (?,?,?)")
        .params(
            hash(token),
            Uuids.bytes(assignment),
            LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
    return token;
  }

  /** The assignment that a link with this secret is for. */
  Optional<Assignment> find(String token) {
    String hash = hash(token);
    return assignments
        .findByTokenHash(hash)
        .or(
            () ->
                jdbc.sql("select assignment_id from review_invitation_link where token_hash = ?")
                    .param(hash)
                    .query((rs, n) -> Uuids.of(rs.getBytes(1)))
                    .optional()
                    .flatMap(assignments::findById));
  }

  static String path(String token) {
    return "/invitations/" + token;
  }

  static String hash(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

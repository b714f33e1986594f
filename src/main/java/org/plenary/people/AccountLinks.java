package org.plenary.people;

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
import java.util.Set;
import java.util.UUID;
import org.plenary.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The secrets of account links: 256 random bits, of which only the hash is kept here. Each is for
 * one purpose and can be used once; using one ends the person's others. Thread-safe.
 */
@Component
class AccountLinks {
  private static final String USABLE =
      " from account_link l join person p on p.id = l.person_id"
          + " where l.token_hash = :token and l.used_at is null and l.expires_at > :now";
  private final SecureRandom random = new SecureRandom();
  private final JdbcClient jdbc;
  private final Clock clock;

  AccountLinks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Makes a link and gives its secret, which is to go into a mail and nowhere else. */
  String create(UUID person, LinkPurpose purpose) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    jdbc.sql(
            "insert into account_link (token_hash, person_id, purpose, created_at, expires_at)"
                + " values (?,?,?,?,?)")
        .params(
            hash(token), Uuids.bytes(person), purpose.name(), now(), now().plus(purpose.lasts()))
        .update();
    return token;
  }

  /** What can be done with the link now. */
  Optional<AccountLink> look(String token) {
    return jdbc.sql("select l.purpose, p.name, p.email" + USABLE)
        .param("token", hash(token))
        .param("now", now())
        .query(
            (rs, n) ->
                new AccountLink(
                    LinkPurpose.valueOf(rs.getString(1)), rs.getString(2), rs.getString(3)))
        .optional();
  }

  /** Uses the link if it can be, for one of these purposes; whose it was. */
  Optional<UUID> use(String token, Set<LinkPurpose> purposes) {
    Optional<UUID> person =
        jdbc.sql("select l.person_id" + USABLE + " and l.purpose in (:purposes)")
            .param("token", hash(token))
            .param("now", now())
            .param("purposes", purposes.stream().map(Enum::name).toList())
            .query((rs, n) -> Uuids.of(rs.getBytes(1)))
            .optional();
    // Of two who come at once, only one makes the row used.
    return person.filter(
        id -> {
          int used =
              jdbc.sql(
                      "update account_link set used_at = ? where token_hash = ? and used_at is null")
                  .params(now(), hash(token))
                  .update();
          end(id);
          return used == 1;
        });
  }

  /** Ends every link of the person that could still be used. */
  void end(UUID person) {
    jdbc.sql("update account_link set used_at = ? where person_id = ? and used_at is null")
        .params(now(), Uuids.bytes(person))
        .update();
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static String hash(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

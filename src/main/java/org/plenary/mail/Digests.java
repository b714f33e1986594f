package org.plenary.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plenary.kernel.Uuids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one mail of the day: at seven in the person's zone, what came since and was not read in the
 * inbox; none if there is nothing. A primary key of person and day keeps it to one, however many
 * nodes look. A house that was down at seven writes it when it is up again. Thread-safe.
 */
@Component
class Digests {
  static final LocalTime HOUR = LocalTime.of(7, 0);
  private static final int MOST = 50;
  private static final Logger LOG = LoggerFactory.getLogger(Digests.class);
  private final JdbcClient jdbc;
  private final AddressBook addresses;
  private final MailServer server;
  private final Deliveries deliveries;
  private final MessageSource texts;
  private final BaseUrl site;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Digests(
      JdbcClient jdbc,
      AddressBook addresses,
      MailServer server,
      Deliveries deliveries,
      MessageSource texts,
      BaseUrl site,
      TransactionTemplate transaction,
      Clock clock) {
    this.jdbc = jdbc;
    this.addresses = addresses;
    this.server = server;
    this.deliveries = deliveries;
    this.texts = texts;
    this.site = site;
    this.transaction = transaction;
    this.clock = clock;
  }

  private record Item(UUID mail, String subject, boolean read) {}

  @Scheduled(fixedDelayString = "${plenary.mail.digest-every}")
  void look() {
    if (server.isConfigured()) {
      work();
    }
  }

  /** Writes the digests whose hour has come; returns how many. */
  int work() {
    Map<UUID, Instant> oldest =
        jdbc
            .sql(
                "select m.recipient_id, min(m.created_at) from mail_delivery d"
                    + " join mail m on m.id = d.mail_id where d.state = 'DIGEST'"
                    + " group by m.recipient_id")
            .query(
                (rs, n) ->
                    Map.entry(
                        Uuids.of(rs.getBytes(1)),
                        rs.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC)))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    int written = 0;
    for (var person : addresses.entries(oldest.keySet()).entrySet()) {
      ZonedDateTime hour = lastHour(person.getValue().zone());
      if (oldest.get(person.getKey()) instanceof Instant first
          && first.isBefore(hour.toInstant())
          && write(person.getKey(), hour)) {
        written++;
      }
    }
    return written;
  }

  /** The digest's hour of today, or of yesterday before it has come. */
  private ZonedDateTime lastHour(ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    // Where the clocks skip this hour, it is the moment after the gap.
    ZonedDateTime hour = ZonedDateTime.of(today, HOUR, zone);
    return hour.toInstant().isAfter(clock.instant())
        ? ZonedDateTime.of(today.minusDays(1), HOUR, zone)
        : hour;
  }

  private boolean write(UUID person, ZonedDateTime hour) {
    try {
      return Boolean.TRUE.equals(transaction.execute(status -> compose(person, hour)));
    } catch (DuplicateKeyException e) {
      // Another node was quicker, or today's is out already: what is left goes into tomorrow's.
      LOG.debug("digest of {} for {} was there", hour.toLocalDate(), person);
      return false;
    }
  }

  private boolean compose(UUID person, ZonedDateTime hour) {
    List<Item> items =
        jdbc.sql(
                "select m.id, m.subject, m.read_at from mail_delivery d"
                    + " join mail m on m.id = d.mail_id where d.state = 'DIGEST'"
                    + " and m.recipient_id = ? and m.created_at < ? order by m.created_at, m.id")
            .params(Uuids.bytes(person), Deliveries.at(hour.toInstant()))
            .query(
                (rs, n) ->
                    new Item(Uuids.of(rs.getBytes(1)), rs.getString(2), rs.getObject(3) != null))
            .list();
    settle(items.stream().filter(Item::read).toList(), DeliveryState.NONE, null);
    List<Item> fresh = items.stream().filter(item -> !item.read()).toList();
    if (fresh.isEmpty()) {
      return false;
    }
    UUID id = Uuids.v7(clock.instant());
    jdbc.sql(
            "insert into mail (id, recipient_id, kind, subject, body, why, path, created_at)"
                + " values (?,?,?,?,?,?,?,?)")
        .params(
            Uuids.bytes(id),
            Uuids.bytes(person),
            Topics.DIGEST,
            text("mail.digest.subject", fresh.size()),
            text("mail.digest.body", lines(fresh)),
            text("mail.digest.why"),
            "/workspace/inbox",
            Deliveries.at(clock.instant()))
        .update();
    jdbc.sql("insert into mail_digest (person_id, on_day, mail_id) values (?,?,?)")
        .params(Uuids.bytes(person), hour.toLocalDate(), Uuids.bytes(id))
        .update();
    deliveries.add(id, DeliveryState.WAITING, site.host());
    settle(fresh, DeliveryState.DIGESTED, id);
    return true;
  }

  /** Each leads to the inbox, where one is signed in: a digest repeats no secret link. */
  private String lines(List<Item> items) {
    String lines =
        items.stream()
            .limit(MOST)
            .map(
                item ->
                    "* "
                        + Lines.unlinked(item.subject())
                        + "\n  "
                        + site.of("/workspace/inbox/" + item.mail()))
            .collect(Collectors.joining("\n\n"));
    return items.size() > MOST
        ? lines + "\n\n" + text("mail.digest.more", items.size() - MOST)
        : lines;
  }

  private void settle(
      List<Item> items, DeliveryState state, @org.jspecify.annotations.Nullable UUID digest) {
    for (Item item : items) {
      jdbc.sql(
              "update mail_delivery set state = ?, digest_id = ?"
                  + " where mail_id = ? and state = 'DIGEST'")
          .param(state.name())
          .param(digest == null ? null : Uuids.bytes(digest))
          .param(Uuids.bytes(item.mail()))
          .update();
    }
  }

  private String text(String key, Object... arguments) {
    return texts.getMessage(key, arguments, Locale.ENGLISH);
  }
}

package org.plenary.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.audit.Audit;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Uuids;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The outbox as the secretariat oversees it. A line that would tell the actor what they may not
 * know is left out of list and count; so is one that does not say what it is about, unless its kind
 * is about no record. A digest is listed if everything it names is. Thread-safe.
 */
@Service
public class Oversight {
  /** How far back the outbox shows. */
  public static final Duration SHOWN = Duration.ofDays(90);

  private final JdbcClient jdbc;
  private final Map<String, MailReaders> readers;
  private final Topics topics;
  private final AddressBook addresses;
  private final Deliveries deliveries;
  private final Audit audit;
  private final MessageSource texts;
  private final Clock clock;

  Oversight(
      JdbcClient jdbc,
      List<MailReaders> readers,
      Topics topics,
      AddressBook addresses,
      Deliveries deliveries,
      Audit audit,
      MessageSource texts,
      Clock clock) {
    this.jdbc = jdbc;
    this.readers = readers.stream().collect(Collectors.toMap(MailReaders::kind, r -> r));
    this.topics = topics;
    this.addresses = addresses;
    this.deliveries = deliveries;
    this.audit = audit;
    this.texts = texts;
    this.clock = clock;
  }

  /** What is listed. */
  public enum Filter {
    ALL("d.state is null or d.state is not null"),
    /** Not out yet, but on its way. */
    WAITING("d.state in ('WAITING', 'DIGEST')"),
    FAILED("d.state = 'FAILED'");

    private final String where;

    Filter(String where) {
      this.where = where;
    }
  }

  private record Row(
      UUID id,
      UUID recipient,
      String kind,
      String subject,
      String body,
      Instant written,
      @Nullable UUID about,
      DeliveryState state,
      int attempts,
      @Nullable Instant next,
      @Nullable Instant sent,
      @Nullable String failure) {}

  /** Whether the actor has an outbox to look at. */
  public boolean mayOversee(Actor actor) {
    return MailAccess.mayOversee(actor);
  }

  /** How many lines of the outbox the actor may see. */
  public int count(Actor actor, Filter filter) {
    return count(known(actor), filter);
  }

  /** Lines of the outbox, newest first. */
  public List<OutboxLine> outbox(Actor actor, Filter filter, int offset, int limit) {
    Set<UUID> known = known(actor);
    List<Row> rows =
        jdbc.sql(
                "select m.id, m.recipient_id, m.kind, m.subject, m.body, m.created_at, m.about_id,"
                    + " coalesce(d.state, 'NONE'), coalesce(d.attempts, 0), d.next_at, d.sent_at,"
                    + " d.failure from mail m"
                    + " left join mail_delivery d on d.mail_id = m.id where "
                    + where(filter)
                    + " order by m.created_at desc, m.id desc limit "
                    + limit
                    + " offset "
                    + offset)
            .params(parameters(known))
            .query(Oversight::row)
            .list();
    Set<UUID> readable = readable(actor, rows);
    Map<UUID, AddressBook.Entry> names =
        addresses.entries(rows.stream().map(Row::recipient).distinct().toList());
    return rows.stream()
        .map(row -> line(row, names.get(row.recipient()), readable.contains(row.about())))
        .toList();
  }

  /** Sends a mail that was given up once more; for who may see its line. */
  @Transactional
  public void sendAgain(Actor actor, UUID mail) {
    if (!sees(actor, mail)) {
      throw new NotFoundException("mail " + mail);
    }
    if (!deliveries.again(mail)) {
      throw new DomainException("mail.again.state");
    }
    audit.record(actor, "mail.again", "mail", mail, null);
  }

  private boolean sees(Actor actor, UUID mail) {
    Map<String, Object> parameters = parameters(known(actor));
    parameters.put("mail", Uuids.bytes(mail));
    return jdbc.sql(
                "select count(*) from mail m left join mail_delivery d on d.mail_id = m.id"
                    + " where m.id = :mail and "
                    + where(Filter.ALL))
            .params(parameters)
            .query(Integer.class)
            .single()
        > 0;
  }

  private int count(Set<UUID> known, Filter filter) {
    return jdbc.sql(
            "select count(*) from mail m left join mail_delivery d on d.mail_id = m.id where "
                + where(filter))
        .params(parameters(known))
        .query(Integer.class)
        .single();
  }

  private static String where(Filter filter) {
    return "m.created_at >= :since and ("
        + filter.where
        + ") and (m.about_id in (:known) or (m.about_id is null and m.kind in (:free))"
        // That somebody has a digest tells that something is in it.
        + " or (m.kind = 'digest' and not exists (select 1 from mail_delivery i"
        + " join mail n on n.id = i.mail_id where i.digest_id = m.id"
        + " and not coalesce(n.about_id in (:known), n.kind in (:free)))))";
  }

  private Map<String, Object> parameters(Set<UUID> known) {
    Map<String, Object> parameters = new java.util.HashMap<>();
    parameters.put("since", since());
    parameters.put("free", topics.aboutNothing());
    // SQL knows no empty list; no id is all zeros.
    parameters.put(
        "known",
        known.isEmpty() ? List.of(new byte[16]) : known.stream().map(Uuids::bytes).toList());
    return parameters;
  }

  private LocalDateTime since() {
    return Deliveries.at(clock.instant().minus(SHOWN));
  }

  /** The records that mails are about and of which the actor may know to whom mails went. */
  private Set<UUID> known(Actor actor) {
    if (!MailAccess.mayOversee(actor)) {
      throw new NotFoundException("outbox");
    }
    Map<String, List<UUID>> about = new java.util.HashMap<>();
    jdbc.sql(
            "select distinct about_kind, about_id from mail"
                + " where created_at >= ? and about_id is not null and about_kind is not null")
        .param(since())
        .query(
            rs -> {
              about
                  .computeIfAbsent(rs.getString(1), k -> new ArrayList<>())
                  .add(Uuids.of(rs.getBytes(2)));
            });
    Set<UUID> known = new HashSet<>();
    about.forEach(
        (kind, ids) -> {
          MailReaders of = readers.get(kind);
          if (of != null) {
            known.addAll(of.known(actor, ids));
          }
        });
    return known;
  }

  private Set<UUID> readable(Actor actor, List<Row> rows) {
    Set<UUID> readable = new HashSet<>();
    Set<UUID> about =
        rows.stream()
            .map(Row::about)
            .filter(java.util.Objects::nonNull)
            .collect(Collectors.toSet());
    if (!about.isEmpty()) {
      // Ids are of one record each, so no reader takes another's for its own.
      readers.values().forEach(of -> readable.addAll(of.readable(actor, about)));
    }
    return readable;
  }

  private OutboxLine line(Row row, AddressBook.@Nullable Entry person, boolean readable) {
    return new OutboxLine(
        row.id(),
        person == null ? "" : person.name(),
        String.valueOf(
            texts.getMessage("mail." + row.kind() + ".name", null, row.kind(), Locale.ENGLISH)),
        row.state(),
        row.attempts(),
        row.written(),
        row.sent(),
        row.next(),
        row.failure(),
        readable ? Lines.masked(row.subject()) : null,
        readable ? Lines.masked(row.body()) : null);
  }

  private static Row row(ResultSet rs, int n) throws SQLException {
    byte[] about = rs.getBytes(7);
    return new Row(
        Uuids.of(rs.getBytes(1)),
        Uuids.of(rs.getBytes(2)),
        rs.getString(3),
        rs.getString(4),
        rs.getString(5),
        rs.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC),
        about == null ? null : Uuids.of(about),
        DeliveryState.valueOf(rs.getString(8)),
        rs.getInt(9),
        instant(rs, 10),
        instant(rs, 11),
        rs.getString(12));
  }

  private static @Nullable Instant instant(ResultSet rs, int column) throws SQLException {
    LocalDateTime at = rs.getObject(column, LocalDateTime.class);
    return at == null ? null : at.toInstant(ZoneOffset.UTC);
  }
}

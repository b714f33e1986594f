package org.plenary.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.kernel.Uuids;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes letters of mails: what it says, its link, why one got it, how to stop. Thread-safe. */
@Component
class Letters {
  private final JdbcClient jdbc;
  private final AddressBook addresses;
  private final Topics topics;
  private final MessageSource texts;
  private final BaseUrl site;

  Letters(
      JdbcClient jdbc, AddressBook addresses, Topics topics, MessageSource texts, BaseUrl site) {
    this.jdbc = jdbc;
    this.addresses = addresses;
    this.topics = topics;
    this.texts = texts;
    this.site = site;
  }

  private record Row(
      UUID mail,
      UUID recipient,
      String kind,
      String subject,
      String body,
      String why,
      String path,
      Instant written,
      String messageId,
      String token) {}

  /** The letters of these mails, by mail; two queries. None for a person who is no more. */
  Map<UUID, MailServer.Letter> of(Collection<UUID> mails) {
    List<Row> rows =
        jdbc.sql(
                "select m.id, m.recipient_id, m.kind, m.subject, m.body, m.why, m.path,"
                    + " m.created_at, d.message_id, d.stop_token"
                    + " from mail m join mail_delivery d on d.mail_id = m.id where m.id in (:ids)")
            .param("ids", mails.stream().map(Uuids::bytes).toList())
            .query(Letters::row)
            .list();
    Map<UUID, AddressBook.Entry> to =
        addresses.entries(rows.stream().map(Row::recipient).distinct().toList());
    Map<UUID, MailServer.Letter> letters = new HashMap<>();
    for (Row row : rows) {
      AddressBook.Entry person = to.get(row.recipient());
      if (person != null) {
        letters.put(row.mail(), letter(row, person));
      }
    }
    return letters;
  }

  private MailServer.Letter letter(Row row, AddressBook.Entry person) {
    boolean digest = row.kind().equals(Topics.DIGEST);
    MailTopic topic = topics.of(row.kind());
    boolean stops = digest || (topic != null && topic.mayStop());
    String stop = stops ? site.of("/mail/stop/" + row.token()) : null;
    String how =
        stop == null
            ? text("mail.how.needed", site.of("/workspace/mail"))
            : text("mail.how.stop", stop, site.of("/workspace/mail"));
    // The links in a digest are the program's own; what people wrote there was taken apart before.
    String body = digest ? row.body() : Lines.unlinked(row.body());
    return new MailServer.Letter(
        row.messageId(),
        row.written(),
        person.name(),
        person.email(),
        row.subject(),
        String.join("\n\n", body, site.of(row.path()), "-- \n" + row.why(), how) + "\n",
        stop);
  }

  private String text(String key, Object... arguments) {
    return texts.getMessage(key, arguments, Locale.ENGLISH);
  }

  private static Row row(ResultSet rs, int n) throws SQLException {
    return new Row(
        Uuids.of(rs.getBytes(1)),
        Uuids.of(rs.getBytes(2)),
        rs.getString(3),
        rs.getString(4),
        rs.getString(5),
        rs.getString(6),
        rs.getString(7),
        rs.getObject(8, LocalDateTime.class).toInstant(ZoneOffset.UTC),
        rs.getString(9),
        rs.getString(10));
  }
}

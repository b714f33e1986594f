package org.plenary.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.plenary.audit.Audit;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Uuids;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The outbox and everyone's inbox. Thread-safe. */
@Service
public class Outbox {
  // An account link opened from the inbox would let a borrowed session set another password.
  private static final String IN_INBOX = "kind not like 'link.%'";
  private final JdbcClient jdbc;
  private final MessageSource texts;
  private final Audit audit;
  private final Clock clock;
  private final String baseUrl;

  Outbox(
      JdbcClient jdbc,
      MessageSource texts,
      Audit audit,
      Clock clock,
      @Value("${plenary.base-url}") String baseUrl) {
    this.jdbc = jdbc;
    this.texts = texts;
    this.audit = audit;
    this.clock = clock;
    this.baseUrl = baseUrl;
  }

  /** Writes the mail in the transaction of the fact it tells of: both happen or neither. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void send(MailDraft draft) {
    Object[] arguments = draft.arguments().toArray();
    String key = "mail." + draft.kind();
    jdbc.sql(
            "insert into mail (id, recipient_id, kind, subject, body, why, path, created_at)"
                + " values (?,?,?,?,?,?,?,?)")
        .params(
            Uuids.bytes(Uuids.v7(clock.instant())),
            Uuids.bytes(draft.recipient()),
            draft.kind(),
            // A subject is one line whatever a title holds.
            text(key + ".subject", arguments).replaceAll("\\s+", " "),
            text(key + ".body", arguments),
            text(key + ".why", arguments),
            draft.path(),
            LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
  }

  /** The actor's own mails, newest first; but those whose link stands for a password. */
  public List<Mail> inbox(Actor actor, int offset, int limit) {
    return jdbc.sql(
            "select id, created_at, subject, body, why, path, read_at from mail"
                + " where recipient_id = ? and "
                + IN_INBOX
                + " order by created_at desc, id desc limit ? offset ?")
        .params(Uuids.bytes(actor.id()), limit, offset)
        .query(this::mail)
        .list();
  }

  /** How many mails the actor has, and how many are unread. */
  public Counts counts(Actor actor) {
    return jdbc.sql(
            "select count(*), count(*) - count(read_at) from mail where recipient_id = ? and "
                + IN_INBOX)
        .param(Uuids.bytes(actor.id()))
        .query((rs, n) -> new Counts(rs.getInt(1), rs.getInt(2)))
        .single();
  }

  public record Counts(int all, int unread) {}

  /** Marks the actor's own mail as read; that of another stays as it is. */
  @Transactional
  public void read(Actor actor, UUID mail) {
    int marked =
        jdbc.sql(
                "update mail set read_at = ? where id = ? and recipient_id = ? and read_at is null")
            .params(
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                Uuids.bytes(mail),
                Uuids.bytes(actor.id()))
            .update();
    if (marked > 0) {
      audit.record(actor, "mail.read", "mail", mail, null);
    }
  }

  private String text(String key, Object[] arguments) {
    return texts.getMessage(key, arguments, Locale.ENGLISH);
  }

  private Mail mail(ResultSet rs, int n) throws SQLException {
    return new Mail(
        Uuids.of(rs.getBytes("id")),
        rs.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        rs.getString("subject"),
        rs.getString("body"),
        rs.getString("why"),
        baseUrl + rs.getString("path"),
        rs.getObject("read_at", LocalDateTime.class) != null);
  }
}

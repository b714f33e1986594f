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
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Uuids;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The outbox and everyone's inbox. Thread-safe. */
@Service
public class Outbox {
  // A digest only names what is in the inbox already; an account link opened from the inbox would
  // let a borrowed session set another password.
  private static final String MINE =
      " from mail where recipient_id = ? and kind <> 'digest' and kind not like 'link.%'";
  private static final String LINK = "link.";
  private static final String COLUMNS =
      "select id, created_at, subject, body, why, path, read_at" + MINE;
  private final JdbcClient jdbc;
  private final MessageSource texts;
  private final Audit audit;
  private final Deliveries deliveries;
  private final MailChoices choices;
  private final MailServer server;
  private final BaseUrl site;
  private final AddressBook addresses;
  private final Clock clock;

  Outbox(
      JdbcClient jdbc,
      MessageSource texts,
      Audit audit,
      Deliveries deliveries,
      MailChoices choices,
      MailServer server,
      BaseUrl site,
      AddressBook addresses,
      Clock clock) {
    this.jdbc = jdbc;
    this.texts = texts;
    this.audit = audit;
    this.deliveries = deliveries;
    this.choices = choices;
    this.server = server;
    this.site = site;
    this.addresses = addresses;
    this.clock = clock;
  }

  /** Writes the mail in the transaction of the fact it tells of: both happen or neither. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void send(MailDraft draft) {
    Object[] arguments = draft.arguments().toArray();
    String key = "mail." + draft.kind();
    UUID id = Uuids.v7(clock.instant());
    MailDraft.About about = draft.about();
    jdbc.sql(
            "insert into mail (id, recipient_id, kind, subject, body, why, path, created_at,"
                + " about_kind, about_id) values (?,?,?,?,?,?,?,?,?,?)")
        .param(Uuids.bytes(id))
        .param(Uuids.bytes(draft.recipient()))
        .param(draft.kind())
        .param(Lines.one(text(key + ".subject", arguments)))
        .param(text(key + ".body", arguments))
        .param(text(key + ".why", arguments))
        .param(draft.path())
        .param(Deliveries.at(clock.instant()))
        .param(about == null ? null : about.kind())
        .param(about == null ? null : Uuids.bytes(about.id()))
        .update();
    deliveries.add(id, state(draft), site.host());
    if (draft.kind().startsWith(LINK) && !server.isConfigured() && site.isLocal()) {
      sayHere(draft);
    }
  }

  /**
   * Says on the terminal what would go by mail and stands in no inbox: whoever tries the house by
   * themself could open no account else. Never where others reach it, for the link is a secret.
   */
  private void sayHere(MailDraft draft) {
    AddressBook.Entry to = addresses.entries(List.of(draft.recipient())).get(draft.recipient());
    if (to != null) {
      System.out.println(text("mail.here", new Object[] {to.email(), site.of(draft.path())}));
    }
  }

  private DeliveryState state(MailDraft draft) {
    if (!server.isConfigured()) {
      return DeliveryState.NONE;
    }
    return switch (choices.way(draft.recipient(), draft.kind(), draft.path())) {
      case AT_ONCE -> DeliveryState.WAITING;
      case DIGEST -> DeliveryState.DIGEST;
      case INBOX -> DeliveryState.NONE;
    };
  }

  /** The actor's own mails, newest first; but those whose link stands for a password. */
  public List<Mail> inbox(Actor actor, int offset, int limit) {
    return inbox(actor, false, offset, limit);
  }

  /**
   * The actor's own mails, newest first.
   *
   * @param unread only those not read yet
   */
  public List<Mail> inbox(Actor actor, boolean unread, int offset, int limit) {
    return jdbc.sql(
            COLUMNS
                + (unread ? " and read_at is null" : "")
                + " order by created_at desc, id desc limit ? offset ?")
        .params(Uuids.bytes(actor.id()), limit, offset)
        .query(this::mail)
        .list();
  }

  /** One of the actor's own mails. */
  public Mail mail(Actor actor, UUID id) {
    return jdbc.sql(COLUMNS + " and id = ?")
        .params(Uuids.bytes(actor.id()), Uuids.bytes(id))
        .query(this::mail)
        .optional()
        .orElseThrow(() -> new NotFoundException("mail " + id));
  }

  /** How many mails the actor has, and how many are unread. */
  public Counts counts(Actor actor) {
    return jdbc.sql("select count(*), count(*) - count(read_at)" + MINE)
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
            .params(Deliveries.at(clock.instant()), Uuids.bytes(mail), Uuids.bytes(actor.id()))
            .update();
    if (marked > 0) {
      audit.record(actor, "mail.read", "mail", mail, null);
    }
  }

  /** Marks all of the actor's mails as read; returns how many were not. */
  @Transactional
  public int readAll(Actor actor) {
    int marked =
        jdbc.sql("update mail set read_at = ? where recipient_id = ? and read_at is null")
            .params(Deliveries.at(clock.instant()), Uuids.bytes(actor.id()))
            .update();
    if (marked > 0) {
      audit.record(actor, "mail.read", "person", actor.id(), "all " + marked);
    }
    return marked;
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
        site.of(rs.getString("path")),
        rs.getObject("read_at", LocalDateTime.class) != null);
  }
}

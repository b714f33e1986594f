package org.plenary.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The server that takes mail out of the house, if one is configured. Thread-safe. */
@Component
class MailServer {
  private static final String MILLIS = "20000";
  private final @Nullable URI url;
  private final String user;
  private final String password;
  private final String from;
  private final String replyTo;
  private final String house;

  /**
   * @param url {@code smtp://host:587} or {@code smtps://host:465}; empty for none
   */
  MailServer(
      @Value("${plenary.smtp.url}") String url,
      @Value("${plenary.smtp.user}") String user,
      @Value("${plenary.smtp.password}") String password,
      @Value("${plenary.mail.from}") String from,
      @Value("${plenary.mail.reply-to}") String replyTo,
      MessageSource texts) {
    this.url = url.isBlank() ? null : server(url.strip());
    this.user = user;
    this.password = password;
    this.from = from.strip();
    this.replyTo = replyTo.strip();
    this.house = texts.getMessage("site.name", null, Locale.ENGLISH);
    if (this.url != null) {
      require(this.from, "PLENARY_MAIL_FROM");
      if (!this.replyTo.isEmpty()) {
        require(this.replyTo, "PLENARY_MAIL_REPLY_TO");
      }
    }
  }

  /**
   * A mail as it goes out; two with the same id are one mail for whoever gets both.
   *
   * @param stop the address that stops such mails; null where they cannot be stopped
   */
  record Letter(
      String messageId,
      Instant written,
      String name,
      String email,
      String subject,
      String text,
      @Nullable String stop) {}

  boolean isConfigured() {
    return url != null;
  }

  /** Host and port, for people. */
  String name() {
    return url == null ? "" : url.getHost() + ":" + port(url);
  }

  /** Opens a connection for several letters. */
  Line open() throws MessagingException {
    URI server = url;
    if (server == null) {
      throw new IllegalStateException("no mail server is configured");
    }
    Session session = Session.getInstance(properties(server));
    Transport transport = session.getTransport(server.getScheme());
    transport.connect(
        server.getHost(),
        port(server),
        user.isEmpty() ? null : user,
        user.isEmpty() ? null : password);
    return new Line(session, transport);
  }

  /** An open connection; used by one thread. */
  final class Line implements AutoCloseable {
    private final Session session;
    private final Transport transport;

    private Line(Session session, Transport transport) {
      this.session = session;
      this.transport = transport;
    }

    /** Hands a letter over; when this returns, the server has it. */
    void send(Letter letter) throws MessagingException {
      MimeMessage message = message(session, letter);
      transport.sendMessage(message, message.getAllRecipients());
    }

    boolean isOpen() {
      return transport.isConnected();
    }

    @Override
    public void close() {
      try {
        transport.close();
      } catch (MessagingException e) {
        // What was handed over is with the server; there is nothing left to lose.
      }
    }
  }

  private MimeMessage message(Session session, Letter letter) throws MessagingException {
    MimeMessage message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", letter.messageId());
          }
        };
    message.setFrom(address(from, house));
    if (!replyTo.isEmpty()) {
      message.setReplyTo(new Address[] {address(replyTo, house)});
    }
    message.setRecipient(Message.RecipientType.TO, address(letter.email(), letter.name()));
    message.setSubject(Lines.one(letter.subject()), "UTF-8");
    message.setSentDate(Date.from(letter.written()));
    // So that no absence note answers, and no list takes it for a person's (RFC 3834).
    message.setHeader("Auto-Submitted", "auto-generated");
    if (letter.stop() != null) {
      message.setHeader("List-Unsubscribe", "<" + letter.stop() + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    message.setText(letter.text(), "UTF-8", "plain");
    message.saveChanges();
    return message;
  }

  /** One address and no more, whatever was registered. */
  private static InternetAddress address(String email, String name) throws MessagingException {
    if (!email.equals(Lines.one(email)) || email.indexOf(',') >= 0 || email.indexOf('<') >= 0) {
      throw new AddressException("not one address", email);
    }
    InternetAddress address = new InternetAddress(email, true);
    try {
      address.setPersonal(Lines.one(name), "UTF-8");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
    return address;
  }

  /** Encrypted wherever the server can; a password is never sent in the clear. */
  private Properties properties(URI server) {
    String scheme = server.getScheme();
    Properties properties = new Properties();
    properties.put("mail." + scheme + ".connectiontimeout", MILLIS);
    properties.put("mail." + scheme + ".timeout", MILLIS);
    properties.put("mail." + scheme + ".writetimeout", MILLIS);
    properties.put("mail." + scheme + ".auth", String.valueOf(!user.isEmpty()));
    properties.put("mail.smtp.starttls.enable", "true");
    properties.put("mail.smtp.starttls.required", String.valueOf(!user.isEmpty()));
    return properties;
  }

  private static int port(URI server) {
    if (server.getPort() > 0) {
      return server.getPort();
    }
    return server.getScheme().equals("smtps") ? 465 : 587;
  }

  private static URI server(String url) {
    try {
      URI server = URI.create(url);
      String scheme = String.valueOf(server.getScheme());
      if ((scheme.equals("smtp") || scheme.equals("smtps"))
          && server.getHost() != null
          && server.getUserInfo() == null) {
        return server;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new IllegalStateException(
        "PLENARY_SMTP_URL is smtp://host:587 or smtps://host:465, with user and password apart");
  }

  private static void require(String address, String variable) {
    try {
      address(address, "");
    } catch (MessagingException e) {
      throw new IllegalStateException(
          "PLENARY_SMTP_URL is set, so " + variable + " must be one mail address");
    }
  }
}

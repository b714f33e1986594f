package org.plenary.mail;

import jakarta.annotation.PreDestroy;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Hands what is due to the mail server, outside of any transaction. A letter is handed over again
 * if the process ends between the server's yes and the note of it; the same Message-ID makes both
 * one mail. Several may work at a time, here or on other nodes.
 */
@Component
class Postman {
  private static final int BATCH = 20;
  private static final int BATCHES = 50;

  /** So long before its lease ends a letter is not begun any more. */
  private static final Duration MARGIN = Duration.ofMinutes(2);

  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
  private final MailServer server;
  private final Deliveries deliveries;
  private final Letters letters;
  private final MessageSource texts;
  private final Clock clock;
  private final AtomicReference<@Nullable Thread> round = new AtomicReference<>();
  private volatile String problem = "";
  private volatile boolean stopping;

  Postman(
      MailServer server, Deliveries deliveries, Letters letters, MessageSource texts, Clock clock) {
    this.server = server;
    this.deliveries = deliveries;
    this.letters = letters;
    this.texts = texts;
    this.clock = clock;
  }

  /** A mail server may be slow; the scheduler's thread has other things to do. */
  @Scheduled(fixedDelayString = "${plenary.mail.send-every}")
  void goRound() {
    if (server.isConfigured() && round.get() == null) {
      Thread thread =
          Thread.ofVirtual()
              .name("postman")
              .unstarted(
                  () -> {
                    try {
                      work();
                    } catch (DataAccessException | TransactionException e) {
                      LOG.warn("No mail was sent; tried again soon: {}", e.getMessage());
                    } finally {
                      round.set(null);
                    }
                  });
      round.set(thread);
      thread.start();
    }
  }

  @PreDestroy
  void stop() throws InterruptedException {
    stopping = true;
    Thread thread = round.get();
    if (thread != null) {
      thread.join(Duration.ofSeconds(20));
    }
  }

  /** Sends what is due; returns how many letters the server took. */
  int work() {
    int sent = 0;
    for (int i = 0; i < BATCHES && !stopping; i++) {
      Deque<Deliveries.Taken> batch = new ArrayDeque<>(deliveries.take(BATCH));
      if (batch.isEmpty()) {
        break;
      }
      sent += send(batch);
      if (!problem.isEmpty()) {
        break;
      }
    }
    return sent;
  }

  private int send(Deque<Deliveries.Taken> batch) {
    Map<UUID, MailServer.Letter> of =
        letters.of(batch.stream().map(Deliveries.Taken::mail).toList());
    int sent = 0;
    try (MailServer.Line line = server.open()) {
      say("");
      // What is left when the lease is nearly over, or the process ends, falls due by itself.
      while (!batch.isEmpty() && !stopping && mayBegin(batch.getFirst()) && line.isOpen()) {
        Deliveries.Taken one = batch.removeFirst();
        if (send(line, one, of.get(one.mail()))) {
          sent++;
        }
      }
      if (!batch.isEmpty() && !line.isOpen()) {
        batch.forEach(one -> deliveries.later(one, text("delivery.broken", server.name())));
      }
    } catch (MessagingException e) {
      String key =
          e instanceof AuthenticationFailedException ? "delivery.signIn" : "delivery.unreachable";
      String why = texts.getMessage(key, new Object[] {server.name()}, Locale.ENGLISH);
      say(why + ": " + e.getMessage());
      batch.forEach(one -> deliveries.later(one, why));
    }
    return sent;
  }

  private boolean mayBegin(Deliveries.Taken one) {
    return clock.instant().isBefore(one.until().minus(MARGIN));
  }

  private boolean send(
      MailServer.Line line, Deliveries.Taken one, MailServer.@Nullable Letter letter) {
    if (letter == null) {
      deliveries.failed(one, text("delivery.nobody"));
      return false;
    }
    try {
      line.send(letter);
      deliveries.sent(one);
      return true;
    } catch (AddressException e) {
      deliveries.failed(one, text("delivery.address"));
    } catch (MessagingException e) {
      String said = said(e);
      if (isForGood(e)) {
        deliveries.failed(one, text("delivery.refused", said));
      } else {
        deliveries.later(one, text("delivery.notTaken", said));
      }
    }
    return false;
  }

  /** The server refused the recipient and not the moment, so it will again. */
  private static boolean isForGood(MessagingException e) {
    return e instanceof SendFailedException refused
        && refused.getInvalidAddresses() != null
        && refused.getInvalidAddresses().length > 0;
  }

  /** The server's own words, which the last of the chained exceptions has. */
  private static String said(MessagingException e) {
    MessagingException last = e;
    while (last.getNextException() instanceof MessagingException next) {
      last = next;
    }
    return String.valueOf(last.getMessage());
  }

  /** Once for each change, not for each letter. */
  private void say(String now) {
    if (!now.equals(problem)) {
      problem = now;
      if (now.isEmpty()) {
        LOG.info("The mail server {} takes mail again", server.name());
      } else {
        LOG.warn("{}; mail waits and is tried again", now);
      }
    }
  }

  private String text(String key, Object... arguments) {
    return texts.getMessage(key, arguments, Locale.ENGLISH);
  }
}

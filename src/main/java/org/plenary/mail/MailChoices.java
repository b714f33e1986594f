package org.plenary.mail;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.audit.Audit;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which mails reach a person how, by topic. Thread-safe. */
@Service
public class MailChoices {
  private final JdbcClient jdbc;
  private final Topics topics;
  private final AddressBook addresses;
  private final MailServer server;
  private final Audit audit;

  MailChoices(
      JdbcClient jdbc, Topics topics, AddressBook addresses, MailServer server, Audit audit) {
    this.jdbc = jdbc;
    this.topics = topics;
    this.addresses = addresses;
    this.server = server;
    this.audit = audit;
  }

  /** A topic with the way it goes now. */
  public record Choice(String topic, Way usual, Way way, boolean mayStop) {}

  /**
   * What the link of a mail stops.
   *
   * @param topic null for the digest: everything that comes in it
   */
  public record Stop(String person, @Nullable String topic, boolean stopped) {}

  private record Link(UUID person, String kind) {}

  /** Whether this house sends mail out at all. */
  public boolean sendsOut() {
    return server.isConfigured();
  }

  /** When the mail of the day is written, in each person's zone. */
  public LocalTime hour() {
    return Digests.HOUR;
  }

  /** The topics with the actor's choices. */
  public List<Choice> of(Actor actor) {
    return choices(actor.id());
  }

  /** Chooses the way of a topic's mails; what waits already follows. */
  @Transactional
  public void choose(Actor actor, String topic, Way way) {
    MailTopic chosen = topics.named(topic);
    if (chosen == null) {
      throw new NotFoundException("mail topic " + topic);
    }
    if (!chosen.mayStop()) {
      throw new DomainException("mail.choose.needed");
    }
    set(actor.id(), chosen, way);
    audit.record(actor, "mail.chosen", "person", actor.id(), topic + " " + way);
  }

  /** What the link with this secret stops; looking changes nothing. */
  @Transactional(readOnly = true)
  public Optional<Stop> look(Actor actor, String token) {
    return link(token).map(this::stop);
  }

  /**
   * Stops what the link with this secret is for: holding it is what shows who acts. The mails stay
   * in the inbox. Empty for an unknown secret; twice does no harm.
   */
  @Transactional
  public Optional<Stop> stop(Actor actor, String token) {
    Optional<Link> found = link(token);
    found.ifPresent(
        link -> {
          for (MailTopic topic : stopped(link)) {
            set(link.person(), topic, Way.INBOX);
          }
          Actor holder = new Actor(link.person(), stop(link).person(), Set.of(), Set.of());
          audit.record(holder, "mail.stopped", "person", link.person(), link.kind());
        });
    return found.map(this::stop);
  }

  /** How a mail of this kind reaches the person now. */
  Way way(UUID person, String kind, String path) {
    MailTopic topic = topics.of(kind);
    // Who must have the link to go on waits for it.
    if (Lines.isSecret(path)) {
      return Way.AT_ONCE;
    }
    return topic == null ? Way.DIGEST : way(topic, chosen(person));
  }

  private static Way way(MailTopic topic, Map<String, Way> chosen) {
    return topic.mayStop() ? chosen.getOrDefault(topic.name(), topic.usual()) : topic.usual();
  }

  private List<Choice> choices(UUID person) {
    Map<String, Way> chosen = chosen(person);
    return topics.all().stream()
        .map(t -> new Choice(t.name(), t.usual(), way(t, chosen), t.mayStop()))
        .toList();
  }

  private Map<String, Way> chosen(UUID person) {
    return jdbc
        .sql("select topic, way from mail_choice where person_id = ?")
        .param(Uuids.bytes(person))
        .query((rs, n) -> Map.entry(rs.getString(1), Way.valueOf(rs.getString(2))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private void set(UUID person, MailTopic topic, Way way) {
    jdbc.sql("delete from mail_choice where person_id = ? and topic = ?")
        .params(Uuids.bytes(person), topic.name())
        .update();
    if (way != topic.usual()) {
      jdbc.sql("insert into mail_choice (person_id, topic, way) values (?,?,?)")
          .params(Uuids.bytes(person), topic.name(), way.name())
          .update();
    }
    if (way == Way.INBOX) {
      jdbc.sql(
              "update mail_delivery set state = 'NONE' where state = 'DIGEST' and mail_id in"
                  + " (select id from mail where recipient_id = :person and kind in (:kinds))")
          .param("person", Uuids.bytes(person))
          .param("kinds", topic.kinds())
          .update();
    }
  }

  private Optional<Link> link(String token) {
    return jdbc.sql(
            "select m.recipient_id, m.kind from mail_delivery d join mail m on m.id = d.mail_id"
                + " where d.stop_token = ?")
        .param(token)
        .query((rs, n) -> new Link(Uuids.of(rs.getBytes(1)), rs.getString(2)))
        .optional()
        .filter(link -> link.kind().equals(Topics.DIGEST) || mayStop(link.kind()));
  }

  private boolean mayStop(String kind) {
    MailTopic topic = topics.of(kind);
    return topic != null && topic.mayStop();
  }

  /** The topics that the link stops: of a digest, all that come in it. */
  private List<MailTopic> stopped(Link link) {
    if (!link.kind().equals(Topics.DIGEST)) {
      return List.of(Objects.requireNonNull(topics.of(link.kind())));
    }
    Map<String, Way> chosen = chosen(link.person());
    return topics.all().stream().filter(topic -> way(topic, chosen) == Way.DIGEST).toList();
  }

  private Stop stop(Link link) {
    AddressBook.Entry entry = addresses.entries(List.of(link.person())).get(link.person());
    String name = entry == null ? "" : entry.name();
    List<MailTopic> left = stopped(link);
    if (link.kind().equals(Topics.DIGEST)) {
      return new Stop(name, null, left.isEmpty());
    }
    MailTopic topic = left.getFirst();
    return new Stop(name, topic.name(), way(topic, chosen(link.person())) == Way.INBOX);
  }
}

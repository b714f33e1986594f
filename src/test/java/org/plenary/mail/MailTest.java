package org.plenary.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Cast;
import org.plenary.OnMariaDb;
import org.plenary.audit.Audit;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Uuids;
import org.plenary.people.People;
import org.plenary.people.Person;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail on its way out, over a mail server of the test's own and a clock that it sets. */
@OnMariaDb
class MailTest {
  @Autowired JdbcClient jdbc;
  @Autowired Topics topics;
  @Autowired AddressBook addresses;
  @Autowired MessageSource texts;
  @Autowired BaseUrl site;
  @Autowired Audit audit;
  @Autowired TransactionTemplate transaction;
  @Autowired People people;
  @Autowired List<MailReaders> readers;
  @Autowired Cast cast;
  @Autowired MockMvc mvc;

  private final TestClock clock = new TestClock();
  private final GreenMail mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private MailServer server;
  private Deliveries deliveries;
  private MailChoices choices;
  private Outbox outbox;
  private Postman postman;
  private Person someone;

  @BeforeEach
  void house() {
    jdbc.sql("update mail_delivery set state = 'NONE' where state in ('WAITING', 'DIGEST')")
        .update();
    clock.now = Instant.now();
    mailbox.start();
    server = server(mailbox.getSmtp().getPort());
    deliveries = new Deliveries(jdbc, clock);
    choices = new MailChoices(jdbc, topics, addresses, server, audit);
    outbox = new Outbox(jdbc, texts, audit, deliveries, choices, server, site, addresses, clock);
    postman = postman(server);
    someone = register("Someone");
  }

  @AfterEach
  void close() {
    mailbox.stop();
  }

  @Test
  void aMailSaysWhyAndHowToStopAndWhatPeopleTypedDoesNothing() throws Exception {
    Person eve = register("Eve\r\nBcc: victim@example.org");
    String title = "A title\r\nBcc: victim@example.org\r\n\r\nhttp://evil.example/x";
    UUID id = write(eve, "paper.submitted", "/workspace/papers/X", title, "X-1", "A group");
    assertThat(postman.work()).isEqualTo(1);
    MimeMessage mail = mailbox.getReceivedMessages()[0];
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getSubject()).contains("A title Bcc: victim").doesNotContain("\n", "\r");
    assertThat(mail.getMessageID()).isEqualTo("<" + id + "@" + site.host() + ">");
    assertThat(mail.getFrom()[0].toString()).contains("plenary@example.org");
    assertThat(mail.getReplyTo()[0].toString()).contains("office@example.org");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    String stop = "<" + site.of("/mail/stop/" + token(id)) + ">";
    assertThat(mail.getHeader("List-Unsubscribe")).containsExactly(stop);
    assertThat(mail.getSentDate()).isNotNull();
    assertThat(mail.getContentType()).contains("text/plain").containsIgnoringCase("utf-8");
    assertThat(mail.getContent().toString())
        .contains(site.of("/workspace/papers/X"))
        .contains("You get this because you handle the papers of this group.")
        .contains("To stop such mails: " + site.of("/mail/stop/"))
        .doesNotContain("evil.example", "http://evil");
    assertThat(state(id)).isEqualTo(DeliveryState.SENT);
    assertThat(postman.work()).as("once").isZero();
  }

  @Test
  void aServerThatIsDownForADayGetsEachMailOnceWhenItIsUp() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Postman patient = postman(server(port));
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      ids.add(write(someone, "brief.handed", "/workspace/briefs/x", "Brief " + i));
    }
    for (int hours = 0; hours < 24; hours++) {
      patient.work();
      clock.pass(Duration.ofHours(1));
    }
    assertThat(ids).allMatch(id -> state(id) == DeliveryState.WAITING);
    assertThat(failure(ids.getFirst())).contains("cannot be reached").contains("" + port);
    GreenMail late = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
    late.start();
    try {
      clock.pass(Duration.ofHours(4));
      assertThat(patient.work()).isEqualTo(25);
      assertThat(messageIds(late)).hasSize(25).doesNotHaveDuplicates();
    } finally {
      late.stop();
    }
  }

  @Test
  void afterThreeDaysItIsGivenUpAndTheSecretariatMaySendItAgain() throws Exception {
    UUID id = write(someone, "brief.handed", "/workspace/briefs/x", "A brief");
    UUID invitation = invitation(someone);
    mailbox.stop();
    Instant begun = clock.instant();
    int hours = 0;
    while (state(id) == DeliveryState.WAITING && hours++ < 200) {
      postman.work();
      clock.pass(Duration.ofHours(1));
    }
    assertThat(state(id)).isEqualTo(DeliveryState.FAILED);
    assertThat(Duration.between(begun, clock.instant())).isBetween(days(3), days(5));
    assertThat(state(invitation)).isEqualTo(DeliveryState.FAILED);

    Oversight oversight = oversight();
    Actor secretariat = cast.actor("secretariat");
    absent(() -> oversight.sendAgain(cast.actor("chair"), id));
    absent(() -> oversight.sendAgain(secretariat, invitation));
    transaction.executeWithoutResult(status -> oversight.sendAgain(secretariat, id));
    assertThat(state(id)).isEqualTo(DeliveryState.WAITING);
    assertThatThrownBy(() -> oversight.sendAgain(secretariat, id))
        .isInstanceOf(DomainException.class);
    mailbox.start();
    assertThat(postman(server(mailbox.getSmtp().getPort())).work()).isEqualTo(1);
  }

  @Test
  void aCrashBetweenTheServersYesAndItsNoteSendsTheSameMessage() throws Exception {
    UUID id = write(someone, "brief.handed", "/workspace/briefs/x", "A brief");
    List<Deliveries.Taken> taken = deliveries.take(10);
    assertThat(taken).hasSize(1);
    try (MailServer.Line line = server.open()) {
      line.send(Objects.requireNonNull(letters().of(List.of(id)).get(id)));
    }
    // Here the process ended. Nobody else takes it until the lease is over.
    assertThat(postman.work()).isZero();
    clock.pass(Deliveries.LEASE.plusSeconds(1));
    assertThat(postman.work()).isEqualTo(1);
    MimeMessage[] both = mailbox.getReceivedMessages();
    assertThat(both).hasSize(2);
    assertThat(sent(both[0])).isEqualTo(sent(both[1])).contains("Message-ID: <" + id);
    // Whoever was slow finds that it is not theirs any more.
    deliveries.failed(taken.getFirst(), "too late");
    assertThat(state(id)).isEqualTo(DeliveryState.SENT);
  }

  @Test
  void severalSendersSendEachMailOnce() throws Exception {
    for (int i = 0; i < 60; i++) {
      write(someone, "brief.handed", "/workspace/briefs/x", "Brief " + i);
    }
    List<Integer> sent = together(4, () -> postman(server).work());
    assertThat(sent.stream().mapToInt(n -> n).sum()).isEqualTo(60);
    assertThat(messageIds(mailbox)).hasSize(60).doesNotHaveDuplicates();
  }

  @Test
  void anAddressThatIsNoneIsGivenUpAtOnceAndTheOthersGo() {
    Person broken = register("Broken");
    jdbc.sql("update person set email = ? where id = ?")
        .params("a@example.org, b@example.org " + UUID.randomUUID(), Uuids.bytes(broken.id()))
        .update();
    UUID bad = write(broken, "brief.handed", "/workspace/briefs/x", "A brief");
    UUID good = write(someone, "brief.handed", "/workspace/briefs/x", "A brief");
    assertThat(postman.work()).isEqualTo(1);
    assertThat(state(bad)).isEqualTo(DeliveryState.FAILED);
    assertThat(state(good)).isEqualTo(DeliveryState.SENT);
  }

  @Test
  void aRecipientWhomTheServerRefusesIsGivenUpButNotOneItPutsOff() throws Exception {
    for (String answer : List.of("550 5.1.1 no such user", "451 4.7.1 come back later")) {
      UUID id = write(someone, "brief.handed", "/workspace/briefs/x", "A brief");
      try (ServerSocket refusing = new ServerSocket(0)) {
        Thread.ofVirtual().start(() -> answer(refusing, answer));
        assertThat(postman(server(refusing.getLocalPort())).work()).isZero();
      }
      boolean forGood = answer.startsWith("5");
      assertThat(state(id)).isEqualTo(forGood ? DeliveryState.FAILED : DeliveryState.WAITING);
      assertThat(failure(id)).contains(answer.substring(4));
    }
  }

  /** A mail server that says this of every recipient. */
  private static void answer(ServerSocket server, String toRecipient) {
    try (var socket = server.accept();
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
        var out = new OutputStreamWriter(socket.getOutputStream())) {
      out.write("220 here\r\n");
      out.flush();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        out.write((line.startsWith("RCPT") ? toRecipient : "250 fine") + "\r\n");
        out.flush();
      }
    } catch (java.io.IOException e) {
      // The other side is gone.
    }
  }

  @Test
  void newsComeInOneMailAtSevenAndOnlyWhatIsUnread() throws Exception {
    ZoneId zone = ZoneId.of("Asia/Tashkent");
    ZonedDateTime evening = LocalDate.of(2026, 3, 4).atTime(18, 0).atZone(zone);
    clock.now = evening.toInstant();
    UUID first = write(someone, "paper.published", "/workspace/papers/X", "First", "X-1");
    UUID second =
        write(
            someone, "review.submitted", "/workspace/papers/X", "See www.evil.example", "N", 1, "");
    UUID seen = write(someone, "paper.published", "/workspace/papers/X", "Seen", "X-2");
    transaction.executeWithoutResult(
        status -> outbox.read(Actor.of(someone.id(), "Someone", Set.of()), seen));
    assertThat(postman.work()).isZero();
    clock.now = evening.plusHours(12).toInstant();
    assertThat(digests().work()).as("six o’clock").isZero();
    clock.now = evening.plusHours(13).plusMinutes(1).toInstant();
    assertThat(together(3, () -> digests().work())).contains(1);
    assertThat(postman.work()).isEqualTo(1);
    MimeMessage mail = mailbox.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("2 mails you have not read");
    assertThat(mail.getContent().toString())
        .contains("Your paper is published: First")
        .contains(site.of("/workspace/inbox/" + first))
        .contains(site.of("/workspace/inbox/" + second))
        .doesNotContain("Seen", "evil.example");
    assertThat(mail.getHeader("List-Unsubscribe")).hasSize(1);
    assertThat(outbox.inbox(Actor.of(someone.id(), "", Set.of()), 0, 9))
        .as("the digest stands in no inbox")
        .hasSize(3);

    write(someone, "paper.published", "/workspace/papers/X", "At noon", "X-3");
    clock.pass(Duration.ofHours(5));
    assertThat(digests().work()).as("the same day").isZero();
    clock.pass(Duration.ofHours(24));
    assertThat(digests().work()).isEqualTo(1);
    clock.pass(Duration.ofHours(24));
    assertThat(digests().work()).as("nothing new").isZero();
  }

  @Test
  void onesChoiceCountsAndWhoIsWaitedForCannotStop() {
    Actor actor = Actor.of(someone.id(), "Someone", Set.of());
    transaction.executeWithoutResult(status -> choices.choose(actor, "briefs", Way.AT_ONCE));
    transaction.executeWithoutResult(status -> choices.choose(actor, "clearing", Way.DIGEST));
    transaction.executeWithoutResult(status -> choices.choose(actor, "decisions", Way.INBOX));
    assertThatThrownBy(() -> choices.choose(actor, "asked", Way.INBOX))
        .isInstanceOf(DomainException.class);
    absent(() -> choices.choose(actor, "no such topic", Way.INBOX));
    String path = "/workspace/papers/X";
    assertThat(state(write(someone, "brief.published", path, "B")))
        .isEqualTo(DeliveryState.WAITING);
    assertThat(state(write(someone, "brief.handed", path, "B"))).isEqualTo(DeliveryState.DIGEST);
    assertThat(state(write(someone, "review.decided", path, "P", "X-1", "Yes", "Letter")))
        .isEqualTo(DeliveryState.NONE);
    assertThat(state(invitation(someone))).isEqualTo(DeliveryState.WAITING);
    assertThat(state(write(someone, "brief.published", "/invitations/secret", "B")))
        .as("who needs the link waits for it")
        .isEqualTo(DeliveryState.WAITING);
    MailServer none = new MailServer("", "", "", "", "", texts);
    Outbox silent =
        new Outbox(jdbc, texts, audit, deliveries, choices, none, site, addresses, clock);
    assertThat(state(write(silent, someone, "brief.handed", path, null, "B")))
        .as("without a mail server it is in the inbox")
        .isEqualTo(DeliveryState.NONE);
  }

  @Test
  void theLinkStopsWithoutSignInAndLookingStopsNothing() throws Exception {
    UUID news = write(someone, "paper.published", "/workspace/papers/X", "P", "X-1");
    UUID asked = invitation(someone);
    String address = "/mail/stop/" + token(news);
    for (int i = 0; i < 2; i++) {
      mvc.perform(get(address))
          .andExpect(status().isOk())
          .andExpect(header().doesNotExist("Set-Cookie"))
          .andExpect(header().string("Cache-Control", containsString("no-store")))
          .andExpect(content().string(containsString("Stop these mails")));
    }
    assertThat(way("papers")).isEqualTo(Way.DIGEST);
    mvc.perform(post(address).param("List-Unsubscribe", "One-Click"))
        .andExpect(status().isOk())
        .andExpect(header().doesNotExist("Set-Cookie"))
        .andExpect(content().string(containsString("Stopped.")));
    assertThat(way("papers")).isEqualTo(Way.INBOX);
    assertThat(way("reviews")).as("the others stay").isEqualTo(Way.DIGEST);
    assertThat(state(news)).as("what waited follows").isEqualTo(DeliveryState.NONE);
    for (String token : List.of("0".repeat(40), token(asked), "x")) {
      mvc.perform(get("/mail/stop/" + token)).andExpect(status().isNotFound());
      mvc.perform(post("/mail/stop/" + token)).andExpect(status().isNotFound());
    }
    UUID digest = write(someone, "review.outcome", "/workspace/reviews/x", "P", "Yes");
    jdbc.sql("update mail set kind = 'digest' where id = ?").param(Uuids.bytes(digest)).update();
    mvc.perform(post("/mail/stop/" + token(digest))).andExpect(status().isOk());
    assertThat(way("reviews")).isEqualTo(Way.INBOX);
    assertThat(way("handling")).as("what comes at once").isEqualTo(Way.AT_ONCE);
  }

  @Test
  void anInboxIsItsOwnersAlone() {
    UUID id = write(someone, "brief.handed", "/workspace/briefs/x", "A brief");
    Actor owner = Actor.of(someone.id(), "Someone", Set.of());
    assertThat(outbox.mail(owner, id).read()).isFalse();
    absent(() -> outbox.mail(cast.actor("secretariat"), id));
    absent(() -> outbox.mail(owner, UUID.randomUUID()));
    transaction.executeWithoutResult(status -> outbox.readAll(cast.actor("donor")));
    assertThat(outbox.inbox(owner, true, 0, 5)).hasSize(1);
    transaction.executeWithoutResult(status -> outbox.readAll(owner));
    assertThat(outbox.inbox(owner, true, 0, 5)).isEmpty();
    assertThat(outbox.counts(owner)).isEqualTo(new Outbox.Counts(1, 0));
  }

  @Test
  void everyKindOfMailSaysWhetherSomeoneWaits() throws Exception {
    Properties mails = new Properties();
    try (var in = Files.newBufferedReader(Path.of("src/main/resources/mail.properties"))) {
      mails.load(in);
    }
    Set<String> undeclared = new HashSet<>();
    for (String key : mails.stringPropertyNames()) {
      if (key.startsWith("mail.") && key.endsWith(".why") && !key.equals("mail.digest.why")) {
        String kind = key.substring("mail.".length(), key.length() - ".why".length());
        if (topics.of(kind) == null || !mails.containsKey("mail." + kind + ".name")) {
          undeclared.add(kind);
        }
      }
    }
    assertThat(undeclared).as("kinds without MailTopic or mail.<kind>.name").isEmpty();
    for (MailTopic topic : topics.all()) {
      String key = "mailTopic." + topic.name() + (topic.mayStop() ? ".help" : ".needed");
      assertThat(texts.getMessage(key, null, java.util.Locale.ENGLISH)).isNotBlank();
    }
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }

  private Way way(String topic) {
    return choices.of(Actor.of(someone.id(), "", Set.of())).stream()
        .filter(choice -> choice.topic().equals(topic))
        .findFirst()
        .orElseThrow()
        .way();
  }

  private UUID invitation(Person to) {
    String link = "/invitations/q8ZkT1nP0_yB-4wXs9LmD7eR2u";
    return write(to, "review.invited", link, "P", "Chair", "Group", "1 May", "About");
  }

  private UUID write(Person to, String kind, String path, Object... arguments) {
    MailDraft.About brief =
        kind.startsWith("brief.") ? new MailDraft.About("brief", UUID.randomUUID()) : null;
    return write(outbox, to, kind, path, brief, arguments);
  }

  private UUID write(
      Outbox by, Person to, String kind, String path, MailDraft.About about, Object... arguments) {
    // Ids of one and the same moment have no order.
    clock.pass(Duration.ofMillis(1));
    transaction.executeWithoutResult(
        status -> by.send(new MailDraft(to.id(), kind, path, List.of(arguments), about)));
    return jdbc.sql(
            "select id from mail where recipient_id = ? order by created_at desc, id desc limit 1")
        .param(Uuids.bytes(to.id()))
        .query((rs, n) -> Uuids.of(rs.getBytes(1)))
        .single();
  }

  private Person register(String name) {
    UUID id = UUID.randomUUID();
    return people.register(
        Actor.SYSTEM,
        new Person(id, name, id + "@example.org", "An institute", "UZ", ZoneId.of("Asia/Tashkent")),
        "a-long-password-" + id);
  }

  private MailServer server(int port) {
    return new MailServer(
        "smtp://127.0.0.1:" + port, "", "", "plenary@example.org", "office@example.org", texts);
  }

  private Letters letters() {
    return new Letters(jdbc, addresses, topics, texts, site);
  }

  private Postman postman(MailServer by) {
    return new Postman(by, deliveries, letters(), texts, clock);
  }

  private Digests digests() {
    return new Digests(jdbc, addresses, server, deliveries, texts, site, transaction, clock);
  }

  private Oversight oversight() {
    return new Oversight(jdbc, readers, topics, addresses, deliveries, audit, texts, clock);
  }

  private DeliveryState state(UUID mail) {
    return DeliveryState.valueOf(column(mail, "state"));
  }

  private String failure(UUID mail) {
    return column(mail, "failure");
  }

  private String token(UUID mail) {
    return column(mail, "stop_token");
  }

  private String column(UUID mail, String name) {
    return jdbc.sql("select " + name + " from mail_delivery where mail_id = ?")
        .param(Uuids.bytes(mail))
        .query(String.class)
        .single();
  }

  private static List<String> messageIds(GreenMail of) throws Exception {
    List<String> ids = new ArrayList<>();
    for (Message message : of.getReceivedMessages()) {
      ids.add(((MimeMessage) message).getMessageID());
    }
    return ids;
  }

  /** As it was sent: without what each server on the way puts before it. */
  private static String sent(MimeMessage message) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    message.writeTo(out, new String[] {"Received", "Return-Path"});
    return out.toString(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static List<Integer> together(int threads, Callable<Integer> work) throws Exception {
    List<Integer> results = new ArrayList<>();
    try (var pool = Executors.newFixedThreadPool(threads)) {
      @SuppressWarnings("unchecked")
      Callable<Integer>[] all = new Callable[threads];
      Arrays.fill(all, work);
      for (Future<Integer> result : pool.invokeAll(List.of(all))) {
        results.add(result.get());
      }
    }
    return results;
  }

  private static void absent(Runnable step) {
    assertThatThrownBy(step::run).isInstanceOf(NotFoundException.class);
  }

  /** A clock that stands until it is told to go on. */
  private static final class TestClock extends Clock {
    private volatile Instant now = Instant.EPOCH;

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}

package org.plenary.people;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.audit.Audit;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Attempts;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Uuids;
import org.plenary.mail.MailDraft;
import org.plenary.mail.Outbox;
import org.plenary.people.People.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How accounts come to be, and how people get in and out. Who asks for a link by an address learns
 * nothing about it: what is said is said in a mail to that address. Thread-safe.
 */
@Service
public class Accounts {
  public static final int SHORTEST_PASSWORD = 15;
  private static final int WRONG_PASSWORDS = 10;
  private static final String SUBJECT = "person";
  private final JdbcClient jdbc;
  private final People people;
  private final AccountLinks links;
  private final SeatRules seats;
  private final PasswordEncoder passwords;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;
  private final Attempts wrong;

  Accounts(
      JdbcClient jdbc,
      People people,
      AccountLinks links,
      SeatRules seats,
      PasswordEncoder passwords,
      Outbox outbox,
      Audit audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.people = people;
    this.links = links;
    this.seats = seats;
    this.passwords = passwords;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
    this.wrong = new Attempts(clock, Duration.ofMinutes(15));
  }

  /** Whether there is any account yet; without one the house is not set up. */
  public boolean isAny() {
    return jdbc.sql("select count(*) from account").query(Integer.class).single() > 0;
  }

  /**
   * Asks for an account: a mail with a link goes to the address, or, where there is an account
   * already, one that says so. Until the link is used there is a person and no account.
   *
   * @throws DomainException if name or address cannot be one, whether or not it is known
   */
  @Transactional
  public void register(Actor actor, String name, String email) {
    String called = Typed.name(name);
    String address = Typed.email(email);
    Optional<Account> account = people.accountFor(address);
    if (account.isPresent()) {
      if (account.get().enabled()) {
        outbox.send(new MailDraft(account.get().person(), "account.exists", "/reset-password"));
      }
      audit.record(actor, "account.askedFor", SUBJECT, account.get().person(), null);
      return;
    }
    UUID person = personWithout(called, address);
    sendLink(person, LinkPurpose.CONFIRM, "link.confirm");
    audit.record(actor, "account.askedFor", SUBJECT, person, null);
  }

  /** Asks for another password: a mail with a link goes to the address if it has an account. */
  @Transactional
  public void forget(Actor actor, String email) {
    Optional<Account> account = people.accountFor(Typed.email(email)).filter(Account::enabled);
    if (account.isPresent()) {
      sendLink(account.get().person(), LinkPurpose.RESET, "link.reset");
      audit.record(actor, "password.forgotten", SUBJECT, account.get().person(), null);
    }
  }

  /**
   * Invites a person who has no account, again if they were invited before.
   *
   * @param seat how the seat reads that goes with it, for the mail; null without one
   */
  @Transactional
  public UUID invite(Actor actor, String name, String email, @Nullable String seat) {
    keeper(actor);
    String called = Typed.name(name);
    String address = Typed.email(email);
    people
        .accountFor(address)
        .ifPresent(
            account -> {
              throw new DomainException("people.invite.exists", address);
            });
    UUID person = personWithout(called, address);
    jdbc.sql("update person set name = ? where id = ?")
        .params(called, Uuids.bytes(person))
        .update();
    invite(actor, person, seat);
    return person;
  }

  /** Sends the invitation once more, with a link of its own. */
  @Transactional
  public void inviteAgain(Actor actor, UUID person) {
    keeper(actor);
    withoutAccount(person);
    invite(actor, person, null);
  }

  private void invite(Actor actor, UUID person, @Nullable String seat) {
    if (seat == null) {
      sendLink(person, LinkPurpose.INVITE, "link.invite", actor.name());
    } else {
      sendLink(person, LinkPurpose.INVITE, "link.inviteToSeat", actor.name(), seat);
    }
    audit.record(actor, "person.invited", SUBJECT, person, seat);
  }

  /** Ends what links the person was sent; seats that were given stay until they are ended. */
  @Transactional
  public void withdraw(Actor actor, UUID person) {
    keeper(actor);
    withoutAccount(person);
    links.end(person);
    audit.record(actor, "invitation.withdrawn", SUBJECT, person, null);
  }

  /** What a link is for; nothing if it was used, is too old or never was. */
  public Optional<AccountLink> look(Actor actor, String token) {
    return links.look(token);
  }

  /** Uses the link of a registration or an invitation: the account is there from now on. */
  @Transactional
  public void open(Actor actor, String token, NewAccount details, String password) {
    AccountLink link = links.look(token).orElseThrow(Accounts::noLink);
    String hash = passwords.encode(Typed.password(password, link.email()));
    UUID person =
        links
            .use(token, Set.of(LinkPurpose.CONFIRM, LinkPurpose.INVITE))
            .orElseThrow(Accounts::noLink);
    describe(person, details);
    people.addAccount(person, hash);
    audit.record(actor, "account.opened", SUBJECT, person, details.name());
  }

  /** Opens the first account of the house; only where there is none. */
  @Transactional
  public UUID openFirst(Actor actor, NewAccount details, String email, String password) {
    if (!PeopleAccess.mayRegisterOthers(actor) || isAny()) {
      throw new NotFoundException("first account");
    }
    String address = Typed.email(email);
    String hash = passwords.encode(Typed.password(password, address));
    UUID person = personWithout(Typed.name(details.name()), address);
    describe(person, details);
    people.addAccount(person, hash);
    audit.record(actor, "account.opened", SUBJECT, person, details.name());
    return person;
  }

  private void describe(UUID person, NewAccount details) {
    jdbc.sql("update person set name = ?, affiliation = ?, country = ?, zone = ? where id = ?")
        .params(
            Typed.name(details.name()),
            Typed.line(details.affiliation(), 300),
            Typed.country(details.country()),
            details.zone().getId(),
            Uuids.bytes(person))
        .update();
  }

  /** Uses the link to set another password; every session of the account is over. */
  @Transactional
  public void reset(Actor actor, String token, String password) {
    AccountLink link = links.look(token).orElseThrow(Accounts::noLink);
    String hash = passwords.encode(Typed.password(password, link.email()));
    UUID person = links.use(token, Set.of(LinkPurpose.RESET)).orElseThrow(Accounts::noLink);
    setPassword(actor, person, hash, "password.reset");
  }

  /**
   * Changes the actor's own password; every other session of the account is over.
   *
   * @return the account as it is now, for the session that goes on
   */
  @Transactional
  public Account changePassword(Actor actor, String old, String password) {
    UUID me = actor.id();
    if (!wrong.fewer(me.toString(), WRONG_PASSWORDS)) {
      throw new DomainException("people.password.wait");
    }
    if (!passwords.matches(old, account(me).passwordHash())) {
      wrong.count(me.toString());
      throw new DomainException("people.password.wrong");
    }
    wrong.forget(me.toString());
    String hash = passwords.encode(Typed.password(password, emailOf(me)));
    setPassword(actor, me, hash, "password.changed");
    return account(me);
  }

  private void setPassword(Actor actor, UUID person, String hash, String action) {
    jdbc.sql("update account set password_hash = ?, epoch = epoch + 1 where person_id = ?")
        .params(hash, Uuids.bytes(person))
        .update();
    links.end(person);
    outbox.send(new MailDraft(person, "account.password", "/reset-password"));
    audit.record(actor, action, SUBJECT, person, null);
  }

  /** Ends every session of the actor's account, this one too. */
  @Transactional
  public void signOutEverywhere(Actor actor) {
    jdbc.sql("update account set epoch = epoch + 1 where person_id = ?")
        .param(Uuids.bytes(actor.id()))
        .update();
    audit.record(actor, "account.signedOut", SUBJECT, actor.id(), null);
  }

  /** Closes the account until it is enabled again: whoever is signed in with it is out at once. */
  @Transactional
  public void disable(Actor actor, UUID person) {
    keeper(actor);
    account(person);
    seats.beforeDisabling(actor, person);
    enable(person, false);
    links.end(person);
    audit.record(actor, "account.disabled", SUBJECT, person, null);
  }

  @Transactional
  public void enable(Actor actor, UUID person) {
    keeper(actor);
    account(person);
    enable(person, true);
    audit.record(actor, "account.enabled", SUBJECT, person, null);
  }

  private void enable(UUID person, boolean enabled) {
    jdbc.sql("update account set enabled = ?, epoch = epoch + 1 where person_id = ?")
        .params(enabled, Uuids.bytes(person))
        .update();
  }

  private void sendLink(UUID person, LinkPurpose purpose, String kind, Object... arguments) {
    String token = links.create(person, purpose);
    outbox.send(new MailDraft(person, kind, "/accounts/" + token, arguments));
  }

  /** The person of this address, who has no account; made where there is none. */
  private UUID personWithout(String name, String email) {
    // Two who ask at once for one address: the second finds what the first made.
    jdbc.sql(
            "insert ignore into person (id, name, email, affiliation, country, zone)"
                + " values (?,?,?,'','ZZ','UTC')")
        .params(Uuids.bytes(Uuids.v7(clock.instant())), name, email)
        .update();
    return jdbc.sql("select id from person where email = ?")
        .param(email)
        .query((rs, n) -> Uuids.of(rs.getBytes(1)))
        .single();
  }

  private Account account(UUID person) {
    return people.accountOf(person).orElseThrow(() -> new NotFoundException("account"));
  }

  private void withoutAccount(UUID person) {
    emailOf(person);
    if (people.accountOf(person).isPresent()) {
      throw new DomainException("people.invite.exists", emailOf(person));
    }
  }

  private String emailOf(UUID person) {
    return jdbc.sql("select email from person where id = ?")
        .param(Uuids.bytes(person))
        .query(String.class)
        .optional()
        .orElseThrow(() -> new NotFoundException("person"));
  }

  private static void keeper(Actor actor) {
    if (!PeopleAccess.mayKeepAccounts(actor)) {
      throw new DomainException("people.keep.who");
    }
  }

  private static NotFoundException noLink() {
    return new NotFoundException("account link");
  }
}

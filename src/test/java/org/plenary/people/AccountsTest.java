package org.plenary.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.plenary.Cast;
import org.plenary.OnMariaDb;
import org.plenary.Statements;
import org.plenary.bodies.AccountState;
import org.plenary.bodies.Actors;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Body;
import org.plenary.bodies.BodyDraft;
import org.plenary.bodies.BodyKind;
import org.plenary.bodies.Directory;
import org.plenary.bodies.PersonPage;
import org.plenary.bodies.SeatLine;
import org.plenary.bodies.Seats;
import org.plenary.bodies.Theme;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Revisions;
import org.plenary.kernel.SeatRole;
import org.plenary.mail.Outbox;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Accounts, seats, profiles and the directory, and who must not see or do what; on MariaDB. */
@OnMariaDb
class AccountsTest {
  private static final String PASSWORD = "seven grey herons waiting";
  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired Profiles profiles;
  @Autowired Organisations organisations;
  @Autowired Bodies bodies;
  @Autowired Seats seats;
  @Autowired Directory directory;
  @Autowired Actors actors;
  @Autowired Outbox outbox;
  @Autowired Cast cast;
  @Autowired JdbcClient jdbc;
  @Autowired PasswordEncoder passwords;

  private static String address() {
    return "person-" + UUID.randomUUID() + "@example.net";
  }

  /** The kinds of what went to an address, the last first. */
  private List<String> kinds(String email) {
    return jdbc.sql(
            "select m.kind from mail m join person p on p.id = m.recipient_id where p.email = ?"
                + " order by m.created_at desc, m.id desc")
        .param(email)
        .query(String.class)
        .list();
  }

  /** The secret of the last link that went to an address. */
  private String token(String email) {
    return jdbc.sql(
            "select m.path from mail m join person p on p.id = m.recipient_id where p.email = ?"
                + " and m.path like '/accounts/%' order by m.created_at desc, m.id desc limit 1")
        .param(email)
        .query(String.class)
        .single()
        .substring("/accounts/".length());
  }

  private static NewAccount details(String name) {
    return new NewAccount(name, "An institute", "KE", ZoneId.of("Africa/Nairobi"));
  }

  /** Someone who registered and confirmed; holds no seat. */
  private Actor newcomer(String name) {
    String email = address();
    accounts.register(Actor.PUBLIC, name, email);
    accounts.open(Actor.PUBLIC, token(email), details(name), PASSWORD);
    return actors.of(people.accountFor(email).orElseThrow().person());
  }

  private Body body(String code) {
    return bodies.byCode(code).orElseThrow();
  }

  @Test
  void aRegistrationCountsWhenItsLinkIsUsedAndThenOnlyOnce() {
    String email = address();
    accounts.register(Actor.PUBLIC, "Ada Example", email);
    assertThat(people.accountFor(email)).isEmpty();
    String first = token(email);
    accounts.register(Actor.PUBLIC, "Ada Example", "  " + email.toUpperCase() + " ");
    String second = token(email);
    assertThat(kinds(email)).containsExactly("link.confirm", "link.confirm");
    assertThat(
            jdbc.sql("select count(*) from account_link where token_hash in (?, ?)")
                .params(first, second)
                .query(Integer.class)
                .single())
        .as("only the hash is kept")
        .isZero();

    assertThat(accounts.look(Actor.PUBLIC, second).orElseThrow())
        .isEqualTo(new AccountLink(LinkPurpose.CONFIRM, "Ada Example", email));
    assertThatThrownBy(() -> accounts.reset(Actor.PUBLIC, second, PASSWORD))
        .as("another purpose")
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> accounts.open(Actor.PUBLIC, second, details("Ada"), "fourteen chars"))
        .isInstanceOf(DomainException.class);
    assertThat(accounts.look(Actor.PUBLIC, second)).as("neither burnt it").isPresent();

    accounts.open(Actor.PUBLIC, second, details("Ada Lovage"), PASSWORD);
    People.Account account = people.accountFor(email).orElseThrow();
    assertThat(passwords.matches(PASSWORD, account.passwordHash())).isTrue();
    Actor ada = actors.of(account.person());
    assertThat(ada.name()).isEqualTo("Ada Lovage");
    assertThat(ada.seats()).isEmpty();
    for (String used : List.of(first, second, "never-there")) {
      assertThat(accounts.look(Actor.PUBLIC, used)).isEmpty();
      assertThatThrownBy(
              () -> accounts.open(Actor.PUBLIC, used, details("Eve"), "another password!"))
          .isInstanceOf(NotFoundException.class);
    }
    assertThat(outbox.counts(ada).all()).as("links are not for the inbox").isZero();
  }

  @Test
  void aLinkThatIsTooOldOpensNothing() {
    String email = address();
    accounts.register(Actor.PUBLIC, "Late Example", email);
    String token = token(email);
    jdbc.sql(
            "update account_link set expires_at = '2020-01-01 00:00:00' where person_id ="
                + " (select id from person where email = ?)")
        .param(email)
        .update();
    assertThat(accounts.look(Actor.PUBLIC, token)).isEmpty();
    assertThatThrownBy(() -> accounts.open(Actor.PUBLIC, token, details("Late"), PASSWORD))
        .isInstanceOf(NotFoundException.class);
    assertThat(people.accountFor(email)).isEmpty();
  }

  @Test
  void aKnownAddressIsToldByMailAndAnUnknownOneIsLeftAlone() {
    Actor known = newcomer("Known Example");
    String email = profiles.mine(known).email();
    accounts.register(Actor.PUBLIC, "Someone Else", email);
    assertThat(kinds(email)).startsWith("account.exists");
    assertThat(actors.of(known.id()).name()).isEqualTo("Known Example");
    accounts.forget(Actor.PUBLIC, email);
    assertThat(kinds(email)).startsWith("link.reset");
    int before = jdbc.sql("select count(*) from mail").query(Integer.class).single();
    accounts.forget(Actor.PUBLIC, address());
    assertThat(jdbc.sql("select count(*) from mail").query(Integer.class).single())
        .isEqualTo(before);
    assertThatThrownBy(() -> accounts.register(Actor.PUBLIC, "X", "a@b.example\nBcc: c@d.example"))
        .isInstanceOf(DomainException.class);
  }

  @Test
  void aNewPasswordEndsEverySessionAndEveryLink() {
    Actor person = newcomer("Forgetful Example");
    String email = profiles.mine(person).email();
    SignedIn session = new SignedIn(people.accountFor(email).orElseThrow());
    accounts.forget(Actor.PUBLIC, email);
    String first = token(email);
    accounts.forget(Actor.PUBLIC, email);
    String second = token(email);
    assertThat(people.signedIn(session)).isPresent();
    accounts.reset(Actor.PUBLIC, first, "eight brown otters asleep");
    assertThat(people.signedIn(session)).isEmpty();
    assertThat(accounts.look(Actor.PUBLIC, second)).isEmpty();
    assertThat(kinds(email)).startsWith("account.password");

    SignedIn again = new SignedIn(people.accountFor(email).orElseThrow());
    assertThatThrownBy(() -> accounts.changePassword(person, "not the old one", PASSWORD))
        .isInstanceOf(DomainException.class);
    assertThat(people.signedIn(again)).isPresent();
    People.Account now = accounts.changePassword(person, "eight brown otters asleep", PASSWORD);
    assertThat(people.signedIn(again)).isEmpty();
    assertThat(people.signedIn(new SignedIn(now))).isPresent();
    accounts.signOutEverywhere(person);
    assertThat(people.signedIn(new SignedIn(now))).isEmpty();
  }

  @Test
  void passwordsAreLongAndOtherwiseFree() {
    String email = address();
    accounts.register(Actor.PUBLIC, "Careful Example", email);
    String token = token(email);
    for (String bad : List.of("short", "x".repeat(73), "é".repeat(40), email)) {
      assertThatThrownBy(() -> accounts.open(Actor.PUBLIC, token, details("Careful"), bad))
          .isInstanceOf(DomainException.class);
    }
    accounts.open(Actor.PUBLIC, token, details("Careful"), "حديقة البيت القديم خضراء");
    assertThat(people.accountFor(email)).isPresent();
  }

  @Test
  void theSecretariatInvitesWithASeatThatStaysInTheHistory() {
    Actor head = cast.actor("secretariat");
    String email = address();
    LocalDate today = LocalDate.now(ZoneId.of("UTC"));
    UUID person =
        seats.invite(
            head,
            "Invited Example",
            email,
            new Seats.Term(body("SKIL").id(), SeatRole.MEMBER, LONG_AGO, null),
            "member, Skills");
    assertThat(kinds(email)).containsExactly("link.inviteToSeat");
    assertThat(directory.page(head, person).account()).isEqualTo(AccountState.INVITED);
    assertThat(actors.of(person)).as("no account, no rights").isEqualTo(Actor.PUBLIC);
    assertThatThrownBy(() -> directory.page(cast.actor("chair"), person))
        .isInstanceOf(NotFoundException.class);

    String old = token(email);
    accounts.withdraw(head, person);
    assertThat(accounts.look(Actor.PUBLIC, old)).isEmpty();
    accounts.inviteAgain(head, person);
    accounts.open(Actor.PUBLIC, token(email), details("Invited Example"), PASSWORD);
    assertThat(actors.of(person).seats())
        .containsExactly(new Actor.SeatIn(body("SKIL").id(), SeatRole.MEMBER));
    assertThatThrownBy(() -> accounts.inviteAgain(head, person))
        .isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> accounts.invite(head, "Again", email, null))
        .isInstanceOf(DomainException.class);

    SeatLine line = directory.page(head, person).seats().getFirst();
    seats.end(head, new Seats.Key(line), today.minusDays(1));
    assertThat(actors.of(person).seats()).isEmpty();
    assertThat(seats.of(cast.actor("chair"), body("SKIL")))
        .anyMatch(seat -> seat.person().equals(person) && seat.isOver());
    assertThatThrownBy(() -> seats.takeBack(head, new Seats.Key(line)))
        .isInstanceOf(DomainException.class);
  }

  @Test
  void nobodyButTheSecretariatDoesAnyOfIt() {
    UUID other = newcomer("Bystander Example").id();
    Body group = body("REM");
    Seats.Term term = new Seats.Term(group.id(), SeatRole.MEMBER, LONG_AGO, null);
    Seats.Key chair = new Seats.Key(group.id(), cast.id("chair"), SeatRole.CHAIR, LONG_AGO);
    BodyDraft draft = new BodyDraft("NEWG", "newg", "New", BodyKind.GROUP, null, true, "");
    List<Actor> others = new ArrayList<>();
    for (String account : List.of("chair", "author", "reviewer1", "steering", "donor")) {
      others.add(cast.actor(account));
    }
    others.add(newcomer("Seatless Example"));
    others.add(Actor.PUBLIC);
    for (Actor actor : others) {
      for (Callable<?> act :
          List.<Callable<?>>of(
              () -> accounts.invite(actor, "A", address(), null),
              () -> seats.invite(actor, "A", address(), term, "x"),
              run(() -> accounts.inviteAgain(actor, other)),
              run(() -> accounts.withdraw(actor, other)),
              run(() -> accounts.disable(actor, other)),
              run(() -> accounts.enable(actor, other)),
              run(() -> seats.give(actor, other, term)),
              run(() -> seats.end(actor, chair, LocalDate.of(2030, 1, 1))),
              run(() -> seats.takeBack(actor, chair)),
              run(() -> bodies.setActive(actor, group.id(), false)),
              () -> bodies.found(actor, draft),
              () -> bodies.foundGroup(actor, draft, new Theme("new", "New")),
              run(() -> bodies.addTheme(actor, new Theme("new", "New"))),
              () -> organisations.add(actor, "Own", OrganisationKind.RESEARCH, "KE"),
              () ->
                  people.register(
                      actor,
                      new Person(UUID.randomUUID(), "A", address(), "", "KE", ZoneId.of("UTC")),
                      PASSWORD))) {
        assertThatThrownBy(act::call).as(actor.name()).isInstanceOf(DomainException.class);
      }
    }
    assertThat(bodies.byCode("NEWG")).isEmpty();
  }

  private static Callable<?> run(Runnable act) {
    return () -> {
      act.run();
      return true;
    };
  }

  @Test
  void theHouseIsNeverWithoutAHeadWhoCanSignIn() throws Exception {
    Actor head = cast.actor("secretariat");
    Actor officer = cast.actor("officer");
    Body secretariat = body("SECRETARIAT");
    Seats.Key seat =
        new Seats.Key(secretariat.id(), head.id(), SeatRole.HEAD, LocalDate.of(2026, 1, 1));
    assertThatThrownBy(() -> seats.end(head, seat, LocalDate.of(2030, 1, 1)))
        .isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> accounts.disable(head, head.id())).isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> accounts.disable(officer, head.id()))
        .isInstanceOf(DomainException.class);
    Seats.Term term = new Seats.Term(secretariat.id(), SeatRole.HEAD, LONG_AGO, null);
    assertThatThrownBy(() -> seats.give(officer, officer.id(), term))
        .as("nobody makes themself head")
        .isInstanceOf(DomainException.class);
    assertThatThrownBy(
            () ->
                seats.give(
                    head,
                    officer.id(),
                    new Seats.Term(body("REM").id(), SeatRole.HEAD, LONG_AGO, null)))
        .as("the secretariat's roles are the secretariat's")
        .isInstanceOf(DomainException.class);

    // Two heads, each shutting the other out at the same moment: one of them stays.
    Actor second = newcomer("Second Head");
    seats.give(head, second.id(), term);
    Actor secondHead = actors.of(second.id());
    List<Boolean> done = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      List<Callable<Boolean>> acts =
          List.of(() -> disables(head, secondHead.id()), () -> disables(secondHead, head.id()));
      for (Future<Boolean> outcome : threads.invokeAll(acts)) {
        done.add(outcome.get());
      }
    }
    Actor left = done.get(0) ? head : secondHead;
    UUID out = done.get(0) ? secondHead.id() : head.id();
    accounts.enable(actors.of(left.id()), out);
    seats.end(
        head,
        new Seats.Key(secretariat.id(), second.id(), SeatRole.HEAD, LONG_AGO),
        LONG_AGO.plusDays(1));
    assertThat(done).containsExactlyInAnyOrder(true, false);
  }

  private boolean disables(Actor actor, UUID person) {
    try {
      accounts.disable(actor, person);
      return true;
    } catch (DomainException refused) {
      return false;
    }
  }

  @Test
  void aChairBesideAChairAndASeatTwiceAreRefused() {
    Actor head = cast.actor("secretariat");
    UUID person = newcomer("Ambitious Example").id();
    assertThatThrownBy(
            () ->
                seats.give(
                    head,
                    person,
                    new Seats.Term(
                        body("REM").id(), SeatRole.CHAIR, LocalDate.of(2027, 1, 1), null)))
        .isInstanceOf(DomainException.class);
    // Before the present chair's term there was none.
    seats.give(
        head,
        person,
        new Seats.Term(body("REM").id(), SeatRole.CHAIR, LONG_AGO, LocalDate.of(2025, 12, 31)));
    assertThat(actors.of(person).seats()).isEmpty();
    LocalDate today = LocalDate.now(ZoneId.of("UTC"));
    Seats.Term now = new Seats.Term(body("REM").id(), SeatRole.VOLUNTEER, today, null);
    seats.give(head, person, now);
    assertThatThrownBy(() -> seats.give(head, person, now)).isInstanceOf(DomainException.class);
    seats.takeBack(head, new Seats.Key(now.body(), person, now.role(), today));
    assertThat(actors.of(person).seats()).isEmpty();
  }

  @Test
  void theDirectoryTellsEachWhatIsTheirs() {
    Actor newcomer = newcomer("Zaina Newcomer");
    String email = profiles.mine(newcomer).email();
    String unconfirmed = address();
    accounts.register(Actor.PUBLIC, "Phantom Unconfirmed", unconfirmed);
    Actor chair = cast.actor("chair");
    Actor head = cast.actor("secretariat");

    PersonPage seen = directory.page(chair, newcomer.id());
    assertThat(seen.email()).isNull();
    assertThat(seen.account()).isNull();
    assertThat(seen.mayDisable() || seen.mayAppoint() || seen.mayInviteAgain()).isFalse();
    assertThat(directory.page(head, newcomer.id()).email()).isEqualTo(email);
    assertThat(directory.page(newcomer, newcomer.id()).email()).isEqualTo(email);
    assertThat(directory.count(chair, email)).as("nor found by it").isZero();
    assertThat(directory.count(head, email)).isEqualTo(1);

    for (Actor actor : List.of(chair, head, newcomer)) {
      assertThat(directory.count(actor, "phantom unconfirmed")).isZero();
      assertThat(people.directory(actor)).noneMatch(p -> p.name().startsWith("Phantom"));
    }

    // Who registered a minute ago finds offices and those who agreed, not everyone.
    assertThat(directory.count(newcomer, "diallo-finch")).isEqualTo(1);
    assertThat(directory.count(newcomer, "venkatapur")).isZero();
    assertThat(people.directory(newcomer)).noneMatch(p -> p.id().equals(cast.id("steering")));
    assertThatThrownBy(() -> directory.page(newcomer, cast.id("steering")))
        .isInstanceOf(NotFoundException.class);
    assertThat(seats.of(newcomer, body("STEERING"))).isEmpty();
    assertThat(seats.of(newcomer, body("REM")))
        .extracting(SeatLine::role)
        .contains(SeatRole.CHAIR)
        .doesNotContain(SeatRole.MEMBER, SeatRole.VOLUNTEER);
    assertThatThrownBy(() -> directory.list(Actor.PUBLIC, "", 0, 10))
        .isInstanceOf(NotFoundException.class);

    List<Integer> found = new ArrayList<>();
    assertThat(Statements.of(() -> found.add(directory.list(chair, "", 0, 500).size())))
        .as("one query")
        .isEqualTo(1);
    assertThat(found.getFirst()).isEqualTo(directory.count(chair, ""));
    assertThat(directory.list(chair, "", 0, 2)).hasSize(2);
  }

  @Test
  void aDisabledPersonIsGoneFromTheDirectoryButNotForTheSecretariat() {
    Actor person = newcomer("Gone Example");
    SignedIn session = new SignedIn(people.accountFor(profiles.mine(person).email()).orElseThrow());
    accounts.disable(cast.actor("officer"), person.id());
    assertThat(people.signedIn(session)).isEmpty();
    assertThat(actors.of(person.id())).isEqualTo(Actor.PUBLIC);
    assertThatThrownBy(() -> directory.page(cast.actor("chair"), person.id()))
        .isInstanceOf(NotFoundException.class);
    assertThat(directory.page(cast.actor("officer"), person.id()).mayEnable()).isTrue();
    String email = profiles.of(cast.actor("officer"), person.id()).email();
    int before = kinds(email).size();
    accounts.forget(Actor.PUBLIC, email);
    accounts.register(Actor.PUBLIC, "Gone", email);
    assertThat(kinds(email)).hasSize(before);
    accounts.enable(cast.actor("officer"), person.id());
    assertThat(people.signedIn(session)).as("the old session stays over").isEmpty();
  }

  @Test
  void aProfileIsPublicByConsentAlone() {
    Actor person = newcomer("Imani Públic");
    OwnProfile own = profiles.mine(person);
    assertThat(own.revision()).isEqualTo(Revisions.NONE);
    Profile shown = profile("Imani Públic", "0000-0002-1825-0097", true);
    assertThatThrownBy(
            () ->
                profiles.keep(
                    person, profile("Imani Públic", "0000-0002-1825-0098", true), own.revision()))
        .isInstanceOf(DomainException.class);
    profiles.keep(person, shown, own.revision());
    OwnProfile kept = profiles.mine(person);
    String slug = kept.slug();
    assertThat(slug).startsWith("imani-public");
    assertThat(kept.profile()).isEqualTo(shown);
    assertThat(profiles.published(String.valueOf(slug)).orElseThrow().themes())
        .containsExactly("cities", "skills");
    assertThatThrownBy(() -> profiles.keep(person, shown, own.revision()))
        .isInstanceOf(OptimisticLockingFailureException.class);

    Actor namesake = newcomer("Imani Públic");
    profiles.keep(namesake, shown, Revisions.NONE);
    assertThat(profiles.mine(namesake).slug()).isNotEqualTo(slug);

    profiles.keep(person, profile("Other Name", null, false), kept.revision());
    assertThat(profiles.published(String.valueOf(slug))).isEmpty();
    profiles.keep(person, shown, profiles.mine(person).revision());
    assertThat(profiles.mine(person).slug()).as("the address stays the person's").isEqualTo(slug);
    accounts.disable(cast.actor("secretariat"), person.id());
    assertThat(profiles.published(String.valueOf(slug))).isEmpty();
  }

  private static Profile profile(
      String name, @org.jspecify.annotations.Nullable String orcid, boolean open) {
    return new Profile(
        name,
        "An institute",
        null,
        "KE",
        ZoneId.of("Africa/Nairobi"),
        orcid,
        List.of("cities", "skills"),
        LocalDate.of(2026, 12, 1),
        LocalDate.of(2026, 12, 24),
        2,
        open,
        "Studies towns.");
  }

  @Test
  void anOrganisationIsNamedOnceAndCounted() {
    Actor head = cast.actor("secretariat");
    String name = "Lagoon University (fictional) " + UUID.randomUUID();
    UUID id = organisations.add(head, name, OrganisationKind.RESEARCH, "GH");
    assertThatThrownBy(() -> organisations.add(head, name, OrganisationKind.RESEARCH, "GH"))
        .isInstanceOf(DomainException.class);
    Actor person = newcomer("Lagoon Example");
    Profile of = profile("Lagoon Example", null, false);
    profiles.keep(
        person,
        new Profile(
            of.name(),
            "Chair of Ports",
            id,
            of.country(),
            of.zone(),
            null,
            List.of(),
            null,
            null,
            null,
            false,
            ""),
        Revisions.NONE);
    assertThat(directory.page(head, person.id()).affiliation())
        .isEqualTo("Chair of Ports, " + name);
    assertThat(organisations.all(person))
        .filteredOn(o -> o.id().equals(id))
        .extracting(Organisation::members)
        .containsExactly(1);
  }
}

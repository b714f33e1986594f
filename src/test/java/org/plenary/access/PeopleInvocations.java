package org.plenary.access;

import static org.plenary.access.Invocations.the;
import static org.plenary.access.Invocations.with;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.bodies.BodyDraft;
import org.plenary.bodies.BodyKind;
import org.plenary.bodies.DirectoryLine;
import org.plenary.bodies.PersonPage;
import org.plenary.bodies.SeatLine;
import org.plenary.bodies.Seats;
import org.plenary.bodies.Theme;
import org.plenary.kernel.SeatRole;
import org.plenary.kernel.Uuids;
import org.plenary.people.NewAccount;
import org.plenary.people.Organisation;
import org.plenary.people.OrganisationKind;
import org.plenary.people.OwnProfile;
import org.plenary.people.Person;
import org.plenary.people.Profile;

/** How the methods of people and bodies are called. */
final class PeopleInvocations {
  private static final String PASSWORD = "a password that is long enough";
  private static final NewAccount DETAILS = new NewAccount("Ilse", "", "FJ", ZoneId.of("UTC"));

  private PeopleInvocations() {}

  static void in(Invocations calls) {
    accounts(calls);
    profiles(calls);
    bodies(calls);
    seats(calls);
    directory(calls);
  }

  private static Person someone() {
    UUID id = UUID.randomUUID();
    return new Person(id, "Ilse", id + "@example.org", "", "FJ", ZoneId.of("UTC"));
  }

  private static void accounts(Invocations calls) {
    calls.on("people Accounts.register(String,String)", w -> with("Ilse", World.address()));
    calls.on("people Accounts.forget(String)", w -> with("author@example.org"));
    calls.on(
        "people Accounts.invite(String,String,String)", w -> with("Ilse", World.address(), null));
    calls.on("people Accounts.inviteAgain(UUID)", w -> with(the(w.invitedPerson)));
    calls.on("people Accounts.withdraw(UUID)", w -> with(the(w.invitedPerson)));
    calls.on(
        "people Accounts.look(String)", w -> with(the(w.token(w.invitedPerson, "link.invite"))));
    calls.on(
        "people Accounts.open(String,NewAccount,String)",
        w -> with(the(w.token(w.invitedPerson, "link.invite")), DETAILS, PASSWORD));
    calls.on(
        "people Accounts.openFirst(NewAccount,String,String)",
        w -> with(DETAILS, World.address(), PASSWORD));
    calls
        .on(
            "people Accounts.reset(String,String)",
            w -> with(the(w.token(w.as(Role.VOLUNTEER).id(), "link.reset")), PASSWORD))
        .after(
            w -> w.accounts.forget(w.as(Role.PUBLIC), w.as(Role.VOLUNTEER).id() + "@example.org"));
    calls.on(
        "people Accounts.changePassword(String,String)", w -> with("sample-partnership", PASSWORD));
    calls.on("people Accounts.signOutEverywhere()", w -> with());
    calls.on("people Accounts.disable(UUID)", w -> with(the(w.as(Role.VOLUNTEER).id())));
    calls.on("people Accounts.disable(UUID)@secretariat", w -> with(the(officer(w))));
    calls.on("people Accounts.enable(UUID)", w -> with(the(w.as(Role.VOLUNTEER).id())));
    calls.on("people People.register(Person,String)", w -> with(someone(), "sample-partnership"));
    calls.on(
        "people People.register(List,String)", w -> with(List.of(someone()), "sample-partnership"));
    calls
        .on("people People.directory()", w -> with())
        .says((asked, answer) -> person(asked.world(), Role.REVIEWER, answer));
    calls
        .on("people People.directory()@office", w -> with())
        .says((asked, answer) -> person(asked.world(), Role.CHAIR, answer));
  }

  /** Whether the person is among them, and with their address. */
  private static String person(World w, Role role, @Nullable Object answer) {
    return ((Collection<?>) Objects.requireNonNull(answer))
        .stream()
            .map(Person.class::cast)
            .filter(person -> person.id().equals(w.as(role).id()))
            .findFirst()
            .map(person -> person.email().isEmpty() ? "noaddr" : "yes")
            .orElse("empty");
  }

  private static UUID officer(World w) {
    return w.cast.id("officer");
  }

  private static void profiles(Invocations calls) {
    calls.on("people Profiles.mine()", w -> with());
    calls
        .on("people Profiles.of(UUID)", w -> with(the(w.as(Role.REVIEWER).id())))
        .says(
            (asked, answer) ->
                ((OwnProfile) Objects.requireNonNull(answer)).email().isEmpty() ? "noaddr" : "yes");
    calls
        .on(
            "people Profiles.keep(Profile,long)",
            w ->
                with(
                    new Profile(
                        "Ilse",
                        "",
                        null,
                        "FJ",
                        ZoneId.of("UTC"),
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        false,
                        ""),
                    -1L))
        // Some of the sample have one already: as if nobody had.
        .after(w -> w.jdbc.sql("delete from person_profile").update());
    calls
        .on("people Organisations.all()", w -> with())
        .sees(w -> one -> ((Organisation) one).id().equals(w.organisation));
    calls.on("people Organisations.mayKeep()", w -> with());
    calls.on(
        "people Organisations.add(String,OrganisationKind,String)",
        w -> with("Institute " + UUID.randomUUID(), OrganisationKind.RESEARCH, "FJ"));
    calls.on(
        "people Organisations.change(UUID,String,OrganisationKind,String)",
        w ->
            with(
                the(w.organisation),
                "Institute " + UUID.randomUUID(),
                OrganisationKind.RESEARCH,
                "FJ"));
  }

  private static BodyDraft founded(BodyKind kind) {
    return new BodyDraft("QUANDEL", "quandel", "Quandel", kind, null, true, "");
  }

  private static void bodies(Invocations calls) {
    calls.on("bodies Bodies.addTheme(Theme)", w -> with(new Theme("quandel", "Quandel")));
    calls.on("bodies Bodies.found(BodyDraft)", w -> with(founded(BodyKind.GROUP)));
    calls.on("bodies Bodies.found(BodyDraft)@committee", w -> with(founded(BodyKind.STEERING)));
    calls.on(
        "bodies Bodies.foundGroup(BodyDraft,Theme)",
        w -> with(founded(BodyKind.GROUP), new Theme("quandel", "Quandel")));
    calls.on("bodies Bodies.mayFound()", w -> with());
    calls.on("bodies Bodies.mayActivate(Body)", w -> with(w.group));
    calls.on("bodies Bodies.setActive(UUID,boolean)", w -> with(the(w.group.id()), false));
    calls.on(
        "bodies Bodies.appoint(Body,UUID,SeatRole,LocalDate)",
        w -> with(w.group, w.as(Role.VOLUNTEER).id(), SeatRole.MEMBER, w.today()));
    calls
        .on("bodies FirstConfiguration.foundCommittees()", w -> with())
        .after(
            w ->
                w.jdbc
                    .sql("update body set code = concat('X', code), slug = concat('x', slug)")
                    .update());
    calls.on("bodies FirstConfiguration.foundGroups()", w -> with());
  }

  private static Seats.Term term(UUID body, SeatRole role, World w) {
    return new Seats.Term(body, role, w.today(), null);
  }

  private static void seats(Invocations calls) {
    calls.on(
        "bodies Seats.invite(String,String,Term,String)",
        w ->
            with(
                "Ilse",
                World.address(),
                term(w.group.id(), SeatRole.MEMBER, w),
                "a member of the group"));
    calls.on(
        "bodies Seats.give(UUID,Term)",
        w -> with(w.as(Role.VOLUNTEER).id(), term(w.group.id(), SeatRole.MEMBER, w)));
    calls.on(
        "bodies Seats.give(UUID,Term)@secretariat",
        w ->
            with(w.as(Role.VOLUNTEER).id(), term(w.secretariat.id(), SeatRole.PROJECT_OFFICER, w)));
    for (String step : List.of("end(Key,LocalDate)", "takeBack(Key)")) {
      calls
          .on(
              "bodies Seats." + step,
              w -> {
                Seats.Key seat =
                    new Seats.Key(
                        w.group.id(), w.as(Role.VOLUNTEER).id(), SeatRole.MEMBER, w.today());
                return step.startsWith("end") ? with(seat, w.today()) : with(seat);
              })
          .after(
              w ->
                  w.bodies.appoint(
                      w.as(Role.PROGRAM),
                      w.group,
                      w.as(Role.VOLUNTEER).id(),
                      SeatRole.MEMBER,
                      w.today()));
    }
    calls.on("bodies Seats.mayAppoint(Body)", w -> with(w.group));
    calls.on("bodies Seats.mayAppoint(Body)@secretariat", w -> with(w.secretariat));
    calls
        .on("bodies Seats.of(Body)", w -> with(w.group))
        .sees(w -> line -> ((SeatLine) line).person().equals(w.as(Role.MEMBER).id()));
    calls
        .on("bodies Seats.of(Body)@office", w -> with(w.group))
        .sees(w -> line -> ((SeatLine) line).person().equals(w.as(Role.CHAIR).id()));
  }

  private static void directory(Invocations calls) {
    calls
        .on("bodies Directory.list(String,int,int)", w -> with("Matrix", 0, 1_000))
        .sees(w -> line -> ((DirectoryLine) line).id().equals(w.as(Role.REVIEWER).id()));
    calls
        .on("bodies Directory.list(String,int,int)@address", w -> with(addressOf(w), 0, 10))
        .sees(w -> line -> true);
    calls
        .on("bodies Directory.count(String)", w -> with(w.as(Role.REVIEWER).name()))
        .says((asked, answer) -> Objects.equals(answer, 0) ? "empty" : "yes");
    calls.on("bodies Directory.mayInvite()", w -> with());
    calls
        .on("bodies Directory.page(UUID)", w -> with(the(w.as(Role.REVIEWER).id())))
        .says(
            (asked, answer) ->
                ((PersonPage) Objects.requireNonNull(answer)).email() == null ? "noaddr" : "yes");
    calls
        .on("bodies Directory.page(UUID)@invited", w -> with(the(w.invitedPerson)))
        .says((asked, answer) -> "yes");
    calls
        .on("bodies Directory.page(UUID)@consented", w -> with(the(w.as(Role.REVIEWER).id())))
        .after(
            w -> {
              byte[] id = Uuids.bytes(w.as(Role.REVIEWER).id());
              w.jdbc
                  .sql(
                      "insert into person_profile (person_id, revision, biography, consented_at,"
                          + " slug) values (?, 0, '', ?, ?)")
                  .params(id, w.today().atStartOfDay(), UUID.randomUUID().toString())
                  .update();
            })
        .says(
            (asked, answer) ->
                ((PersonPage) Objects.requireNonNull(answer)).email() == null ? "noaddr" : "yes");
  }

  private static String addressOf(World w) {
    return w.as(Role.REVIEWER).id() + "@example.org";
  }
}

package org.plenary.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plenary.Cast;
import org.plenary.OnMariaDb;
import org.plenary.bodies.Actors;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Seats;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Revisions;
import org.plenary.kernel.SeatRole;
import org.plenary.people.Accounts;
import org.plenary.people.NewAccount;
import org.plenary.people.People;
import org.plenary.people.Profile;
import org.plenary.people.Profiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The public pages about accounts and people, and when a session is over; on MariaDB. */
@OnMariaDb
class AccountPagesTest {
  private static final String PASSWORD = "seven grey herons waiting";

  @Autowired MockMvc mvc;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired Profiles profiles;
  @Autowired Bodies bodies;
  @Autowired Seats seats;
  @Autowired Actors actors;
  @Autowired Cast cast;
  @Autowired JdbcClient jdbc;

  private static String address() {
    return "person-" + UUID.randomUUID() + "@example.net";
  }

  /** From a place of its own, so that tests do not hold each other off. */
  private static MockHttpServletRequestBuilder from(
      String place, MockHttpServletRequestBuilder request) {
    return request.with(
        r -> {
          r.setRemoteAddr(place);
          return r;
        });
  }

  private String token(String email) {
    return jdbc.sql(
            "select m.path from mail m join person p on p.id = m.recipient_id where p.email = ?"
                + " and m.path like '/accounts/%' order by m.created_at desc, m.id desc limit 1")
        .param(email)
        .query(String.class)
        .single()
        .substring("/accounts/".length());
  }

  private String newcomer(String name) {
    String email = address();
    accounts.register(Actor.PUBLIC, name, email);
    NewAccount details = new NewAccount(name, "An institute", "KE", ZoneId.of("UTC"));
    accounts.open(Actor.PUBLIC, token(email), details, PASSWORD);
    return email;
  }

  private Actor actor(String email) {
    return actors.of(people.accountFor(email).orElseThrow().person());
  }

  @Test
  void whoeverAsksLearnsNothingOfTheAddress() throws Exception {
    String known = newcomer("Known Example");
    for (String page : List.of("/register", "/reset-password")) {
      String[] answers = new String[2];
      int n = 0;
      for (String email : List.of(known, address())) {
        long start = System.nanoTime();
        MockHttpServletResponse answer =
            mvc.perform(
                    from("198.51.100.1", post(page))
                        .param("name", "Some One")
                        .param("email", email))
                .andExpect(redirectedUrl("/accounts/sent"))
                .andExpect(header().doesNotExist("Set-Cookie"))
                .andReturn()
                .getResponse();
        assertThat(System.nanoTime() - start).isGreaterThan(299_000_000L);
        answers[n++] =
            answer.getStatus()
                + answer.getContentAsString()
                + answer.getHeaderNames().stream()
                    .sorted()
                    .map(name -> name + answer.getHeaders(name))
                    .toList();
      }
      assertThat(answers[0]).isEqualTo(answers[1]);
    }
    mvc.perform(get("/accounts/sent")).andExpect(status().isOk());
  }

  @Test
  void askingWithoutEndIsHeldOffWhateverHeadersClaim() throws Exception {
    String email = address();
    for (int i = 0; i < AccountThrottle.FOR_ONE_ADDRESS; i++) {
      asks("198.51.100." + (10 + i), email).andExpect(status().is3xxRedirection());
    }
    asks("198.51.100.99", email).andExpect(status().isTooManyRequests());
    for (int i = 0; i < AccountThrottle.FROM_ONE_PLACE; i++) {
      asks("198.51.100.50", "not an address " + i).andExpect(status().isUnprocessableContent());
    }
    asks("198.51.100.50", address()).andExpect(status().isTooManyRequests());
    asks("198.51.100.51", address()).andExpect(status().is3xxRedirection());
  }

  private ResultActions asks(String place, String email) throws Exception {
    return mvc.perform(
        from(place, post("/reset-password"))
            .header("X-Forwarded-For", UUID.randomUUID().toString())
            .header("Forwarded", "for=192.0.2.1")
            .param("email", email));
  }

  @Test
  void aSlipIsNamedBesideItsFieldAndWhatWasTypedStays() throws Exception {
    mvc.perform(
            from("198.51.100.2", post("/register"))
                .param("name", "<b>Bold</b>")
                .param("email", "nowhere"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("id=\"email-error\""),
                        containsString("&lt;b&gt;Bold&lt;/b&gt;"),
                        not(containsString("<b>Bold")),
                        not(containsString("??")))));
  }

  @Test
  void theLinksPageActsByItsPostAloneAndOnce() throws Exception {
    String email = address();
    accounts.register(Actor.PUBLIC, "Linked Example", email);
    String page = "/accounts/" + token(email);
    for (int i = 0; i < 2; i++) {
      mvc.perform(get(page))
          .andExpect(status().isOk())
          .andExpect(header().doesNotExist("Set-Cookie"))
          .andExpect(header().string("Cache-Control", "no-store"))
          .andExpect(header().string("Referrer-Policy", "no-referrer"))
          .andExpect(
              header()
                  .string(
                      "Content-Security-Policy",
                      allOf(containsString("script-src 'self'"), not(containsString("unsafe")))))
          .andExpect(content().string(containsString("Linked Example")));
    }
    assertThat(people.accountFor(email)).isEmpty();
    opens(page, "fourteen chars")
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("id=\"password-error\"")))
        .andExpect(content().string(not(containsString("fourteen chars"))));
    opens(page, PASSWORD).andExpect(redirectedUrl("/accounts/ready"));
    assertThat(people.accountFor(email)).isPresent();
    assertThat(profiles.mine(actor(email)).profile().zone()).isEqualTo(ZoneId.of("Asia/Dhaka"));

    String used =
        opens(page, PASSWORD)
            .andExpect(status().isNotFound())
            .andReturn()
            .getResponse()
            .getContentAsString();
    String never =
        mvc.perform(get("/accounts/never-there"))
            .andExpect(status().isNotFound())
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(used).isEqualTo(never);
    mvc.perform(get("/accounts/ready")).andExpect(status().isOk());
    mvc.perform(get("/first-run")).andExpect(status().isNotFound());
    mvc.perform(post("/first-run").param("token", "x")).andExpect(status().isNotFound());
  }

  private ResultActions opens(String page, String password) throws Exception {
    return mvc.perform(
        post(page)
            .param("name", "Linked Example")
            .param("country", "BD")
            .param("zone", "Asia/Dhaka")
            .param("password", password));
  }

  @Test
  void aSessionIsOverAtOnceWhenItShouldBe() throws Exception {
    String email = newcomer("Many Sessions");
    Actor person = actor(email);
    MockHttpSession here = signIn(email, PASSWORD);
    MockHttpSession there = signIn(email, PASSWORD);
    assertThat(isIn(here)).isTrue();
    assertThat(isIn(there)).isTrue();
    accounts.signOutEverywhere(person);
    assertThat(isIn(here)).isFalse();
    assertThat(isIn(there)).isFalse();

    MockHttpSession again = signIn(email, PASSWORD);
    accounts.changePassword(person, PASSWORD, "eight brown otters asleep");
    assertThat(isIn(again)).isFalse();

    MockHttpSession last = signIn(email, "eight brown otters asleep");
    assertThat(isIn(last)).isTrue();
    accounts.disable(cast.actor("secretariat"), person.id());
    assertThat(isIn(last)).isFalse();
    assertThat(isIn(signIn(email, "eight brown otters asleep"))).isFalse();
  }

  private MockHttpSession signIn(String email, String password) throws Exception {
    var session =
        mvc.perform(post("/workspace/sign-in").param("username", email).param("password", password))
            .andReturn()
            .getRequest()
            .getSession();
    return (MockHttpSession) java.util.Objects.requireNonNull(session);
  }

  /** Whether a page of the workspace answers with anything but the way to the sign-in. */
  private boolean isIn(MockHttpSession session) throws Exception {
    if (session.isInvalid()) {
      return false;
    }
    String to =
        mvc.perform(get("/workspace/account").session(session))
            .andReturn()
            .getResponse()
            .getHeader("Location");
    return to == null || !to.contains("sign-in");
  }

  @Test
  void groupsAndPeopleShowWhoAgreedAndNobodyElse() throws Exception {
    String shown = newcomer("Shown Example");
    String hidden = newcomer("Hidden Example");
    UUID group = bodies.byCode("DIAS").orElseThrow().id();
    for (String email : List.of(shown, hidden)) {
      seats.give(
          cast.actor("secretariat"),
          actor(email).id(),
          new Seats.Term(group, SeatRole.MEMBER, LocalDate.of(2026, 1, 1), null));
    }
    profiles.keep(actor(shown), profile("Shown Example", true), Revisions.NONE);
    profiles.keep(actor(hidden), profile("Hidden Example", false), Revisions.NONE);
    String slug = profiles.mine(actor(shown)).slug();
    mvc.perform(get("/groups/diaspora"))
        .andExpect(status().isOk())
        .andExpect(header().doesNotExist("Set-Cookie"))
        .andExpect(content().string(containsString("/people/" + slug)))
        .andExpect(content().string(not(containsString("Hidden Example"))))
        .andExpect(content().string(not(containsString("Tchakounga"))))
        .andExpect(content().string(not(containsString("??"))))
        .andExpect(content().string(not(containsString("<script"))));
    mvc.perform(get("/people"))
        .andExpect(content().string(containsString("Shown Example")))
        .andExpect(content().string(not(containsString("Hidden Example"))));
    mvc.perform(get("/people/" + slug))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("https://orcid.org/0000-0002-1825-0097")))
        .andExpect(content().string(containsString("/groups/diaspora")))
        .andExpect(content().string(not(containsString("<i>towns</i>"))))
        .andExpect(content().string(not(containsString(shown))));
    String never = absent("/people/nobody-of-that-name");
    profiles.keep(
        actor(shown), profile("Shown Example", false), profiles.mine(actor(shown)).revision());
    assertThat(absent("/people/" + slug)).isEqualTo(never);
    assertThat(absent("/groups/secretariat")).isEqualTo(never);
  }

  private String absent(String address) throws Exception {
    return mvc.perform(get(address))
        .andExpect(status().isNotFound())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private static Profile profile(String name, boolean isPublic) {
    return new Profile(
        name,
        "An institute",
        null,
        "KE",
        ZoneId.of("UTC"),
        "0000-0002-1825-0097",
        List.of("cities"),
        null,
        null,
        null,
        isPublic,
        "Studies <i>towns</i>.");
  }
}

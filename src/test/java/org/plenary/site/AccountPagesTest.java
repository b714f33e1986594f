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
        String to =
        mvc.perform(get("/workspace/account").session(session))
            .andReturn()
            .getResponse()
            .getHeader("Location");
    // Which answer there is without a session depends on how Flow was built: the session itself
    // does not.
    return !session.isInvalid() && (to == null || !to.contains("sign-in"));
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

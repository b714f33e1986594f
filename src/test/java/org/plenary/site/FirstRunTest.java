package org.plenary.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.plenary.OnMariaDb;
import org.plenary.bodies.Actors;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Body;
import org.plenary.bodies.FirstRun;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Terms;
import org.plenary.people.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A house that begins without the sample, on MariaDB. */
@OnMariaDb
@TestPropertySource(properties = "plenary.demo=false")
class FirstRunTest {
  private static final String PASSWORD = "seven grey herons waiting";

  @Autowired MockMvc mvc;
  @Autowired FirstRun firstRun;
  @Autowired Bodies bodies;
  @Autowired People people;
  @Autowired Actors actors;

  @Test
  void whoReadsTheStartMakesTheFirstAccountAndNobodyASecond() throws Exception {
    String address = firstRun.address().orElseThrow();
    assertThat(address).startsWith("http://localhost:8080/first-run?token=");
    String token = address.substring(address.indexOf('=') + 1);
    assertThat(bodies.all()).isEmpty();
    mvc.perform(get("/"))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("fictional"))));

    String never = absent("/no-such-page");
    assertThat(absent("/first-run")).isEqualTo(never);
    assertThat(absent("/first-run?token=" + token.substring(1))).isEqualTo(never);
    assertThat(setUp("wrong", PASSWORD).andReturn().getResponse().getStatus()).isEqualTo(404);
    mvc.perform(get("/first-run").param("token", token))
        .andExpect(status().isOk())
        .andExpect(header().doesNotExist("Set-Cookie"))
        .andExpect(header().string("Referrer-Policy", "no-referrer"))
        .andExpect(content().string(not(containsString("??"))));
    setUp(token, "too short").andExpect(status().isUnprocessableContent());
    assertThat(firstRun.isNeeded()).isTrue();
    assertThat(bodies.all()).as("all or nothing").isEmpty();

    setUp(token, PASSWORD).andExpect(redirectedUrl("/accounts/ready"));
    assertThat(bodies.groups()).hasSize(11);
    assertThat(bodies.groups().stream().filter(Body::active)).hasSize(5);
    assertThat(bodies.themes()).hasSize(11);
    Actor head = actors.of(people.accountFor("head@example.net").orElseThrow().person());
    assertThat(head.holds(Terms.SECRETARIAT)).isTrue();
    mvc.perform(
            post("/workspace/sign-in")
                .param("username", "head@example.net")
                .param("password", PASSWORD))
        .andExpect(header().string("Location", not(containsString("error"))));

    assertThat(firstRun.address()).isEmpty();
    assertThat(absent("/first-run?token=" + token)).isEqualTo(never);
    setUp(token, PASSWORD).andExpect(status().isNotFound());
  }

  private ResultActions setUp(String token, String password) throws Exception {
    return mvc.perform(
        post("/first-run")
            .param("token", token)
            .param("name", "First Head")
            .param("email", "head@example.net")
            .param("country", "SN")
            .param("password", password)
            .param("groups", "true"));
  }

  private String absent(String address) throws Exception {
    return mvc.perform(get(address))
        .andExpect(status().isNotFound())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }
}

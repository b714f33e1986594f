package org.plenary.shell;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.plenary.people.People;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;

/**
 * The workspace's door: a session by sign-in with e-mail and password. The name of whoever is
 * signed in is the person's id, so that a changed e-mail address changes nothing.
 */
@Configuration
class WorkspaceSecurity {

  @Bean
  @Order(1)
  SecurityFilterChain workspace(HttpSecurity http) throws Exception {
    return http.securityMatcher("/workspace", "/workspace/**")
        .with(
            VaadinSecurityConfigurer.vaadin(),
            vaadin ->
                vaadin
                    .loginView(SignInView.class, "/workspace/sign-in")
                    .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated))
        .addFilterBefore(WorkspaceSecurity::refuseOtherSites, CsrfFilter.class)
        .build();
  }

  /**
   * Refuses what another site makes a browser send. The sign-in form carries no token, so without
   * this a visitor could be signed in unawares as someone else.
   */
  private static void refuseOtherSites(
      ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    boolean writes = !http.getMethod().equals("GET") && !http.getMethod().equals("HEAD");
    if (writes && "cross-site".equals(http.getHeader("Sec-Fetch-Site"))) {
      ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    chain.doFilter(request, response);
  }

  @Bean
  UserDetailsService accounts(People people) {
    return email ->
        people
            .accountFor(email.toLowerCase(Locale.ROOT))
            .map(
                account ->
                    User.withUsername(account.person().toString())
                        .password(account.passwordHash())
                        .disabled(!account.enabled())
                        .roles("PERSON")
                        .build())
            .orElseThrow(() -> new UsernameNotFoundException("no account"));
  }
}

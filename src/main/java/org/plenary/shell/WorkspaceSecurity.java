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
import org.plenary.people.SignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The workspace's door: a session by sign-in with e-mail and password. The name of whoever is
 * signed in is the person's id, so that a changed e-mail address changes nothing.
 */
@Configuration
class WorkspaceSecurity {
  // Flow starts its pages by an inline script and runs what the server sends it; what the policy
  // can still do is keep everything from and to other hosts out, and the pages out of frames.
  private static final String POLICY =
      "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
          + " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:;"
          + " connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self';"
          + " form-action 'self'; frame-ancestors 'none'";

  @Bean
  @Order(1)
  SecurityFilterChain workspace(HttpSecurity http, Sessions sessions) throws Exception {
    return http.securityMatcher("/workspace", "/workspace/**")
        .with(
            VaadinSecurityConfigurer.vaadin(),
            vaadin ->
                vaadin
                    .loginView(SignInView.class, "/workspace/sign-in")
                    .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated))
        .addFilterAfter(sessions::endAtOnce, SecurityContextHolderFilter.class)
        .addFilterBefore(WorkspaceSecurity::refuseOtherSites, CsrfFilter.class)
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
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
  AuthenticationProvider passwords(
      People people, PasswordEncoder encoder, SignInThrottle throttle) {
    DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(accounts(people));
    passwords.setPasswordEncoder(encoder);
    return throttle.before(passwords);
  }

  private static UserDetailsService accounts(People people) {
    return email ->
        people
            .accountFor(email.toLowerCase(Locale.ROOT))
            .map(SignedIn::new)
            .orElseThrow(() -> new UsernameNotFoundException("no account"));
  }
}

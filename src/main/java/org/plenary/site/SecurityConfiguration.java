package org.plenary.site;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The public site: no session and no cookie; nothing is written but by links in mails and what the
 * pages of accounts are for.
 */
@Configuration
class SecurityConfiguration {
  @Bean
  SecurityFilterChain publicSite(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(HttpMethod.GET, "/**")
                    .permitAll()
                    .requestMatchers(HttpMethod.HEAD, "/**")
                    .permitAll()
                    // Answers to an invitation: the secret in the address speaks for the person.
                    .requestMatchers(
                        HttpMethod.POST, "/invitations/*/accept", "/invitations/*/decline")
                    .permitAll()
                    // How to stop a mail: likewise.
                    .requestMatchers(HttpMethod.POST, "/mail/stop/*")
                    .permitAll()
                    // Asking for a link, and what the secret of one does.
                    .requestMatchers(
                        HttpMethod.POST,
                        "/register",
                        "/reset-password",
                        "/accounts/*",
                        "/first-run")
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .csrf(csrf -> csrf.disable())
        .httpBasic(basic -> basic.disable())
        .formLogin(form -> form.disable())
        .logout(logout -> logout.disable())
        .headers(
            headers ->
                headers
                    .cacheControl(cache -> cache.disable())
                    .contentSecurityPolicy(csp -> csp.policyDirectives(SecurityHeaders.POLICY))
                    .contentTypeOptions(Customizer.withDefaults())
                    .referrerPolicy(
                        referrer ->
                            referrer.policy(
                                org.springframework.security.web.header.writers
                                    .ReferrerPolicyHeaderWriter.ReferrerPolicy
                                    .STRICT_ORIGIN_WHEN_CROSS_ORIGIN)))
        .build();
  }
}

package org.plenary.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.plenary.people.People;
import org.plenary.people.SignedIn;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** When a session is over, and how one goes on although all others of the account are. */
final class Sessions {
  private Sessions() {}

  /**
   * Ends a session whose account was disabled, or whose password was changed, or that was signed
   * out from elsewhere: at its next request, whatever that asks for.
   */
  static void endAtOnce(
      People people, ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
    if (signedIn != null
        && signedIn.getPrincipal() instanceof SignedIn session
        && people.signedIn(session).isEmpty()) {
      HttpSession http = ((HttpServletRequest) request).getSession(false);
      if (http != null) {
        http.invalidate();
      }
      SecurityContextHolder.clearContext();
    }
    chain.doFilter(request, response);
  }

  /** Makes this session one of the account as it is now. */
  static void goOn(People.Account account, HttpServletRequest request) {
    SignedIn signedIn = new SignedIn(account);
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    var token =
        UsernamePasswordAuthenticationToken.authenticated(
            signedIn, null, signedIn.getAuthorities());
    signedIn.eraseCredentials();
    context.setAuthentication(token);
    SecurityContextHolder.setContext(context);
    request
        .getSession()
        .setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
  }
}

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
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** When a session is over, and how one goes on although all others of the account are. */
@Component
class Sessions {
  private final People people;

  // The program's own and not the one that hangs on the class: what was set there last need not be
  // what the filters use.
  private final SecurityContextHolderStrategy contexts;

  Sessions(People people, SecurityContextHolderStrategy contexts) {
    this.people = people;
    this.contexts = contexts;
  }

  /**
   * Ends a session whose account was disabled, or whose password was changed, or that was signed
   * out from elsewhere: at its next request, whatever that asks for.
   */
  void endAtOnce(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Authentication signedIn = contexts.getContext().getAuthentication();
    if (signedIn != null
        && signedIn.getPrincipal() instanceof SignedIn session
        && people.signedIn(session).isEmpty()) {
      HttpSession http = ((HttpServletRequest) request).getSession(false);
      if (http != null) {
        http.invalidate();
      }
      contexts.clearContext();
    }
    chain.doFilter(request, response);
  }

  /** Makes this session one of the account as it is now. */
  void goOn(People.Account account, HttpServletRequest request) {
    SignedIn signedIn = new SignedIn(account);
    SecurityContext context = contexts.createEmptyContext();
    var token =
        UsernamePasswordAuthenticationToken.authenticated(
            signedIn, null, signedIn.getAuthorities());
    signedIn.eraseCredentials();
    context.setAuthentication(token);
    contexts.setContext(context);
    request
        .getSession()
        .setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
  }
}

package org.plenary.review.web;

import jakarta.servlet.http.HttpServletResponse;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.review.Invitation;
import org.plenary.review.Invitations;
import org.plenary.review.Refusal;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What the link of an invitation opens, without sign-in: title and abstract, and two buttons. The
 * link's secret is the only thing that speaks for the person, so there is no session that a forged
 * request could ride on.
 */
@Controller
class InvitationPages {
  private final Invitations invitations;

  InvitationPages(Invitations invitations) {
    this.invitations = invitations;
  }

  @GetMapping("/invitations/{token}")
  String look(@PathVariable String token, Model model, HttpServletResponse response) {
    Invitation invitation =
        invitations
            .look(Actor.PUBLIC, token)
            .orElseThrow(() -> new NotFoundException("invitation"));
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Robots-Tag", "noindex");
    model.addAttribute("invitation", invitation);
    model.addAttribute("token", token);
    return "review/invitation";
  }

  @PostMapping("/invitations/{token}/accept")
  String accept(@PathVariable String token) {
    try {
      invitations.accept(Actor.PUBLIC, token);
    } catch (DomainException answered) {
      // A second click: the page says what was answered before.
    }
    return "redirect:/invitations/" + token;
  }

  @PostMapping("/invitations/{token}/decline")
  String decline(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String suggestion,
      @RequestParam(defaultValue = "false") boolean conflict) {
    try {
      invitations.decline(Actor.PUBLIC, token, new Refusal(reason, suggestion, conflict));
    } catch (DomainException answered) {
      // As above.
    }
    return "redirect:/invitations/" + token;
  }
}

package org.plenary.mail.web;

import jakarta.servlet.http.HttpServletResponse;
import org.plenary.kernel.Actor;
import org.plenary.kernel.NotFoundException;
import org.plenary.mail.MailChoices;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * How to stop, without sign-in. The same address takes the one click of a mail program (RFC 8058),
 * which wants an answer and no redirect.
 */
@Controller
class StopPages {
  private final MailChoices choices;

  StopPages(MailChoices choices) {
    this.choices = choices;
  }

  @GetMapping("/mail/stop/{token}")
  String look(@PathVariable String token, Model model, HttpServletResponse response) {
    return page(
        choices.look(Actor.PUBLIC, token).orElseThrow(() -> new NotFoundException("mail link")),
        model,
        response);
  }

  @PostMapping("/mail/stop/{token}")
  String stop(@PathVariable String token, Model model, HttpServletResponse response) {
    return page(
        choices.stop(Actor.PUBLIC, token).orElseThrow(() -> new NotFoundException("mail link")),
        model,
        response);
  }

  private static String page(MailChoices.Stop stop, Model model, HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Robots-Tag", "noindex");
    model.addAttribute("stop", stop);
    return "mail/stop";
  }
}

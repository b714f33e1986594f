package org.plenary.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.people.AccountLink;
import org.plenary.people.Accounts;
import org.plenary.people.LinkPurpose;
import org.plenary.people.NewAccount;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Registering, asking for another password, and what the link of the mail opens. Whoever asks gets
 * the same answer after the same time, whether or not the address is known. Looking at a link does
 * nothing, so that a mail scanner burns none; its secret is the only thing that speaks for the
 * person, so there is no session that a forged request could ride on.
 */
@Controller
class AccountPages {
  /** Longer than either answer takes to work out, so that the time tells nothing. */
  private static final Duration EVENLY = Duration.ofMillis(300);

  private final Accounts accounts;
  private final AccountThrottle throttle;
  private final AccountForms forms;

  AccountPages(Accounts accounts, AccountThrottle throttle, AccountForms forms) {
    this.accounts = accounts;
    this.throttle = throttle;
    this.forms = forms;
  }

  @GetMapping("/register")
  String register(Model model, HttpServletResponse response, Locale locale) {
    return form("accounts/register", "", "", model, response, locale);
  }

  @PostMapping("/register")
  String register(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String email,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale) {
    String form = form("accounts/register", name, email, model, response, locale);
    Runnable register = () -> accounts.register(Actor.PUBLIC, name, email);
    return asked(register, form, email, model, request, response, locale);
  }

  @GetMapping("/reset-password")
  String reset(Model model, HttpServletResponse response, Locale locale) {
    return form("accounts/reset", "", "", model, response, locale);
  }

  @PostMapping("/reset-password")
  String reset(
      @RequestParam(defaultValue = "") String email,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale) {
    String form = form("accounts/reset", "", email, model, response, locale);
    Runnable reset = () -> accounts.forget(Actor.PUBLIC, email);
    return asked(reset, form, email, model, request, response, locale);
  }

  private String asked(
      Runnable command,
      String form,
      String email,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale) {
    if (!throttle.takes(email, request.getRemoteAddr())) {
      forms.hold(response, model, locale);
      return form;
    }
    long until = System.nanoTime() + EVENLY.toNanos();
    try {
      command.run();
    } catch (DomainException refusal) {
      forms.refuse(response, model, refusal, locale);
      return form;
    } finally {
      for (long left = EVENLY.toNanos(); left > 0; left = until - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }
    return "redirect:/accounts/sent";
  }

  @GetMapping("/accounts/sent")
  String sent(Model model, HttpServletResponse response, Locale locale) {
    return form("accounts/sent", "", "", model, response, locale);
  }

  @GetMapping("/accounts/ready")
  String ready(Model model, HttpServletResponse response, Locale locale) {
    return form("accounts/ready", "", "", model, response, locale);
  }

  @GetMapping("/accounts/{token}")
  String look(
      @PathVariable String token, Model model, HttpServletResponse response, Locale locale) {
    Optional<AccountLink> link = accounts.look(Actor.PUBLIC, token);
    String name = link.map(AccountLink::name).orElse("");
    form("accounts/link", name, "", model, response, locale);
    return link.map(found -> page(found, token, model)).orElseGet(() -> over(response));
  }

  @PostMapping("/accounts/{token}")
  String use(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String affiliation,
      @RequestParam(defaultValue = "") String country,
      @RequestParam(defaultValue = "") String zone,
      @RequestParam(defaultValue = "") String password,
      Model model,
      HttpServletResponse response,
      Locale locale) {
    form("accounts/link", name, "", model, response, locale);
    Optional<AccountLink> link = accounts.look(Actor.PUBLIC, token);
    if (link.isEmpty()) {
      return over(response);
    }
    try {
      if (link.get().purpose() == LinkPurpose.RESET) {
        accounts.reset(Actor.PUBLIC, token, password);
      } else {
        NewAccount details = new NewAccount(name, affiliation, country, AccountForms.zone(zone));
        accounts.open(Actor.PUBLIC, token, details, password);
      }
    } catch (NotFoundException usedMeanwhile) {
      return over(response);
    } catch (DomainException refusal) {
      forms.refuse(response, model, refusal, locale);
      model.addAttribute("affiliation", affiliation);
      model.addAttribute("country", country);
      return page(link.get(), token, model);
    }
    return "redirect:/accounts/ready";
  }

  private String form(
      String view,
      String name,
      String email,
      Model model,
      HttpServletResponse response,
      Locale locale) {
    forms.prepare(response, model, locale);
    model.addAttribute("name", name);
    model.addAttribute("email", email);
    return view;
  }

  private static String page(AccountLink link, String token, Model model) {
    model.addAttribute("link", link);
    model.addAttribute("token", token);
    return "accounts/link";
  }

  /** Used, too old or never there: one answer. */
  private static String over(HttpServletResponse response) {
    response.setStatus(HttpStatus.NOT_FOUND.value());
    return "accounts/over";
  }
}

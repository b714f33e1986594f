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
  String register(Model model, HttpServletResponse response) {
    return page("accounts/register", AccountForm.EMPTY, model, response);
  }

  @PostMapping("/register")
  String register(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String email,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale) {
    AccountForm form = AccountForm.of(name, email);
    String view = page("accounts/register", form, model, response);
    Runnable register = () -> accounts.register(Actor.PUBLIC, name, email);
    return asked(register, view, form, model, request, response, locale);
  }

  @GetMapping("/reset-password")
  String reset(Model model, HttpServletResponse response) {
    return page("accounts/reset", AccountForm.EMPTY, model, response);
  }

  @PostMapping("/reset-password")
  String reset(
      @RequestParam(defaultValue = "") String email,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale) {
    AccountForm form = AccountForm.of("", email);
    String view = page("accounts/reset", form, model, response);
    Runnable reset = () -> accounts.forget(Actor.PUBLIC, email);
    return asked(reset, view, form, model, request, response, locale);
  }

  private String asked(
      Runnable command,
      String view,
      AccountForm form,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale) {
    if (!throttle.takes(form.email(), request.getRemoteAddr())) {
      model.addAttribute("form", forms.hold(response, form, locale));
      return view;
    }
    long until = System.nanoTime() + EVENLY.toNanos();
    try {
      command.run();
    } catch (DomainException refusal) {
      model.addAttribute("form", forms.refuse(response, form, refusal, locale));
      return view;
    } finally {
      for (long left = EVENLY.toNanos(); left > 0; left = until - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }
    return "redirect:/accounts/sent";
  }

  @GetMapping("/accounts/sent")
  String sent(HttpServletResponse response) {
    forms.prepare(response);
    return "accounts/sent";
  }

  @GetMapping("/accounts/ready")
  String ready(HttpServletResponse response) {
    forms.prepare(response);
    return "accounts/ready";
  }

  @GetMapping("/accounts/{token}")
  String look(@PathVariable String token, Model model, HttpServletResponse response) {
    Optional<AccountLink> link = accounts.look(Actor.PUBLIC, token);
    return link.map(found -> page(found, token, AccountForm.of(found.name(), ""), model, response))
        .orElseGet(() -> over(response));
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
      AccountForm form = AccountForm.of(name, "").from(affiliation, country);
      AccountForm refused = forms.refuse(response, form, refusal, locale);
      return page(link.get(), token, refused, model, response);
    }
    forms.prepare(response);
    return "redirect:/accounts/ready";
  }

  private String page(String view, AccountForm form, Model model, HttpServletResponse response) {
    forms.prepare(response);
    model.addAttribute("form", form);
    return view;
  }

  private String page(
      AccountLink link, String token, AccountForm form, Model model, HttpServletResponse response) {
    model.addAttribute("link", link);
    model.addAttribute("token", token);
    return page("accounts/link", form, model, response);
  }

  /** Used, too old or never there: one answer. */
  private String over(HttpServletResponse response) {
    forms.prepare(response);
    response.setStatus(HttpStatus.NOT_FOUND.value());
    return "accounts/over";
  }
}

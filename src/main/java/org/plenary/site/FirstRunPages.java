package org.plenary.site;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.plenary.bodies.FirstRun;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.people.NewAccount;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where the first account of a new house is made, by whoever can read what the start printed. For
 * everyone else, and once there is an account, there is nothing at this address.
 */
@Controller
class FirstRunPages {
  private final FirstRun firstRun;
  private final AccountForms forms;

  FirstRunPages(FirstRun firstRun, AccountForms forms) {
    this.firstRun = firstRun;
    this.forms = forms;
  }

  @GetMapping("/first-run")
  String form(
      @RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
    return page(token, AccountForm.EMPTY, true, model, response);
  }

  @PostMapping("/first-run")
  String setUp(
      @RequestParam(defaultValue = "") String token,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String affiliation,
      @RequestParam(defaultValue = "") String country,
      @RequestParam(defaultValue = "") String zone,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "false") boolean groups,
      Model model,
      HttpServletResponse response,
      Locale locale) {
    AccountForm form = AccountForm.of(name, email).from(affiliation, country);
    String view = page(token, form, groups, model, response);
    NewAccount head = new NewAccount(name, affiliation, country, AccountForms.zone(zone));
    try {
      firstRun.setUp(token, head, email, password, groups);
    } catch (DomainException refusal) {
      model.addAttribute("form", forms.refuse(response, form, refusal, locale));
      return view;
    }
    return "redirect:/accounts/ready";
  }

  private String page(
      String token, AccountForm form, boolean groups, Model model, HttpServletResponse response) {
    if (!firstRun.opens(token)) {
      throw new NotFoundException("first run");
    }
    forms.prepare(response);
    model.addAttribute("token", token);
    model.addAttribute("groups", groups);
    model.addAttribute("form", form);
    return "accounts/first-run";
  }
}

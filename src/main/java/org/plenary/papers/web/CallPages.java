package org.plenary.papers.web;

import org.plenary.kernel.Actor;
import org.plenary.papers.Calls;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The calls for papers that are open or coming. */
@Controller
class CallPages {
  private final Calls calls;

  CallPages(Calls calls) {
    this.calls = calls;
  }

  @GetMapping("/calls")
  String calls(Model model) {
    model.addAttribute("calls", calls.announced(Actor.PUBLIC));
    return "papers/calls";
  }
}

package org.plenary.briefs.web;

import org.jspecify.annotations.Nullable;
import org.plenary.bodies.Bodies;
import org.plenary.briefs.PolicyOptions;
import org.plenary.kernel.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The menu of policy options. */
@Controller
class OptionPages {
  private final PolicyOptions options;
  private final Bodies bodies;

  OptionPages(PolicyOptions options, Bodies bodies) {
    this.options = options;
    this.bodies = bodies;
  }

  @GetMapping("/options")
  String menu(@RequestParam(required = false) @Nullable String theme, Model model) {
    model.addAttribute("options", options.menu(Actor.PUBLIC, theme));
    model.addAttribute("themes", bodies.themes());
    model.addAttribute("theme", theme == null ? "" : theme);
    return "briefs/options";
  }
}

package org.plenary.review.web;

import org.plenary.kernel.Actor;
import org.plenary.kernel.NotFoundException;
import org.plenary.review.ResponseTables;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The response table of a published paper, where it is published too. */
@Controller
class ResponsePages {
  private final ResponseTables tables;

  ResponsePages(ResponseTables tables) {
    this.tables = tables;
  }

  @GetMapping("/papers/{reference}/review")
  String table(@PathVariable String reference, Model model) {
    model.addAttribute(
        "table",
        tables
            .published(Actor.PUBLIC, reference)
            .orElseThrow(() -> new NotFoundException("response table of " + reference)));
    return "review/responses";
  }
}

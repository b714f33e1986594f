package org.plenary.site;

import java.util.Map;
import org.plenary.bodies.Bodies;
import org.plenary.search.Search;
import org.plenary.search.SearchQuery;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Home and the groups. */
@Controller
class HomePages {
  private final Search search;
  private final Bodies bodies;

  HomePages(Search search, Bodies bodies) {
    this.search = search;
    this.bodies = bodies;
  }

  @GetMapping("/")
  String home(Model model) {
    var newest = search.published(new SearchQuery("", Map.of(), 1));
    model.addAttribute("newest", newest.hits().stream().limit(6).toList());
    model.addAttribute("total", newest.total());
    model.addAttribute("themes", bodies.themes());
    return "site/home";
  }

  @GetMapping("/groups")
  String groups(Model model) {
    model.addAttribute("groups", bodies.groups());
    return "site/groups";
  }
}

package org.plenary.site;

import java.util.List;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Body;
import org.plenary.bodies.BodyKind;
import org.plenary.bodies.Directory;
import org.plenary.kernel.NotFoundException;
import org.plenary.people.Profiles;
import org.plenary.people.PublicProfile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A group with its members, and people: those who agreed to be shown, and nobody else. */
@Controller
class PeoplePages {
  private static final int PAGE = 60;
  private final Bodies bodies;
  private final Directory directory;
  private final Profiles profiles;

  PeoplePages(Bodies bodies, Directory directory, Profiles profiles) {
    this.bodies = bodies;
    this.directory = directory;
    this.profiles = profiles;
  }

  @GetMapping("/groups/{slug}")
  String group(@PathVariable String slug, Model model) {
    Body group =
        bodies
            .bySlug(slug)
            .filter(body -> body.kind() == BodyKind.GROUP)
            .orElseThrow(() -> new NotFoundException("group"));
    String theme = group.theme();
    model.addAttribute("group", group);
    model.addAttribute("themes", theme == null ? List.of() : bodies.themes(List.of(theme)));
    model.addAttribute("members", directory.publicMembers(group.id()));
    return "site/group";
  }

  @GetMapping("/people")
  String people(@RequestParam(defaultValue = "1") String page, Model model) {
    int number = page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1;
    List<PublicProfile> people = profiles.published((number - 1) * PAGE, PAGE + 1);
    model.addAttribute("people", people.stream().limit(PAGE).toList());
    model.addAttribute("previous", number > 1 ? number - 1 : null);
    model.addAttribute("next", people.size() > PAGE ? number + 1 : null);
    return "site/people";
  }

  @GetMapping("/people/{slug}")
  String person(@PathVariable String slug, Model model) {
    PublicProfile person =
        profiles.published(slug).orElseThrow(() -> new NotFoundException("person"));
    model.addAttribute("person", person);
    model.addAttribute("themes", bodies.themes(person.themes()));
    model.addAttribute("seats", directory.publicSeats(person));
    return "site/person";
  }
}

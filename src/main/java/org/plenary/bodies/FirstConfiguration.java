package org.plenary.bodies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.plenary.kernel.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bodies a partnership begins with: the secretariat and two committees always, and, for
 * migration and development, eleven groups with their themes. The groups are data, in {@code
 * bodies/first-configuration.json}. Thread-safe.
 */
@Component
public class FirstConfiguration {
  private final Bodies bodies;
  private final TransactionTemplate transaction;
  private final Resource resource;

  FirstConfiguration(
      Bodies bodies,
      TransactionTemplate transaction,
      @Value("classpath:bodies/first-configuration.json") Resource resource) {
    this.bodies = bodies;
    this.transaction = transaction;
    this.resource = resource;
  }

  record Groups(List<Theme> themes, List<Group> groups) {}

  record Group(String code, String slug, String name, String theme, boolean active, String remit) {}

  /** Founds the secretariat and the committees. */
  public void foundCommittees(Actor actor) {
    transaction.executeWithoutResult(
        status -> {
          found(actor, "SECRETARIAT", "secretariat", BodyKind.SECRETARIAT, "Secretariat");
          found(actor, "STEERING", "steering-committee", BodyKind.STEERING, "Steering committee");
          found(actor, "DONORS", "donor-committee", BodyKind.DONORS, "Donor committee");
        });
  }

  private void found(Actor actor, String code, String slug, BodyKind kind, String name) {
    bodies.found(actor, new BodyDraft(code, slug, name, kind, null, true, ""));
  }

  /** Founds the themes and groups: all of them or, if one is there already, none. */
  public void foundGroups(Actor actor) {
    Groups read;
    try (var in = resource.getInputStream()) {
      read = JsonMapper.shared().readValue(in, Groups.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    transaction.executeWithoutResult(
        status -> {
          read.themes().forEach(theme -> bodies.addTheme(actor, theme));
          for (Group g : read.groups()) {
            bodies.found(
                actor,
                new BodyDraft(
                    g.code(),
                    g.slug(),
                    g.name(),
                    BodyKind.GROUP,
                    g.theme(),
                    g.active(),
                    g.remit()));
          }
        });
  }
}

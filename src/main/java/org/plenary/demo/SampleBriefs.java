package org.plenary.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.plenary.bodies.Body;
import org.plenary.briefs.BriefDraft;
import org.plenary.briefs.BriefEditions;
import org.plenary.briefs.BriefTranslations;
import org.plenary.briefs.Briefs;
import org.plenary.briefs.PolicyOptions;
import org.plenary.briefs.PublicBriefs;
import org.plenary.demo.Sample.BriefStage;
import org.plenary.demo.Sample.SampleBrief;
import org.plenary.kernel.Actor;
import org.plenary.kernel.SeatRole;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Loads the briefs of the sample. What is past is the program's doing and no news to anyone; what
 * is being written is its writer's own.
 */
@Component
@ConditionalOnBooleanProperty("plenary.demo")
class SampleBriefs {
  private final Briefs briefs;
  private final BriefTranslations translations;
  private final BriefEditions editions;
  private final PublicBriefs library;
  private final PolicyOptions menu;

  SampleBriefs(
      Briefs briefs,
      BriefTranslations translations,
      BriefEditions editions,
      PublicBriefs library,
      PolicyOptions menu) {
    this.briefs = briefs;
    this.translations = translations;
    this.editions = editions;
    this.library = library;
    this.menu = menu;
  }

  /**
   * Loads them all, those that ended last: what took their place must be there.
   *
   * @param papers by key
   * @param after is run after each
   */
  void load(List<SampleBrief> all, SampleHouse house, Map<String, UUID> papers, Runnable after) {
    Map<String, UUID> ids = new HashMap<>();
    for (SampleBrief b : all) {
      ids.put(b.key(), load(b, house, papers));
      after.run();
    }
    String superseding = Sample.words().superseding();
    for (SampleBrief b : all) {
      UUID id = Objects.requireNonNull(ids.get(b.key()));
      String by = b.supersededBy();
      if (by != null) {
        UUID instead = Objects.requireNonNull(ids.get(by), by);
        editions.supersede(Actor.SYSTEM, id, instead, superseding);
      }
      String withdrawn = b.withdrawn();
      if (withdrawn != null) {
        editions.withdraw(Actor.SYSTEM, id, withdrawn);
      }
    }
  }

  private UUID load(SampleBrief b, SampleHouse house, Map<String, UUID> papers) {
    Body group = house.group(b.group());
    boolean past = b.stage() == BriefStage.PUBLISHED || b.stage() == BriefStage.CLEARED;
    Actor writer = past ? Actor.SYSTEM : house.inRole(group, SeatRole.OUTREACH_OFFICER);
    UUID id = briefs.start(writer, group.id(), draft(b, papers));
    b.inOtherLanguages().forEach(words -> translations.translate(writer, id, words));
    if (b.stage() != BriefStage.DRAFT) {
      briefs.hand(writer, id);
    }
    if (past) {
      briefs.clear(Actor.SYSTEM, id);
    }
    if (b.stage() == BriefStage.PUBLISHED) {
      briefs.publish(Actor.SYSTEM, id, Objects.requireNonNull(b.published()));
      offer(id);
    }
    return id;
  }

  /** Puts the options of a published brief on the menu, but for those with limited evidence. */
  private void offer(UUID id) {
    library
        .published(Actor.PUBLIC, briefs.slug(Actor.SYSTEM, id))
        .orElseThrow()
        .content()
        .options()
        .stream()
        .filter(option -> !option.evidence().equals("limited"))
        .forEach(option -> menu.putOnMenu(Actor.SYSTEM, Objects.requireNonNull(option.record())));
  }

  private static BriefDraft draft(SampleBrief b, Map<String, UUID> papers) {
    return new BriefDraft(
        b.title(),
        b.summary(),
        b.audience(),
        b.keyMessages(),
        b.body(),
        b.options().stream()
            .map(
                o ->
                    new BriefDraft.Option(
                        o.what(),
                        o.who(),
                        o.evidence(),
                        Objects.requireNonNullElse(o.agreement(), "medium"),
                        o.cost()))
            .toList(),
        b.examples(),
        b.sources().stream()
            .map(key -> new BriefDraft.Source(Objects.requireNonNull(papers.get(key), key), 1))
            .toList(),
        b.language(),
        b.themes(),
        b.countries());
  }
}

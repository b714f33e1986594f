package org.plenary.briefs;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.plenary.audit.Audit;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.Longest;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.SeatRole;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The languages of a brief. As long as the brief is in the making its translations take its steps
 * with it; one added to a published brief is handed, cleared and published by itself.
 */
@Service
public class BriefTranslations {
  private final BriefRecords records;
  private final Audit audit;

  BriefTranslations(BriefRecords records, Audit audit) {
    this.records = records;
    this.audit = audit;
  }

  /**
   * Takes over what a writer says in another language: a new translation, or a draft of one. The
   * brief must be a draft or published; what is published in a language changes with an edition.
   */
  @Transactional
  public void translate(Actor actor, UUID id, BriefTranslation words) {
    Brief brief = records.one(actor, id);
    BriefRecords.allow(BriefAccess.mayWrite(actor, brief.bodyId), "brief.write.who");
    if (brief.state != BriefState.DRAFT && brief.state != BriefState.PUBLISHED) {
      throw new DomainException("brief.translate.state", brief.title);
    }
    if (words.language().equals(brief.language)) {
      throw new DomainException("brief.translate.own");
    }
    if (words.title().isBlank()) {
      throw new DomainException("brief.write.title");
    }
    brief
        .translation(words.language())
        .ifPresentOrElse(
            known -> known.revise(words),
            () -> brief.translations.add(new Translation(records.newId(), words)));
    records.changed(brief);
    audit.record(actor, "brief.translated", Briefs.KIND, id, words.language());
  }

  /** What the brief says in this language, for who may read that. */
  @Transactional(readOnly = true)
  public BriefDraft inLanguage(Actor actor, UUID id, String language) {
    Brief brief = records.one(actor, id);
    return brief.draft().in(readable(actor, brief, language).words());
  }

  /** The translation as it was written, for its writers. */
  @Transactional(readOnly = true)
  public BriefTranslation words(Actor actor, UUID id, String language) {
    Brief brief = records.one(actor, id);
    return readable(actor, brief, language).words();
  }

  /** Asks the chair to clear a translation of a published brief. */
  @Transactional
  public void hand(Actor actor, UUID id, String language) {
    Brief brief = records.one(actor, id);
    BriefRecords.allow(BriefAccess.mayWrite(actor, brief.bodyId), "brief.write.who");
    step(
        brief,
        language,
        translation -> {
          translation.mustBeWhole(brief);
          translation.step(BriefState.DRAFT, BriefState.GROUP_REVIEW);
        });
    records.tellRoles(actor, brief, List.of(SeatRole.CHAIR), "brief.translation.handed", language);
    audit.record(actor, "brief.translation.handed", Briefs.KIND, id, language);
  }

  /** Gives it back to its writers with a reason. */
  @Transactional
  public void giveBack(Actor actor, UUID id, String language, String reason) {
    Brief brief = records.one(actor, id);
    BriefRecords.allow(BriefAccess.mayClear(actor, brief.bodyId), "brief.clear.who");
    if (reason.isBlank()) {
      throw new DomainException("brief.giveBack.missing");
    }
    Longest.atMost(BriefEditions.LONGEST_REASON, reason);
    step(brief, language, t -> t.step(BriefState.GROUP_REVIEW, BriefState.DRAFT));
    records.tellRoles(
        actor, brief, List.of(SeatRole.OUTREACH_OFFICER), "brief.givenBack", reason.strip());
    audit.record(actor, "brief.translation.givenBack", Briefs.KIND, id, language + ": " + reason);
  }

  /** Clears it for the group. */
  @Transactional
  public void clear(Actor actor, UUID id, String language) {
    Brief brief = records.one(actor, id);
    BriefRecords.allow(BriefAccess.mayClear(actor, brief.bodyId), "brief.clear.who");
    step(brief, language, t -> t.step(BriefState.GROUP_REVIEW, BriefState.CLEARED));
    records.tellSecretariat(actor, brief, "brief.translation.cleared", language);
    audit.record(actor, "brief.translation.cleared", Briefs.KIND, id, language);
  }

  /** Publishes it under an address of its own. */
  @Transactional
  public void publish(Actor actor, UUID id, String language) {
    Brief brief = records.one(actor, id);
    BriefRecords.allow(BriefAccess.mayPublish(actor), "brief.publish.who");
    step(
        brief,
        language,
        translation -> {
          translation.step(BriefState.CLEARED, BriefState.PUBLISHED);
          translation.slug = records.freeSlug(translation.title);
        });
    records.tellRoles(
        actor, brief, List.of(SeatRole.OUTREACH_OFFICER), "brief.translation.published", language);
    audit.record(actor, "brief.translation.published", Briefs.KIND, id, language);
  }

  private void step(Brief brief, String language, Consumer<Translation> step) {
    if (brief.state != BriefState.PUBLISHED) {
      throw new DomainException("brief.translation.follows", brief.title);
    }
    step.accept(
        brief
            .translation(language)
            .orElseThrow(() -> new NotFoundException(brief.id + " in " + language)));
    records.changed(brief);
  }

  private static Translation readable(Actor actor, Brief brief, String language) {
    return brief
        .translation(language)
        .filter(t -> BriefAccess.text(brief.bodyId, t.state).admit(actor))
        .orElseThrow(() -> new NotFoundException(brief.id + " in " + language));
  }
}

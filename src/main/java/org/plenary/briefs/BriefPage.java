package org.plenary.briefs;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A brief as the actor it was made for may see it, with what they may do.
 *
 * @param number from publication on
 * @param published the day; null before it
 * @param edition from 1
 * @param editionOf slug of the brief whose next edition this is; null for any other
 * @param next slug of its next edition, if there is one that the actor may see
 * @param returned why the draft was given back; null if it was not
 * @param ending null unless its public life was ended
 * @param translations those that the actor may read
 * @param revision what revising it must be told
 */
public record BriefPage(
    UUID id,
    String slug,
    @Nullable String number,
    UUID body,
    BriefState state,
    @Nullable LocalDate published,
    int edition,
    @Nullable String editionOf,
    @Nullable String next,
    @Nullable String returned,
    @Nullable BriefEnding ending,
    BriefDraft content,
    List<InLanguage> translations,
    May may,
    long revision) {

  /**
   * A translation and the steps the actor may take with it by itself.
   *
   * @param slug its public name in addresses, once it is public
   */
  public record InLanguage(
      String language,
      BriefState state,
      String title,
      @Nullable String slug,
      boolean mayWrite,
      boolean mayClear,
      boolean mayPublish) {}

  /**
   * What the actor may do.
   *
   * @param edition start the next edition
   * @param end supersede, retract or withdraw it
   */
  public record May(
      boolean write,
      boolean clear,
      boolean publish,
      boolean translate,
      boolean edition,
      boolean end) {}
}

package org.plenary.search;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item as the index takes it in.
 *
 * @param url its page, from the root of the site
 * @param language BCP 47, two letters; decides the analyser
 * @param date of publication; before it, of the last change
 * @param themes codes, @param countries ISO 3166-1 alpha-2
 * @param about names it is looked for by: authors, countries, themes
 * @param text what can be found and shown as a passage, in reading order
 */
public record SearchDocument(
    UUID id,
    String kind,
    String reference,
    String title,
    String url,
    String language,
    LocalDate date,
    List<String> themes,
    List<String> countries,
    List<String> about,
    List<Section> text) {

  /**
   * @param page of the item's PDF, from 1; null for text that is not on a page
   */
  public record Section(@Nullable Integer page, String text) {}
}

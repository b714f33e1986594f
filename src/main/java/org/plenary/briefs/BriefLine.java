package org.plenary.briefs;

import java.time.LocalDate;
import java.util.List;

/**
 * A brief in a list.
 *
 * @param also the other languages it can be read in
 */
public record BriefLine(
    String slug,
    String number,
    String title,
    String summary,
    String language,
    LocalDate published,
    List<PublishedBrief.InLanguage> also) {}

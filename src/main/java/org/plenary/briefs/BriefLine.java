package org.plenary.briefs;

import java.time.LocalDate;

/** A brief in a list. */
public record BriefLine(
    String slug,
    String number,
    String title,
    String summary,
    String language,
    LocalDate published) {}

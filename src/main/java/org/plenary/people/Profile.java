package org.plenary.people;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of themself.
 *
 * @param affiliation in their own words; may stand beside an organisation or alone
 * @param country ISO 3166-1 alpha-2
 * @param orcid in its bare form
 * @param themes the codes of what they know about
 * @param awayFrom the first day on which they can do nothing for the partnership
 * @param awayTo the last such day
 * @param mostReviews how many reviews at once they take on; null if they do not say
 * @param isPublic whether they agree to a page of theirs on the public site
 */
public record Profile(
    String name,
    String affiliation,
    @Nullable UUID organisation,
    String country,
    ZoneId zone,
    @Nullable String orcid,
    List<String> themes,
    @Nullable LocalDate awayFrom,
    @Nullable LocalDate awayTo,
    @Nullable Integer mostReviews,
    boolean isPublic,
    String biography) {}

package org.plenary.people;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What everyone may read of a person who agreed to it.
 *
 * @param affiliation their own words and their organisation, whichever there are
 * @param themes the codes of what they know about
 */
public record PublicProfile(
    UUID person,
    String slug,
    String name,
    String affiliation,
    String country,
    @Nullable String orcid,
    List<String> themes,
    String biography) {}

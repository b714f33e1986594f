package org.plenary.people;

import java.time.ZoneId;
import java.util.UUID;

/**
 * A person as colleagues know them.
 *
 * @param country ISO 3166-1 alpha-2
 * @param zone in which dates are shown to them
 */
public record Person(
    UUID id, String name, String email, String affiliation, String country, ZoneId zone) {}

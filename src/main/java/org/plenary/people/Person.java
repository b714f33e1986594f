package org.plenary.people;

import java.time.ZoneId;
import java.util.UUID;

/**
 * A person as the modules know them.
 *
 * @param email for sign-in and mails; never shown to others but as {@link PeopleAccess} says, and
 *     empty where a person is told to someone for whom it is not
 * @param country ISO 3166-1 alpha-2; ZZ while it is not known
 * @param zone in which dates are shown to them
 */
public record Person(
    UUID id, String name, String email, String affiliation, String country, ZoneId zone) {}

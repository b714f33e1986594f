package org.plenary.people;

import java.util.UUID;

/**
 * An organisation that persons belong to.
 *
 * @param country ISO 3166-1 alpha-2, of its seat
 * @param members how many persons name it as theirs
 */
public record Organisation(
    UUID id, String name, OrganisationKind kind, String country, int members) {}

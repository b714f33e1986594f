package org.plenary.people;

import java.time.ZoneId;

/**
 * What a person says of themself when their account is opened.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record NewAccount(String name, String affiliation, String country, ZoneId zone) {}

package org.plenary.people;

/** What sort of organisation it is. */
public enum OrganisationKind {
  INTERNATIONAL,
  GOVERNMENT,
  RESEARCH,
  CIVIL_SOCIETY,
  PRIVATE_SECTOR,
  MIGRANT,
  FOUNDATION
}

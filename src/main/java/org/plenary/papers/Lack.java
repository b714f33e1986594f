package org.plenary.papers;

/** What a paper still lacks before it can be submitted: it is missing, or it is not right yet. */
public enum Lack {
  TITLE,
  ABSTRACT,
  /** None is named, or one of several has no name. */
  AUTHORS,
  GROUP,
  THEMES,
  FILE,
  TITLE_LONG,
  ABSTRACT_LONG,
  /** The check character of an author's ORCID iD is wrong. */
  ORCID
}

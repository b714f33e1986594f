package org.plenary.bodies;

/** What sort of body it is. */
public enum BodyKind {
  GROUP,
  STEERING,
  SECRETARIAT,
  DONORS
}

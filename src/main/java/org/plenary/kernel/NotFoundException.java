package org.plenary.kernel;

/**
 * Nothing of that name that the actor may know of: the same answer whether it is absent or hidden.
 */
public class NotFoundException extends RuntimeException {
  public NotFoundException(String what) {
    super(what);
  }
}

package org.plenary.papers;

import java.util.List;

/**
 * What a file seems to say of itself: offered to its author, never taken over unasked where
 * something stands already.
 *
 * @param title empty where none was found, as is the abstract
 */
public record Proposal(String title, String abstractText, List<String> keywords) {
  /** Nothing was found. */
  public static final Proposal NOTHING = new Proposal("", "", List.of());
}

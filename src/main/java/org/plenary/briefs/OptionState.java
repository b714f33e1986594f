package org.plenary.briefs;

/** Where a policy option stands in its life. */
public enum OptionState {
  DRAFT,
  /** With the group, like its brief. */
  REVIEW,
  CLEARED,
  /** On the menu of policy options that everyone can read. */
  MENU
}

package org.plenary.review;

/** What weight a comment has. */
public enum CommentKind {
  /** Must be closed before the paper can be accepted. */
  SUBSTANTIVE,
  EDITORIAL
}

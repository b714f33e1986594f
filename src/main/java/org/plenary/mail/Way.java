package org.plenary.mail;

/** How a mail reaches a person beside their inbox. */
public enum Way {
  /** Sent as soon as it is written: someone waits. */
  AT_ONCE,
  /** A line in the one mail of the day. */
  DIGEST,
  /** Not sent out at all. */
  INBOX
}

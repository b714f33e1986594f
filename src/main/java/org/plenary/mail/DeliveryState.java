package org.plenary.mail;

/** Where a mail stands on its way out of the house; it is in the recipient's inbox in any case. */
public enum DeliveryState {
  /** To be sent when its moment has come. */
  WAITING,
  /** The mail server took it. */
  SENT,
  /** Given up, with the reason. */
  FAILED,
  /** Kept for the next digest. */
  DIGEST,
  /** Named in a digest, which has a delivery of its own. */
  DIGESTED,
  /** In the inbox only: no mail server, the person's choice, or read before the digest. */
  NONE
}

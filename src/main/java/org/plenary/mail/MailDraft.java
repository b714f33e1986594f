package org.plenary.mail;

import java.util.List;
import java.util.UUID;

/**
 * A mail to one person.
 *
 * @param recipient a person's id
 * @param kind names the texts: {@code mail.<kind>.subject}, {@code .body} and {@code .why}
 * @param path of the one link in it, from the root of the site
 * @param arguments of the texts, in order
 */
public record MailDraft(UUID recipient, String kind, String path, List<Object> arguments) {
  public MailDraft(UUID recipient, String kind, String path, Object... arguments) {
    this(recipient, kind, path, List.of(arguments));
  }
}

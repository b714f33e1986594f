package org.plenary.mail;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person.
 *
 * @param recipient a person's id
 * @param kind names the texts: {@code mail.<kind>.subject}, {@code .body} and {@code .why}
 * @param path of the one link in it, from the root of the site
 * @param arguments of the texts, in order
 * @param about the record it tells of; without one nobody but the recipient learns of the mail
 */
public record MailDraft(
    UUID recipient, String kind, String path, List<Object> arguments, @Nullable About about) {

  /** The record that a mail tells of, under the word that its module's {@link MailReaders} has. */
  public record About(String kind, UUID id) {}

  public MailDraft(UUID recipient, String kind, String path, List<Object> arguments) {
    this(recipient, kind, path, arguments, null);
  }

  public MailDraft(UUID recipient, String kind, String path, Object... arguments) {
    this(recipient, kind, path, List.of(arguments), null);
  }

  /** The same mail, said to be about this record. */
  public MailDraft about(String aboutKind, UUID id) {
    return new MailDraft(recipient, kind, path, arguments, new About(aboutKind, id));
  }
}

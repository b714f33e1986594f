package org.plenary.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail as its recipient reads it.
 *
 * @param why the recipient got it
 * @param url absolute, on this site's configured address
 */
public record Mail(
    UUID id, Instant sent, String subject, String body, String why, String url, boolean read) {}

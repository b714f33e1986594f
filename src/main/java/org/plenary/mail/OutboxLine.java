package org.plenary.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail as whoever oversees the outbox may see it; never its link.
 *
 * @param kind in words
 * @param next when it is tried again; null unless it waits
 * @param failure what went wrong at the last attempt
 * @param subject null where the actor may not read what the mail is about
 * @param body the same
 */
public record OutboxLine(
    UUID id,
    String recipient,
    String kind,
    DeliveryState state,
    int attempts,
    Instant written,
    @Nullable Instant sent,
    @Nullable Instant next,
    @Nullable String failure,
    @Nullable String subject,
    @Nullable String body) {}

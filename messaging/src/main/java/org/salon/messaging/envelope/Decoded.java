package org.salon.messaging.envelope;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.salon.events.DomainEvent;

/**
 * A record that is an event.
 *
 * @param data what it says, or null if it is of a type unknown here: that is skipped, but
 * its version counts
 */
public record Decoded(UUID id, String subject, String key, long version, Instant time, @Nullable DomainEvent data,
		@Nullable String traceparent) {
}

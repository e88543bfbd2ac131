package org.salon.messaging.envelope;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** An event as it lies in the outbox. */
public record OutgoingEvent(long id, UUID eventId, String topic, String key, String type, String source, String subject,
		long version, Instant time, @Nullable String traceparent, byte[] data) {
}

package org.salon.messaging.inbox;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.salon.events.DomainEvent;
import org.salon.messaging.envelope.Decoded;

/**
 * An event as it arrived, checked and in order.
 *
 * @param id the same in every delivery of the event
 * @param subject the aggregate, such as {@code salon/44}
 * @param version of the aggregate after the event
 * @param traceparent W3C trace context, if the record had one
 */
public record ReceivedEvent(UUID id, String subject, String key, long version, Instant time, DomainEvent data,
		@Nullable String traceparent) {

	static ReceivedEvent of(Decoded decoded, DomainEvent data) {
		return new ReceivedEvent(decoded.id(), decoded.subject(), decoded.key(), decoded.version(), decoded.time(),
				data, decoded.traceparent());
	}

}

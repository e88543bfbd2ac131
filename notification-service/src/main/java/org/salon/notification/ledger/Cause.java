package org.salon.notification.ledger;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The event because of which the plan is drawn anew.
 *
 * @param traceparent the trace in which it was written, as W3C Trace Context has it
 */
public record Cause(UUID eventId, Instant at, @Nullable String traceparent) {

	public Cause(UUID eventId, Instant at) {
		this(eventId, at, null);
	}

}

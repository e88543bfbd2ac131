package org.salon.messaging.deadletter;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A record that could not be handled, or that waits behind one.
 *
 * @param headers name to value in base64
 * @param state PARKED, WAITING, REDRIVEN or DISCARDED
 */
record DeadLetter(long id, String topic, int partition, long offset, byte @Nullable [] key, Map<String, String> headers,
		byte @Nullable [] value, String state, String reason, int attempts, Instant createdAt,
		@Nullable Instant resolvedAt) {

	boolean isOpen() {
		return this.state.equals("PARKED") || this.state.equals("WAITING");
	}

	DeadLetterStore.Key orderKey() {
		return new DeadLetterStore.Key(this.topic, this.key);
	}

}

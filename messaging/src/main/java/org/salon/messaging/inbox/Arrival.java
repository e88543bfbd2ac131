package org.salon.messaging.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import org.salon.events.UnreadableEvent;
import org.salon.messaging.envelope.CloudEventRecords;
import org.salon.messaging.envelope.Decoded;

/**
 * A record as it came, with the event that it is.
 *
 * @param event null if it cannot be read
 * @param fault why it cannot be read, or null
 */
record Arrival(ConsumerRecord<byte @Nullable [], byte @Nullable []> record, @Nullable Event event,
		@Nullable String fault) {

	static Arrival of(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
		try {
			return new Arrival(record, Event.of(record), null);
		}
		catch (UnreadableEvent ex) {
			return new Arrival(record, null, ex.getMessage());
		}
	}

	/**
	 * An event that could be read.
	 *
	 * @param digest tells it from another event under the same id
	 */
	record Event(Decoded decoded, byte[] digest) {

		static Event of(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
			Decoded decoded = CloudEventRecords.decode(record);
			return new Event(decoded, InboxStore.digest(decoded, record.value()));
		}

	}

}

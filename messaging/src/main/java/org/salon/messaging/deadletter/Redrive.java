package org.salon.messaging.deadletter;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Handles a record again in the present transaction; throws what the handler throws. */
@FunctionalInterface
public interface Redrive {

	void redrive(ConsumerRecord<byte @Nullable [], byte @Nullable []> record);

}

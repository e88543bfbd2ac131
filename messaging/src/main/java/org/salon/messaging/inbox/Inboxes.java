package org.salon.messaging.inbox;

import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.support.TransactionTemplate;

import org.salon.messaging.MessagingMetrics;
import org.salon.messaging.MessagingProperties;
import org.salon.messaging.deadletter.DeadLetterStore;

/** The inbox of each subscription: the same for what arrives and for what is redriven. */
class Inboxes {

	private final Map<EventSubscription, Inbox> inboxes;

	private final TransactionTemplate transaction;

	private final DeadLetterStore deadLetters;

	private final MessagingMetrics metrics;

	private final MessagingProperties properties;

	Inboxes(Map<EventSubscription, Inbox> inboxes, TransactionTemplate transaction, DeadLetterStore deadLetters,
			MessagingMetrics metrics, MessagingProperties properties) {
		this.inboxes = inboxes;
		this.transaction = transaction;
		this.deadLetters = deadLetters;
		this.metrics = metrics;
		this.properties = properties;
	}

	InboxListener listener(EventSubscription subscription) {
		Inbox inbox = this.inboxes.get(subscription);
		if (inbox == null) {
			throw new IllegalArgumentException("no inbox of " + subscription.group());
		}
		return new InboxListener(inbox, this.transaction, this.deadLetters, this.metrics, this.properties.attempts(),
				this.properties.backOff());
	}

	/** Handles a dead letter through the inbox that listens to its topic. */
	void redrive(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
		this.inboxes.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().topics().contains(record.topic()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("nobody listens to " + record.topic() + " any more"))
			.redrive(record);
	}

}

package org.salon.messaging.inbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.transaction.support.TransactionTemplate;

import org.salon.messaging.MessagingMetrics;
import org.salon.messaging.MessagingMetrics.Result;
import org.salon.messaging.deadletter.DeadLetterStore;
import org.salon.messaging.deadletter.Faults;

/**
 * Takes records from the broker. A batch is applied in one transaction; if one record of
 * it cannot be, all are applied again one by one, so that only that one becomes a dead
 * letter. The offset moves after the commit. If the database is away the fault is thrown
 * on: the container keeps the batch, waits and tries again, without limit.
 */
class InboxListener implements BatchMessageListener<byte @Nullable [], byte @Nullable []> {

	private static final Logger log = LoggerFactory.getLogger(InboxListener.class);

	private final Inbox inbox;

	private final TransactionTemplate transaction;

	private final DeadLetterStore deadLetters;

	private final MessagingMetrics metrics;

	private final int attempts;

	private final Duration backOff;

	InboxListener(Inbox inbox, TransactionTemplate transaction, DeadLetterStore deadLetters, MessagingMetrics metrics,
			int attempts, Duration backOff) {
		this.inbox = inbox;
		this.transaction = transaction;
		this.deadLetters = deadLetters;
		this.metrics = metrics;
		this.attempts = attempts;
		this.backOff = backOff;
	}

	@Override
	public void onMessage(List<ConsumerRecord<byte @Nullable [], byte @Nullable []>> records) {
		Throwable fault = attempt(records);
		if (fault == null) {
			return;
		}
		if (records.size() == 1) {
			retry(records.getFirst(), fault);
			return;
		}
		for (ConsumerRecord<byte @Nullable [], byte @Nullable []> record : records) {
			Throwable alone = attempt(List.of(record));
			if (alone != null) {
				retry(record, alone);
			}
		}
	}

	private void retry(ConsumerRecord<byte @Nullable [], byte @Nullable []> record, Throwable first) {
		Throwable fault = first;
		for (int attempt = 2; attempt <= this.attempts; attempt++) {
			LockSupport.parkNanos(this.backOff.toNanos() << (attempt - 2));
			fault = attempt(List.of(record));
			if (fault == null) {
				return;
			}
		}
		giveUp(record, fault);
	}

	private void giveUp(ConsumerRecord<byte @Nullable [], byte @Nullable []> record, Throwable fault) {
		String reason = Faults.reason(fault);
		log.error("Dead letter: {} partition {} offset {}: {}", record.topic(), record.partition(), record.offset(),
				reason);
		this.transaction.executeWithoutResult((status) -> this.deadLetters.addParked(record, reason, this.attempts));
		this.metrics.received(Result.DEAD_LETTERED, 1);
	}

	/** Returns what went wrong, or null; throws what passes by itself. */
	private @Nullable Throwable attempt(List<ConsumerRecord<byte @Nullable [], byte @Nullable []>> records) {
		try {
			Tally tally = this.transaction.execute((status) -> this.inbox.receive(records));
			if (tally != null) {
				tally.report(this.metrics);
			}
			return null;
		}
		catch (RuntimeException ex) {
			if (Faults.passes(ex)) {
				throw ex;
			}
			return ex;
		}
		catch (StackOverflowError ex) {
			// The one error that a record can cause; any other ends the process.
			return ex;
		}
	}

}

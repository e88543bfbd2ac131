package org.salon.notification.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.salon.events.delivery.DeliveryChanged;
import org.salon.events.delivery.DeliveryKind;
import org.salon.events.delivery.DeliveryOutcome;
import org.salon.events.delivery.DeliveryState;
import org.salon.messaging.outbox.Outbox;
import org.salon.messaging.outbox.VersionedEvent;
import org.salon.notification.metrics.NotificationMetrics;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the other services, and the metrics, what became of messages. */
@Component
class Outcomes {

	private final Outbox outbox;

	private final Tally tally;

	private final NotificationMetrics metrics;

	Outcomes(Outbox outbox, Tally tally, NotificationMetrics metrics) {
		this.outbox = outbox;
		this.tally = tally;
		this.metrics = metrics;
	}

	/**
	 * In the transaction that gave the rows their states; counted once it has committed.
	 */
	void tell(List<Outcome> outcomes, Instant at) {
		List<VersionedEvent> events = new ArrayList<>();
		List<Outcome> settled = new ArrayList<>();
		for (Outcome outcome : outcomes) {
			DeliveryOutcome published = outcome.published();
			Integer salon = outcome.salonNumber();
			if (published != null) {
				settled.add(outcome);
				// What is about no salon is of no concern to the others.
				if (salon != null) {
					events.add(new VersionedEvent(event(outcome, salon, published, at), outcome.version()));
				}
			}
		}
		if (!events.isEmpty()) {
			this.outbox.append(events);
		}
		if (settled.isEmpty()) {
			return;
		}
		this.tally.add(settled, at);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				settled.forEach((outcome) -> count(outcome, at));
			}

		});
	}

	private void count(Outcome outcome, Instant at) {
		this.metrics.outcome(outcome.kind().name(), outcome.state().name());
		if (outcome.state() != LedgerState.SENT) {
			return;
		}
		if (outcome.kind() == org.salon.notification.plan.DeliveryKind.CONFIRMATION) {
			this.metrics.confirmed(Duration.between(outcome.causedAt(), at));
		}
		else if (outcome.kind() == org.salon.notification.plan.DeliveryKind.REMINDER) {
			this.metrics.reminded(Duration.between(outcome.dueAt(), at));
		}
	}

	private static DeliveryChanged event(Outcome outcome, int salon, DeliveryOutcome published, Instant at) {
		return new DeliveryChanged(new DeliveryState(outcome.deliveryId(), DeliveryKind.valueOf(outcome.kind().name()),
				outcome.channel(), outcome.memberId(), outcome.registrationId(), salon, outcome.occurrence(), published,
				outcome.reason(), outcome.dueAt(), at));
	}

}

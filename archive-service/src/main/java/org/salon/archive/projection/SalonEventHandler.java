package org.salon.archive.projection;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.salon.messaging.inbox.EventHandler;
import org.salon.messaging.inbox.ReceivedEvent;

/** Keeps the served generation up to date, in the transaction of the inbox. */
@Component
class SalonEventHandler implements EventHandler {

	private final Projection projection;

	private final ArchiveMetrics metrics;

	SalonEventHandler(Projection projection, ArchiveMetrics metrics) {
		this.projection = projection;
		this.metrics = metrics;
	}

	@Override
	public void handle(ReceivedEvent event) {
		SalonVersion version = SalonVersion.of(event);
		this.projection.apply(this.projection.holdServed(), List.of(version));
		whenCommitted(() -> this.metrics.projected(event.time()));
	}

	private static void whenCommitted(Runnable action) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				action.run();
			}
		});
	}

}

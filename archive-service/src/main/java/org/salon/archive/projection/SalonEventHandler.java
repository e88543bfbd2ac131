package org.salon.archive.projection;

import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.salon.events.salon.LinksChecked;
import org.salon.messaging.inbox.EventHandler;
import org.salon.messaging.inbox.ReceivedEvent;

/** Keeps the served generation up to date, in the transaction of the inbox. */
@Component
class SalonEventHandler implements EventHandler.OfMany {

	private final Projection projection;

	private final ArchiveMetrics metrics;

	SalonEventHandler(Projection projection, ArchiveMetrics metrics) {
		this.projection = projection;
		this.metrics = metrics;
	}

	@Override
	public void handleAll(List<ReceivedEvent> events) {
		Changes changes = new Changes();
		for (ReceivedEvent event : events) {
			if (event.data() instanceof LinksChecked checked) {
				changes.add(LinkMarks.of(checked, event.version()));
			}
			else {
				changes.add(SalonVersion.of(event));
			}
		}
		this.projection.applyLive(changes);
		List<Instant> times = events.stream().map(ReceivedEvent::time).toList();
		whenCommitted(() -> times.forEach(this.metrics::projected));
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

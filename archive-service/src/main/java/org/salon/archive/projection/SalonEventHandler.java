package org.salon.archive.projection;

import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.salon.access.account.AccountMirror;
import org.salon.events.operator.OperatorChanged;
import org.salon.events.salon.LinksChecked;
import org.salon.messaging.inbox.EventHandler;
import org.salon.messaging.inbox.ReceivedEvent;

/**
 * Keeps the served generation up to date, in the transaction of the inbox, and knows
 * which sessions are over. A rebuild reads the salons only, and does not touch those.
 */
@Component
class SalonEventHandler implements EventHandler.OfMany {

	private final Projection projection;

	private final ArchiveMetrics metrics;

	private final AccountMirror accounts;

	SalonEventHandler(Projection projection, ArchiveMetrics metrics, AccountMirror accounts) {
		this.projection = projection;
		this.metrics = metrics;
		this.accounts = accounts;
	}

	@Override
	public void handleAll(List<ReceivedEvent> events) {
		events.forEach(this::endSessions);
		List<ReceivedEvent> ofSalons = events.stream()
			.filter((event) -> !(event.data() instanceof OperatorChanged))
			.toList();
		if (!ofSalons.isEmpty()) {
			project(ofSalons);
		}
	}

	private void endSessions(ReceivedEvent event) {
		if (event.data() instanceof OperatorChanged account) {
			this.accounts.save(account.accountId(), account.generation(), account.disabled());
		}
	}

	private void project(List<ReceivedEvent> events) {
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

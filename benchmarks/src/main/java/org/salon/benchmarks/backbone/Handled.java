package org.salon.benchmarks.backbone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.salon.messaging.inbox.ReceivedEvent;

/** Counts what was handled and committed, and checks that no key's order was broken. */
final class Handled {

	private final Map<String, Long> versions = new ConcurrentHashMap<>();

	private final AtomicLong misordered = new AtomicLong();

	private volatile CountDownLatch left = new CountDownLatch(0);

	/** Opens when so many more events have been handled. */
	CountDownLatch expect(int events) {
		CountDownLatch latch = new CountDownLatch(events);
		this.left = latch;
		return latch;
	}

	/** Events that did not directly follow the one before them of their key. */
	long misordered() {
		return this.misordered.get();
	}

	void handle(ReceivedEvent event) {
		Batch batch = (Batch) TransactionSynchronizationManager.getResource(this);
		if (batch == null) {
			batch = new Batch();
			TransactionSynchronizationManager.bindResource(this, batch);
			TransactionSynchronizationManager.registerSynchronization(batch);
		}
		batch.events.add(event);
	}

	private void committed(ReceivedEvent event) {
		Long before = this.versions.put(event.subject(), event.version());
		if (event.version() != ((before != null) ? before : 0) + 1) {
			this.misordered.incrementAndGet();
		}
		this.left.countDown();
	}

	/** What one transaction handles counts when it has committed. */
	private final class Batch implements TransactionSynchronization {

		private final List<ReceivedEvent> events = new ArrayList<>();

		@Override
		public void afterCommit() {
			this.events.forEach(Handled.this::committed);
		}

		@Override
		public void afterCompletion(int status) {
			TransactionSynchronizationManager.unbindResource(Handled.this);
		}

	}

}

package org.salon.archive.projection;

import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.support.TransactionOperations;

import org.salon.archive.salon.UnusableSalon;
import org.salon.messaging.inbox.EventHandler;
import org.salon.messaging.inbox.ReceivedEvent;

/** Writes the log's events into a generation that is not served yet, in batches. */
class GenerationWriter implements EventHandler {

	private static final Logger logger = LoggerFactory.getLogger(GenerationWriter.class);

	private static final int BATCH = 1000;

	private final long generation;

	private final Projection projection;

	private final TransactionOperations transaction;

	private final List<SalonVersion> waiting = new ArrayList<>(BATCH);

	private long events;

	GenerationWriter(long generation, Projection projection, TransactionOperations transaction) {
		this.generation = generation;
		this.projection = projection;
		this.transaction = transaction;
	}

	@Override
	public void handle(ReceivedEvent event) {
		this.events++;
		try {
			this.waiting.add(SalonVersion.of(event));
		}
		catch (UnusableSalon ex) {
			// It lies with the dead letters of the group; one bad event must not keep the
			// archive from being rebuilt.
			logger.warn("Leaving out event {} of {} while rebuilding: {}", event.id(), event.subject(),
					ex.getMessage());
		}
		if (this.waiting.size() >= BATCH) {
			flush();
		}
	}

	void flush() {
		if (!this.waiting.isEmpty()) {
			this.transaction.executeWithoutResult((status) -> this.projection.apply(this.generation, this.waiting));
			this.waiting.clear();
		}
	}

	long events() {
		return this.events;
	}

}

package org.salon.archive.projection;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.support.TransactionOperations;

import org.salon.archive.salon.UnusableSalon;
import org.salon.events.salon.LinksChecked;
import org.salon.messaging.inbox.EventLog;
import org.salon.messaging.inbox.ReceivedEvent;

/**
 * Writes the log's events into a generation that is not served yet. Many wait to be
 * written together, since most of them are overtaken by a later one of the same salon.
 * Then each share of the salons is written by a transaction of its own, all at once: what
 * is not served needs not be whole.
 */
class GenerationWriter implements EventLog.Reader {

	private static final Logger logger = LoggerFactory.getLogger(GenerationWriter.class);

	private static final int SHARES = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

	/** Neighbours are of one share, for their rows and keys lie on the same pages. */
	private static final int NEIGHBOURS = 1_000;

	private static final int MOST_ROWS = 100_000;

	private static final long MOST_BYTES = 32L << 20;

	private final long generation;

	private final Projection projection;

	private final TransactionOperations transaction;

	private List<Changes> waiting = none();

	private long events;

	GenerationWriter(long generation, Projection projection, TransactionOperations transaction) {
		this.generation = generation;
		this.projection = projection;
		this.transaction = transaction;
	}

	@Override
	public void accept(List<ReceivedEvent> batch) {
		this.events += batch.size();
		batch.parallelStream()
			.map(GenerationWriter::read)
			.filter(Objects::nonNull)
			// Read by all processors at once, added one by one in their order.
			.toList()
			.forEach((change) -> change.addTo(this.waiting.get(change.number() / NEIGHBOURS % SHARES)));
		if (this.waiting.stream().mapToInt(Changes::size).sum() >= MOST_ROWS
				|| this.waiting.stream().mapToLong(Changes::stateBytes).sum() >= MOST_BYTES) {
			flush();
		}
	}

	private static List<Changes> none() {
		return Stream.generate(Changes::new).limit(SHARES).toList();
	}

	private static @Nullable Change read(ReceivedEvent event) {
		try {
			if (event.data() instanceof LinksChecked checked) {
				LinkMarks marks = LinkMarks.of(checked, event.version());
				return new Change(marks.number(), (changes) -> changes.add(marks));
			}
			SalonVersion version = SalonVersion.of(event);
			return new Change(version.number(), (changes) -> changes.add(version));
		}
		catch (UnusableSalon ex) {
			// It lies with the dead letters of the group; one bad event must not keep the
			// archive from being rebuilt.
			logger.warn("Leaving out event {} of {} while rebuilding: {}", event.id(), event.subject(),
					ex.getMessage());
			return null;
		}
	}

	void flush() {
		List<Changes> full = this.waiting.stream().filter((share) -> share.size() > 0).toList();
		this.waiting = none();
		full.parallelStream()
			.forEach((share) -> this.transaction
				.executeWithoutResult((status) -> this.projection.apply(this.generation, share)));
	}

	long events() {
		return this.events;
	}

	private record Change(int number, Consumer<Changes> change) {

		void addTo(Changes changes) {
			this.change.accept(changes);
		}

	}

}
